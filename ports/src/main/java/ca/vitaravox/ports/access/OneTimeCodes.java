package ca.vitaravox.ports.access;

import java.time.Instant;

/** Driven port: codes of six digits for steps of 30 seconds (TOTP, RFC 6238). Thread-safe. */
public interface OneTimeCodes {
    /** The step of a moment. */
    long step(Instant at);

    /**
     * The code of a step.
     *
     * @param secret as {@link AccessSecrets#secondFactor} makes it
     */
    String code(String secret, long step);
}
