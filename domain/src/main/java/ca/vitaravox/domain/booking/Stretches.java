package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.TimeRange;
import java.time.Instant;

/** Times in order of which none overlap or touch, in seconds. */
final class Stretches {
    private final long[] starts;
    private final long[] ends;
    private final int size;

    Stretches(long[] starts, long[] ends, int size) {
        this.starts = starts;
        this.ends = ends;
        this.size = size;
    }

    int size() {
        return size;
    }

    long start(int n) {
        return starts[n];
    }

    long end(int n) {
        return ends[n];
    }

    /** The first full second that has a moment of this time. */
    static long start(TimeRange time) {
        return time.start().getEpochSecond();
    }

    /** The first full second that has none any more. */
    static long end(TimeRange time) {
        return ceiling(time.end());
    }

    /** The first full second that is not before this moment. */
    static long ceiling(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }
}
