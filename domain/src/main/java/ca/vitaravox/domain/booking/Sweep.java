package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The openings of one provider, in one pass over sorted times: working times less what is taken, at starts on the grid.
 * The grid counts from the full hour of the clinic's wall clock; changes of the clock by a whole hour, the only ones in
 * Canada, do not shift it.
 */
final class Sweep {
    private final ZoneId zone;
    private final long lengthSeconds;
    private final long gridSeconds;

    Sweep(ZoneId zone, long lengthMinutes, int gridMinutes) {
        this.zone = zone;
        this.lengthSeconds = lengthMinutes * 60;
        this.gridSeconds = gridMinutes * 60L;
    }

    /**
     * The earliest openings.
     *
     * @param working when the provider works, in any order; what touches counts as one
     * @param taken what takes time, in any order, overlapping as it likes
     * @param notBefore no opening starts before this
     * @param fits which starts are wanted
     * @param most how many openings at most
     */
    List<TimeRange> openings(
            List<TimeRange> working, List<TimeRange> taken, Instant notBefore, Predicate<Instant> fits, int most) {
        Stretches busy = Stretches.covering(taken);
        Stretches shifts = Stretches.within(working);
        List<TimeRange> openings = new ArrayList<>();
        int next = 0;
        for (int shift = 0; shift < shifts.size(); shift++) {
            ZoneOffset offset = zone.getRules().getOffset(Instant.ofEpochSecond(shifts.start(shift)));
            long end = shifts.end(shift);
            long start = onGrid(Math.max(shifts.start(shift), Stretches.ceiling(notBefore)), offset);
            while (start + lengthSeconds <= end && openings.size() < most) {
                while (next < busy.size() && busy.end(next) <= start) {
                    next++;
                }
                if (next < busy.size() && busy.start(next) < start + lengthSeconds) {
                    start = onGrid(busy.end(next), offset);
                    continue;
                }
                Instant opening = Instant.ofEpochSecond(start);
                if (fits.test(opening)) {
                    openings.add(new TimeRange(opening, opening.plusSeconds(lengthSeconds)));
                }
                start += gridSeconds;
            }
        }
        return openings;
    }

    /** The first moment on the grid that is not before this one. */
    private long onGrid(long second, ZoneOffset offset) {
        long past = Math.floorMod(second + offset.getTotalSeconds(), gridSeconds);
        return past == 0 ? second : second + gridSeconds - past;
    }
}
