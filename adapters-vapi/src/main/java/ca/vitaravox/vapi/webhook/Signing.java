package ca.vitaravox.vapi.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One secret that requests may be signed with: HMAC over the raw bytes, before anything is read from them. */
final class Signing {
    private final byte[] secret;

    Signing(byte[] secret) {
        this.secret = secret.clone();
    }

    /** Whether the signature was made with this secret over this body; which hash, its length tells. */
    boolean agrees(Signature signature, byte[] body) {
        String algorithm = signature.mac().length == 64 ? "HmacSHA512" : "HmacSHA256";
        return MessageDigest.isEqual(mac(algorithm, signature.timestamp(), body), signature.mac());
    }

    private byte[] mac(String algorithm, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '.');
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks " + algorithm, e);
        }
    }
}
