package ca.vitaravox.server.browser;

import ca.vitaravox.server.serve.Backend;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets a window reach a server by its public address, as through the proxy in front of it, which has the certificate. */
final class PublicServer {
    static final String ADDRESS = "https://voice.clinic.example";
    /** What belongs to a connection, and is said anew on the next. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("host", "connection", "content-length", "accept-encoding");

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Backend server;

    PublicServer(Backend server) {
        this.server = server;
    }

    /** A window at the public address. */
    Window open() {
        Window window = Window.at(ADDRESS);
        window.page().context().route(ADDRESS + "/**", this::pass);
        return window;
    }

    /** Lets the window come here from elsewhere: it is led on by a page, since redirects pass routes by. */
    void openFrom(Window window, URI elsewhere) {
        window.page().context().route(elsewhere + "/**", this::pass);
    }

    /** The address on this machine of what has this public one. */
    URI within(String address) {
        return URI.create(address.replace(ADDRESS, "http://127.0.0.1:" + server.port()));
    }

    private void pass(Route route) {
        Request asked = route.request();
        HttpRequest.Builder passed = HttpRequest.newBuilder(within(asked.url()));
        asked.allHeaders().forEach((name, value) -> {
            if (!name.startsWith(":") && !OF_THE_CONNECTION.contains(name)) {
                passed.header(name, value);
            }
        });
        byte[] body = asked.postDataBuffer();
        passed.method(asked.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        try {
            HttpResponse<byte[]> answer = http.send(passed.build(), BodyHandlers.ofByteArray());
            Map<String, String> headers = new HashMap<>();
            Optional<String> on = answer.headers().firstValue("Location").filter(to -> to.startsWith(ADDRESS));
            if (on.isPresent() && !asked.url().startsWith(ADDRESS)) {
                String page = "<meta http-equiv=refresh content=\"0;url=" + on.get().replace("&", "&amp;") + "\">";
                route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(page));
                return;
            }
            answer.headers().map().forEach((name, values) -> headers.put(name, String.join("\n", values)));
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(answer.statusCode())
                    .setHeaders(headers)
                    .setBodyBytes(answer.body()));
        } catch (IOException broken) {
            route.abort();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            route.abort();
        }
    }
}
