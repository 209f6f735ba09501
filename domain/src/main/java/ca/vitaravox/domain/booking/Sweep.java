package ca.vitaravox.domain.booking;

import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * The openings of one provider, in one pass over sorted times: working times less what is taken, at starts on the grid.
 * The grid counts from the full hour of the clinic's wall clock; changes of the clock by a whole hour, the only ones in
 * Canada, do not shift it.
 */
final class Sweep {
    private final WallClock clock;
    private final long lengthSeconds;
    private final long gridSeconds;

    Sweep(WallClock clock, long lengthMinutes, int gridMinutes) {
        this.clock = clock;
        this.lengthSeconds = lengthMinutes * 60;
        this.gridSeconds = gridMinutes * 60L;
    }

    /**
     * When the earliest openings start, in order.
     *
     * @param working when the provider works
     * @param taken what takes time
     * @param notBefore no opening starts before this second
     * @param fits at which times of the wall clock, in its seconds, a start is wanted
     * @param most how many openings at most
     */
    long[] starts(Stretches working, Stretches taken, long notBefore, LongPredicate fits, int most) {
        LongStream.Builder starts = LongStream.builder();
        int found = 0;
        int next = 0;
        for (int shift = 0; shift < working.size() && found < most; shift++) {
            long end = working.end(shift);
            long start = onGrid(Math.max(working.start(shift), notBefore));
            while (start + lengthSeconds <= end && found < most) {
                while (next < taken.size() && taken.end(next) <= start) {
                    next++;
                }
                if (next < taken.size() && taken.start(next) < start + lengthSeconds) {
                    start = onGrid(taken.end(next));
                    continue;
                }
                if (fits.test(clock.at(start))) {
                    starts.add(start);
                    found++;
                }
                start += gridSeconds;
            }
        }
        return starts.build().toArray();
    }

    /** The first moment on the grid that is not before this one. */
    private long onGrid(long second) {
        long past = Math.floorMod(clock.at(second), gridSeconds);
        return past == 0 ? second : second + gridSeconds - past;
    }
}
