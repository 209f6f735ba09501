package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.Password;
import ca.vitaravox.ports.access.PasswordHashes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mindrot.jbcrypt.BCrypt;

/**
 * bcrypt of cost 12 over a digest of the password.
 *
 * <p>bcrypt looks at 72 bytes, which is 18 characters in some scripts, and stops at a zero byte. So it is given the
 * Base64 of HMAC-SHA-384, 64 characters without a zero, of which every character of the password decides every one. The
 * HMAC's key is no secret: it keeps our digests apart from the plain SHA-384 of passwords that leaked elsewhere, which
 * could otherwise be tried here without the passwords themselves being known (password shucking). Passwords are
 * normalised to NFKC first, since keyboards differ in how they write an é. Thread-safe.
 */
public final class BcryptPasswords implements PasswordHashes {
    private static final int COST = 12;
    private static final String SCHEME = "v1:";
    private static final byte[] PURPOSE = "vitaravox-password-v1".getBytes(StandardCharsets.UTF_8);
    private static final String ALGORITHM = "HmacSHA384";

    /** Of 32 random bytes that nobody kept. */
    private static final String DECOY = SCHEME + "$2a$12$V3d3yL1h4gXfUUoa5TfFxOfr0qYl7n8lJmqFQf6W2y3m1lS9o4n1K";

    private final SecureRandom random = new SecureRandom();

    /** The hashes. */
    public BcryptPasswords() {}

    @Override
    public String hash(Password password) {
        return SCHEME + BCrypt.hashpw(digest(password), BCrypt.gensalt(COST, random));
    }

    @Override
    public boolean matches(Password password, String hash) {
        if (!hash.startsWith(SCHEME)) {
            throw new IllegalArgumentException("not a hash of this scheme");
        }
        return BCrypt.checkpw(digest(password), hash.substring(SCHEME.length()));
    }

    @Override
    public String decoy() {
        return DECOY;
    }

    private static String digest(Password password) {
        String normal = Normalizer.normalize(password.value(), Normalizer.Form.NFKC);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(PURPOSE, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(normal.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
