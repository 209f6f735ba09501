package ca.vitaravox.ports.booking;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time, half-open: its start belongs to it, its end does not.
 *
 * @param start when it begins
 * @param end when it is over, after it began
 */
public record TimeRange(Instant start, Instant end) {
    /** Refuses an empty or reversed range. */
    public TimeRange {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a time range ends after it begins");
        }
    }

    /** The range of that length from {@code start} on. */
    public static TimeRange from(Instant start, Duration length) {
        return new TimeRange(start, start.plus(length));
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(start, end);
    }

    /** Whether both share a moment; ranges that only touch do not. */
    public boolean overlaps(TimeRange other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
