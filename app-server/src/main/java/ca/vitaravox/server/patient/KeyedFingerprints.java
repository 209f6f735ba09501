package ca.vitaravox.server.patient;

import ca.vitaravox.ports.patient.Fingerprints;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 under a key of its own, which is drawn from the server's secret: as HKDF (RFC 5869) does it, with a text
 * that names the purpose, so that what is known of one use of the secret says nothing about another. Another secret
 * makes other fingerprints of the same texts. Thread-safe.
 */
public final class KeyedFingerprints implements Fingerprints {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] SALT = "ca.vitaravox".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PURPOSE = "patient fingerprints, first key\u0001".getBytes(StandardCharsets.UTF_8);

    private final byte[] key;

    private KeyedFingerprints(byte[] key) {
        this.key = key;
    }

    /**
     * Fingerprints under a key that is drawn from this secret.
     *
     * @throws IllegalArgumentException if the secret is empty
     */
    public static KeyedFingerprints from(String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("there are no fingerprints without a secret");
        }
        byte[] extracted = hmac(SALT, secret.getBytes(StandardCharsets.UTF_8));
        return new KeyedFingerprints(hmac(extracted, PURPOSE));
    }

    @Override
    public String of(String text) {
        return HexFormat.of().formatHex(hmac(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
