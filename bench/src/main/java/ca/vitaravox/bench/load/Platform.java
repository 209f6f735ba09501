package ca.vitaravox.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The voice platform at one end of a connection: signs what it sends as Vapi does. Not thread-safe. */
public final class Platform implements AutoCloseable {
    /** What it signs with. */
    public static final String SECRET = "b7d0e5a3c9184f62a1de307c5b94f826";

    private final Wire wire;
    private final Mac mac;

    private Platform(Wire wire) {
        this.wire = wire;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new connection to the server on that port of this machine. */
    public static Platform at(int port) throws IOException {
        return new Platform(Wire.to(port));
    }

    /**
     * Sends a message to the webhook.
     *
     * @return the answer's body
     * @throws IOException if there is none, or its status is not 200
     */
    public String send(String message) throws IOException {
        byte[] body = message.getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(System.currentTimeMillis());
        mac.update(timestamp.getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) '.');
        String signature = HexFormat.of().formatHex(mac.doFinal(body));
        Wire.Answer answer =
                wire.post("/vapi", "x-timestamp: " + timestamp + "\r\nx-signature: " + signature + "\r\n", body);
        if (answer.status() != 200) {
            throw new IOException("status " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
