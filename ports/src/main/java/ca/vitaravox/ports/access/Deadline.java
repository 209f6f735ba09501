package ca.vitaravox.ports.access;

import java.time.Duration;
import java.time.Instant;

/**
 * The moment after which an answer is of no use to whoever waits for it.
 *
 * @param end that moment, on the clock that the application was given
 * @param onPhone whether that is a person, on the phone or before a page: they would rather hear at once that an EMR is
 *     silent than wait until it was tried
 */
public record Deadline(Instant end, boolean onPhone) {
    /** What somebody waits for. */
    public Deadline(Instant end) {
        this(end, true);
    }

    /** Work that nobody waits for. */
    public static Deadline ofWork(Instant end) {
        return new Deadline(end, false);
    }

    /** The same person, or work, at another moment. */
    public Deadline endingAt(Instant moment) {
        return new Deadline(moment, onPhone);
    }

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
