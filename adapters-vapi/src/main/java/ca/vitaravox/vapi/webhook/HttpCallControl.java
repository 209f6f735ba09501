package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.PhoneNumber;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Controls calls over HTTPS: an order is posted once, within seconds, to the allowed hosts alone; no redirect is
 * followed and nothing is read of what is answered but the status. Thread-safe.
 */
public final class HttpCallControl implements CallControl {
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(4);

    private final ControlHosts hosts;
    private final HttpClient http;

    /**
     * Control over calls at these hosts.
     *
     * @param trust whose certificates are believed
     * @param through the way to each host
     */
    public HttpCallControl(ControlHosts hosts, SSLContext trust, ProxySelector through) {
        this.hosts = hosts;
        this.http = HttpClient.newBuilder()
                .sslContext(trust)
                .proxy(through)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public boolean transfer(String address, PhoneNumber number, String sentence) {
        Optional<URI> allowed = hosts.allowed(address);
        return allowed.isPresent() && posted(allowed.get(), order(number, sentence));
    }

    /** The caller hears our sentence and not the platform's own, which is English. */
    private static ObjectNode order(PhoneNumber number, String sentence) {
        ObjectNode order = Json.object().put("type", "transfer");
        order.set("destination", Destinations.of(number, ""));
        return order.put("content", sentence);
    }

    private boolean posted(URI address, ObjectNode order) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TO_ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(order.toString(), StandardCharsets.UTF_8))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
