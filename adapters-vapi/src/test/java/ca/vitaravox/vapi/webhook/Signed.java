package ca.vitaravox.vapi.webhook;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests signed as the voice platform signs them. */
final class Signed {
    private Signed() {}

    static HttpRequest request(TestServer server, String path, String body) {
        return request(server, TestServer.SECRET, path, body);
    }

    /** What a signature with the platform's secret is kept as. */
    static String name(TestServer server, String body) {
        return sign(TestServer.SECRET, server.clock.instant().toEpochMilli() + "." + body);
    }

    static HttpRequest request(TestServer server, String secret, String path, String body) {
        String timestamp = Long.toString(server.clock.instant().toEpochMilli());
        return server.request(path)
                .header("Content-Type", "application/json")
                .header("x-timestamp", timestamp)
                .header("x-signature", sign(secret, timestamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String sign(String secret, String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
