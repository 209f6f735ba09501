package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.ports.contract.OpenEnvelope;
import ca.vitaravox.vapi.tool.Toolbox;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The webhook with no server around it: a message is answered on the thread that brings it. */
public final class OpenWebhook {
    private static final Map<String, String> HEADERS =
            Map.of("Authorization", "Bearer " + TestServer.SECRET, "Content-Type", "application/json");

    private final Webhook webhook;
    private final WebhookPorts ports;

    /** The webhook over these tools, as it is usually set up. */
    public OpenWebhook(Toolbox toolbox, WebhookPorts ports) {
        this.ports = ports;
        this.webhook =
                Webhook.of(WebhookSettings.of(WebhookAuth.BEARER, TestServer.SECRET, Optional.empty()), toolbox, ports);
    }

    /** Believes whoever knows the platform's secret, and nobody else. */
    public static WebhookTrust trust() {
        return new WebhookTrust(new TestWebhooks(), new OpenEnvelope(), new TestSignatures(), CallRates.UNLIMITED);
    }

    /** What a message that the platform sends is answered, at once. */
    public JsonNode answer(JsonNode message) {
        byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
        Reply reply =
                webhook.answer(new Request(HEADERS::get, body, ports.clock().instant()), Optional.empty());
        if (reply.status() != 200) {
            throw new AssertionError("status " + reply.status() + ": " + reply.text());
        }
        return TestServer.parse(reply.text());
    }
}
