package ca.vitaravox.domain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One clock, asked this and that, agrees with the zone each time. */
class WallClockTest {
    private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");

    @Test
    void shows_what_the_zone_shows_before_at_and_after_each_change() {
        WallClock clock = new WallClock(ST_JOHNS);
        for (String change : new String[] {"2026-03-08T05:30:00Z", "2026-11-01T04:30:00Z"}) {
            long second = Instant.parse(change).getEpochSecond();
            for (long at : new long[] {second, second - 1, second + 1, second - 1}) {
                assertEquals(shown(at), clock.at(at), change);
            }
        }
    }

    @Test
    void is_set_as_the_zone_sets_times_that_never_are_or_are_twice() {
        WallClock clock = new WallClock(ST_JOHNS);
        for (String time : new String[] {
            "2026-03-08T02:00", "2026-03-08T02:30", "2026-03-08T03:00", "2026-11-01T01:00", "2026-11-01T01:59"
        }) {
            LocalDateTime local = LocalDateTime.parse(time);
            assertEquals(local.atZone(ST_JOHNS).toEpochSecond(), clock.whenAt(local), time);
        }
    }

    @Test
    void agrees_with_the_zone_at_random_times_in_any_order() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (ZoneId zone : new ZoneId[] {ST_JOHNS, ZoneId.of("America/Regina"), ZoneOffset.UTC}) {
            WallClock clock = new WallClock(zone);
            for (int i = 0; i < 5_000; i++) {
                long second = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() + random.nextInt(700 * 86_400);
                LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
                assertEquals(local.atZone(zone).toEpochSecond(), clock.whenAt(local), () -> "-Dseed=" + seed);
                assertEquals(
                        LocalDateTime.ofInstant(Instant.ofEpochSecond(second), zone)
                                .toEpochSecond(ZoneOffset.UTC),
                        clock.at(second),
                        () -> "-Dseed=" + seed);
            }
        }
    }

    private static long shown(long second) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(second), ST_JOHNS).toEpochSecond(ZoneOffset.UTC);
    }
}
