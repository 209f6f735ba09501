package ca.vitaravox.domain.booking;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

/**
 * The wall clock of a zone, in seconds of the epoch: a search reads it thousands of times, and it is set anew twice a
 * year. For one thread.
 */
final class WallClock {
    /** No change of a clock is as far from the time it shows. */
    private static final long DAY = 86_400;

    private final ZoneId zone;
    private long setAt;
    private long setAnew;
    private long ahead;

    WallClock(ZoneId zone) {
        this.zone = zone;
    }

    /** What it shows at a moment, as if that were seconds of UTC. */
    long at(long second) {
        if (second < setAt || second >= setAnew) {
            goTo(Instant.ofEpochSecond(second));
        }
        return second + ahead;
    }

    /** When it shows this, to the second; where it never does, or does so twice, as {@link LocalDateTime#atZone} has it. */
    long whenAt(LocalDateTime time) {
        long second = time.toEpochSecond(ZoneOffset.UTC) - ahead;
        if (second - DAY < setAt || second + DAY >= setAnew) {
            second = time.atZone(zone).toEpochSecond();
            at(second);
        }
        return second;
    }

    private void goTo(Instant moment) {
        ZoneOffsetTransition last = zone.getRules().previousTransition(moment.plusSeconds(1));
        ZoneOffsetTransition next = zone.getRules().nextTransition(moment);
        setAt = last == null ? Long.MIN_VALUE : last.toEpochSecond();
        setAnew = next == null ? Long.MAX_VALUE : next.toEpochSecond();
        ahead = zone.getRules().getOffset(moment).getTotalSeconds();
    }
}
