package ca.vitaravox.server.script;

import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.server.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How Vapi proves itself: with a signature where a webhook takes one, else with the secret. */
public final class Proofs {
    private Proofs() {}

    /** The headers that prove a body, by their names in lower case. */
    public static Map<String, String> of(Secret secret, WebhookAuth auth, Instant now, String body) {
        if (auth == WebhookAuth.BEARER) {
            return Map.of("authorization", "Bearer " + secret.value());
        }
        String timestamp = Long.toString(now.toEpochMilli());
        return Map.of("x-timestamp", timestamp, "x-signature", signature(secret, timestamp + "." + body));
    }

    private static String signature(Secret secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
