package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.TimeRange;
import java.util.Arrays;

/**
 * Times in any order, overlapping as they like, in seconds: a search puts thousands of them on it. For one thread.
 */
final class Pile {
    private long[] starts = new long[16];
    private long[] ends = new long[16];
    private int size;
    private boolean inOrder = true;

    /** Puts a time on it, from {@code start} to before {@code end}; one that is empty is left out. */
    void add(long start, long end) {
        if (start >= end) {
            return;
        }
        if (size == starts.length) {
            makeRoom(size);
        }
        inOrder &= size == 0 || starts[size - 1] <= start && ends[size - 1] <= end;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    /** Makes room for so many more. */
    void makeRoom(int more) {
        if (size + more > starts.length) {
            starts = Arrays.copyOf(starts, size + more);
            ends = Arrays.copyOf(ends, size + more);
        }
    }

    /** Puts at least this time on it: the full seconds that have a moment of it. */
    void add(TimeRange time) {
        add(Stretches.start(time), Stretches.end(time));
    }

    /**
     * The same times in order, with what overlaps or touches made one. Starts and ends are sorted apart from each other:
     * as many of them as began have ended where, and only where, the next begins after the last of the ends so far. The
     * pile is used up by it.
     */
    Stretches joined() {
        if (!inOrder) {
            Arrays.sort(starts, 0, size);
            Arrays.sort(ends, 0, size);
        }
        int stretches = 0;
        int first = 0;
        for (int last = 0; last < size; last++) {
            if (last + 1 == size || starts[last + 1] > ends[last]) {
                starts[stretches] = starts[first];
                ends[stretches] = ends[last];
                stretches++;
                first = last + 1;
            }
        }
        return new Stretches(starts, ends, stretches);
    }
}
