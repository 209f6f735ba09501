package ca.vitaravox.server.script;

import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.config.Secret;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;

/** A running server's webhook, as Vapi reaches it: signs (or shows its secret), sends, waits as long. Thread-safe. */
public final class Webhook implements Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI server;
    private final Secret secret;
    private final WebhookAuth auth;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The webhook of the server under that address; a signature where the server takes one, else the secret. */
    public Webhook(URI server, Secret secret, WebhookAuth auth, InstantSource clock) {
        this.server = server;
        this.secret = secret;
        this.auth = auth;
        this.clock = clock;
    }

    /**
     * Sends a message and returns the answer.
     *
     * @throws Refused if the server does not answer as a webhook should
     */
    @Override
    public JsonNode send(ObjectNode message) {
        String body = message.toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/vapi"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        prove(request, body);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 401) {
                throw new Refused("The server at " + server + " does not know this secret:"
                        + " set VITARAVOX_WEBHOOK_SECRET and VITARAVOX_WEBHOOK_AUTH to what it was started with.");
            }
            if (response.statusCode() != 200) {
                throw new Refused("The server at " + server + " answered " + response.statusCode()
                        + " instead of 200: its log says why.");
            }
            return JSON.readTree(response.body());
        } catch (JsonProcessingException notJson) {
            throw new Refused("What answers at " + server + " does not speak JSON: name VitaraVox's address.", notJson);
        } catch (IOException unreachable) {
            throw new Refused("No server answers at " + server + ": start one with `./vitaravox demo`.", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused("The call was broken off.", stopped);
        }
    }

    private void prove(HttpRequest.Builder request, String body) {
        Proofs.of(secret, auth, clock.instant(), body).forEach(request::header);
    }
}
