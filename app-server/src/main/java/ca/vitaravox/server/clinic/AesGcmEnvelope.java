package ca.vitaravox.server.clinic;

import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.ports.clinic.UnsealableException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals with AES-256-GCM. What is kept is {@code v1.key-id.nonce.ciphertext}; key id, owner and field are authenticated
 * with it, each with its length before it, so that a row copied to another owner or column does not open there. Nonces
 * are 96 random bits: fine for far more secrets than clinics have. Thread-safe.
 */
public final class AesGcmEnvelope implements Envelope {
    private static final String VERSION = "v1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int PARTS = 4;

    private final EncryptionKeys keys;
    private final SecureRandom random = new SecureRandom();

    /** An envelope under these keys. */
    public AesGcmEnvelope(EncryptionKeys keys) {
        this.keys = keys;
    }

    @Override
    public String seal(SecretPlace place, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        EncryptionKeys.Key key = keys.newest();
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            return String.join(".", VERSION, key.id(), base64.encodeToString(nonce), base64.encodeToString(sealed));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("AES-GCM does not work here", broken);
        }
    }

    @Override
    public String open(SecretPlace place, String sealed) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != PARTS || !parts[0].equals(VERSION)) {
            throw new UnsealableException("not a sealed secret");
        }
        EncryptionKeys.Key key = keys.key(parts[1])
                .orElseThrow(() -> new UnsealableException("sealed under the key \"" + printable(parts[1])
                        + "\", which is not among VITARAVOX_ENCRYPTION_KEYS"));
        try {
            Base64.Decoder base64 = Base64.getUrlDecoder();
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, base64.decode(parts[2]), place);
            return new String(cipher.doFinal(base64.decode(parts[3])), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException changed) {
            throw new UnsealableException("sealed for another place, or changed", changed);
        }
    }

    private static String printable(String id) {
        return id.replaceAll("[^A-Za-z0-9_-]", "?");
    }

    @Override
    public boolean isCurrent(String sealed) {
        return sealed.startsWith(VERSION + "." + keys.newest().id() + ".");
    }

    private static Cipher cipher(int mode, EncryptionKeys.Key key, byte[] nonce, SecretPlace place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        for (String part : new String[] {VERSION, key.id(), place.owner(), place.field()}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            cipher.updateAAD(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            cipher.updateAAD(bytes);
        }
        return cipher;
    }
}
