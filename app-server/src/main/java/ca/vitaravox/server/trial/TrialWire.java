package ca.vitaravox.server.trial;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.emr.DemoOnly;
import ca.vitaravox.server.script.Proofs;
import ca.vitaravox.server.script.Wire;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The way to this server's own webhook, from within: with the proof of the clinic that is called, and with a mark that lets
 * the work reach no EMR but the demo's. Thread-safe.
 */
public final class TrialWire {
    private static final JsonMapper JSON = new JsonMapper();

    private final Answers webhook;
    private final Function<ClinicId, Key> keys;
    private final DemoOnly demoOnly;
    private final InstantSource clock;

    /** What answers. */
    @FunctionalInterface
    public interface Answers {
        /** Answers a message, or throws {@link IllegalStateException} if it is refused. */
        byte[] answer(UnaryOperator<String> header, byte[] body);
    }

    /**
     * What a clinic's webhook takes for proof.
     *
     * @param secret the clinic's own, or the platform's where it has none
     * @param auth how it is shown
     */
    public record Key(Secret secret, WebhookAuth auth) {}

    /** The way to this webhook. */
    public TrialWire(Answers webhook, Function<ClinicId, Key> keys, DemoOnly demoOnly, InstantSource clock) {
        this.webhook = webhook;
        this.keys = keys;
        this.demoOnly = demoOnly;
        this.clock = clock;
    }

    /** The way for calls to a clinic. */
    Wire to(ClinicId clinic) {
        return message -> send(keys.apply(clinic), message);
    }

    private JsonNode send(Key key, ObjectNode message) {
        String body = message.toString();
        Map<String, String> headers = new HashMap<>(Proofs.of(key.secret(), key.auth(), clock.instant(), body));
        headers.put("content-type", "application/json");
        byte[] answer = demoOnly.during(() -> webhook.answer(
                name -> headers.get(name.toLowerCase(Locale.ROOT)), body.getBytes(StandardCharsets.UTF_8)));
        try {
            return JSON.readTree(answer);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
