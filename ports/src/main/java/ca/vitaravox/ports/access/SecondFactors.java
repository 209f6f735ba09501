package ca.vitaravox.ports.access;

import java.time.Instant;
import java.util.Set;

/**
 * Driven port: users' second factors, that is a sealed secret from which codes for steps of 30 seconds are made, and
 * recovery codes. Each method is one transaction. Thread-safe.
 */
public interface SecondFactors {
    /**
     * Makes this a user's second factor, with these recovery codes in place of any before, and has a session count as
     * proved by it. The user's other sessions end.
     *
     * @param step the step whose code proved that the user has the secret: it is used
     */
    void set(UserId user, String sealedSecret, long step, Set<String> recoveryHashes, SessionId session, Instant now);

    /** Uses the code of a step; tells false if it, or a later one, was used before. */
    boolean use(UserId user, long step);

    /** Uses a recovery code; tells false if there is none with that hash, or it was used before. */
    boolean useRecoveryCode(UserId user, String hash, Instant now);

    /** Takes a user's second factor and recovery codes away and ends their sessions. */
    void remove(UserId user, Instant now);
}
