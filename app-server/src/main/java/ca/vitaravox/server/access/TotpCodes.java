package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.OneTimeCodes;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** TOTP as every authenticator knows it: SHA-1, six digits, steps of 30 seconds. Thread-safe. */
public final class TotpCodes implements OneTimeCodes {
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    /** The codes. */
    public TotpCodes() {}

    @Override
    public long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), seconds());
    }

    private long seconds() {
        return generator.getTimeStep().toSeconds();
    }

    @Override
    public String code(String secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm()),
                    Instant.ofEpochSecond(step * seconds()),
                    Locale.ROOT);
        } catch (InvalidKeyException broken) {
            throw new IllegalStateException("not a secret of a second factor", broken);
        }
    }
}
