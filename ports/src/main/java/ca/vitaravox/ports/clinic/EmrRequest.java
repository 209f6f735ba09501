package ca.vitaravox.ports.clinic;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One request to an EMR, without what was asked or answered.
 *
 * @param operation what it does, in the EMR's own words and without ids: {@code GET /schedule/n/month}; at most
 *     {@value #LONGEST} characters
 * @param took until it was answered, or nobody waited any more
 * @param status what it was answered, as HTTP has it; empty if it was not
 */
public record EmrRequest(String operation, Duration took, OptionalInt status) {
    /** How long an operation's name may be. */
    public static final int LONGEST = 100;

    /** Cuts an operation's name that is too long. */
    public EmrRequest {
        operation = operation.length() > LONGEST ? operation.substring(0, LONGEST) : operation;
        Objects.requireNonNull(took);
        Objects.requireNonNull(status);
    }
}
