package ca.vitaravox.ports.access;

import java.time.Duration;
import java.time.Instant;

/**
 * The moment after which an answer is of no use to the person on the phone.
 *
 * @param end that moment, on the clock that the application was given
 */
public record Deadline(Instant end) {
    /** What is left at {@code now}; never negative. */
    public Duration left(Instant now) {
        Duration left = Duration.between(now, end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether at {@code now} at least {@code needed} is left. */
    public boolean allows(Duration needed, Instant now) {
        return left(now).compareTo(needed) >= 0;
    }
}
