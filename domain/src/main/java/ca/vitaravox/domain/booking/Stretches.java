package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.TimeRange;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Times in order, with what overlaps or touches made one, in seconds: a search goes through thousands of them. */
final class Stretches {
    private static final Comparator<TimeRange> BY_START = Comparator.comparing(TimeRange::start);

    private final long[] starts;
    private final long[] ends;
    private int size;

    private Stretches(int most) {
        starts = new long[most];
        ends = new long[most];
    }

    /** At least these times, in any order: full seconds that have a moment of them. */
    static Stretches covering(List<TimeRange> times) {
        Stretches stretches = new Stretches(times.size());
        for (TimeRange time : sorted(times)) {
            stretches.add(time.start().getEpochSecond(), ceiling(time.end()));
        }
        return stretches;
    }

    /** At most these times, in any order: full seconds that lie within them. */
    static Stretches within(List<TimeRange> times) {
        Stretches stretches = new Stretches(times.size());
        for (TimeRange time : sorted(times)) {
            long start = ceiling(time.start());
            long end = time.end().getEpochSecond();
            if (start < end) {
                stretches.add(start, end);
            }
        }
        return stretches;
    }

    private static TimeRange[] sorted(List<TimeRange> times) {
        TimeRange[] sorted = times.toArray(TimeRange[]::new);
        Arrays.sort(sorted, BY_START);
        return sorted;
    }

    private void add(long start, long end) {
        if (size > 0 && start <= ends[size - 1]) {
            ends[size - 1] = Math.max(ends[size - 1], end);
        } else {
            starts[size] = start;
            ends[size] = end;
            size++;
        }
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

    /** The first full second that is not before this moment. */
    static long ceiling(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }
}
