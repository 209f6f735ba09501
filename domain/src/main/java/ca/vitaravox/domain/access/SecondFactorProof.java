package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.Account;
import ca.vitaravox.ports.access.OneTimeCodes;
import ca.vitaravox.ports.access.SecondFactors;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.SecretPlace;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Whether somebody has the second factor: a code of this, the last or the next step, each used once. */
final class SecondFactorProof {
    private static final int DRIFT = 1;
    private static final String SIX_DIGITS = "[0-9]{6}";

    private final SecondFactors factors;
    private final OneTimeCodes codes;
    private final Envelope envelope;

    SecondFactorProof(SecondFactors factors, OneTimeCodes codes, Envelope envelope) {
        this.factors = factors;
        this.codes = codes;
        this.envelope = envelope;
    }

    static SecretPlace place(UserId user) {
        return new SecretPlace("user/" + user.value(), "totp");
    }

    /** How somebody proved it. */
    enum Proof {
        /** By a code. */
        CODE,
        /** By a recovery code. */
        RECOVERY_CODE,
        /** Not at all. */
        NONE
    }

    /** Uses up a code of an account that has a second factor. */
    Proof of(Account account, String written, Instant now) {
        UserId user = account.user().id();
        String code = written.replaceAll("[\\s-]", "");
        if (!code.matches(SIX_DIGITS)) {
            boolean used = factors.useRecoveryCode(user, Digest.recoveryCode(user.value(), code), now);
            return used ? Proof.RECOVERY_CODE : Proof.NONE;
        }
        String secret = envelope.open(place(user), account.sealedSecret().orElseThrow());
        OptionalLong step = step(secret, code, now);
        return step.isPresent() && factors.use(user, step.getAsLong()) ? Proof.CODE : Proof.NONE;
    }

    /** The step whose code this is. */
    OptionalLong step(String secret, String code, Instant now) {
        long present = codes.step(now);
        return LongStream.rangeClosed(present - DRIFT, present + DRIFT)
                .filter(step -> Digest.same(codes.code(secret, step), code))
                .findFirst();
    }
}
