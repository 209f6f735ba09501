package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Buffers;
import ca.vitaravox.ports.clinic.Closure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 3);
    private static final List<String> CANADIAN_ZONES = List.of(
            "America/Atikokan",
            "America/Blanc-Sablon",
            "America/Cambridge_Bay",
            "America/Creston",
            "America/Dawson",
            "America/Dawson_Creek",
            "America/Edmonton",
            "America/Fort_Nelson",
            "America/Glace_Bay",
            "America/Goose_Bay",
            "America/Halifax",
            "America/Inuvik",
            "America/Iqaluit",
            "America/Moncton",
            "America/Rankin_Inlet",
            "America/Regina",
            "America/Resolute",
            "America/St_Johns",
            "America/Swift_Current",
            "America/Toronto",
            "America/Vancouver",
            "America/Whitehorse",
            "America/Winnipeg");

    @Test
    void an_opening_may_begin_when_an_appointment_ends_and_end_when_the_next_begins() {
        List<TimeRange> openings =
                openings(TORONTO, 30, 15, List.of(at(9, 0, 120)), List.of(at(9, 0, 30), at(10, 0, 60)), Instant.EPOCH);
        assertEquals(List.of(at(9, 30, 30)), openings);
    }

    @Test
    void a_visit_one_minute_longer_than_the_gap_does_not_fit() {
        List<TimeRange> openings =
                openings(TORONTO, 31, 1, List.of(at(9, 0, 90)), List.of(at(9, 0, 30), at(10, 0, 30)), Instant.EPOCH);
        assertEquals(List.of(), openings);
    }

    @Test
    void shifts_that_touch_count_as_one() {
        List<TimeRange> openings =
                openings(TORONTO, 60, 60, List.of(at(9, 0, 30), at(9, 30, 30)), List.of(), Instant.EPOCH);
        assertEquals(List.of(at(9, 0, 60)), openings);
    }

    @Test
    void the_moment_of_the_minimum_notice_can_be_booked_and_the_second_before_cannot() {
        Instant nine = at(9, 0, 1).start();
        List<TimeRange> hour = List.of(at(9, 0, 60));
        assertEquals(
                nine, openings(TORONTO, 15, 15, hour, List.of(), nine).get(0).start());
        assertEquals(
                nine.plusSeconds(900),
                openings(TORONTO, 15, 15, hour, List.of(), nine.plusNanos(1))
                        .get(0)
                        .start());
    }

    @Test
    void half_an_hour_off_the_full_hour_the_grid_follows_the_wall_clock() {
        ZoneId newfoundland = ZoneId.of("America/St_Johns");
        Instant eight = DAY.atTime(8, 20).atZone(newfoundland).toInstant();
        List<TimeRange> openings = openings(
                newfoundland, 60, 60, List.of(TimeRange.from(eight, Duration.ofHours(3))), List.of(), Instant.EPOCH);
        assertEquals(
                LocalTime.of(9, 0), openings.get(0).start().atZone(newfoundland).toLocalTime());
    }

    /** Every minute is tried, and an opening is one where nothing forbids it. */
    @Test
    void agrees_with_trying_every_minute_of_random_calendars() {
        long seed = Long.getLong("seed", System.nanoTime());
        int calendars = "full".equals(System.getProperty("scale")) ? 100_000 : 2_000;
        Random random = new Random(seed);
        for (int i = 0; i < calendars; i++) {
            Calendar calendar = Calendar.random(random);
            assertEquals(
                    calendar.byTryingEveryMinute(),
                    calendar.bySweep(),
                    () -> "-Dseed=" + seed + " fails at " + calendar);
        }
    }

    @Test
    void a_sweep_that_looks_only_at_the_last_appointment_is_caught_by_the_comparison() {
        Random random = new Random(1);
        boolean caught = false;
        for (int i = 0; i < 2_000 && !caught; i++) {
            Calendar calendar = Calendar.random(random);
            List<TimeRange> taken = calendar.taken();
            List<TimeRange> naive =
                    calendar.bySweep(taken.isEmpty() ? taken : taken.subList(taken.size() - 1, taken.size()));
            caught = !naive.equals(calendar.byTryingEveryMinute());
        }
        assertTrue(caught);
    }

    @Test
    void a_sweep_without_buffers_is_caught_by_the_comparison() {
        Random random = new Random(1);
        boolean caught = false;
        for (int i = 0; i < 2_000 && !caught; i++) {
            Calendar calendar = Calendar.random(random);
            List<TimeRange> naive = calendar.bySweep(
                    Stream.concat(calendar.busy().stream().map(Calendar.Busy::time), calendar.closed().stream())
                            .toList());
            caught = !naive.equals(calendar.byTryingEveryMinute());
        }
        assertTrue(caught);
    }

    @Test
    void a_sweep_that_takes_the_closed_times_of_a_day_for_hours_since_midnight_is_caught_by_the_comparison() {
        Random random = new Random(1);
        boolean caught = false;
        for (int i = 0; i < 20_000 && !caught; i++) {
            Calendar calendar = Calendar.random(random);
            List<TimeRange> naive = new ArrayList<>(calendar.busyWithBuffers());
            calendar.closures().stream()
                    .filter(each -> each.concerns(WEXFORD))
                    .forEach(closure -> closure.first()
                            .datesUntil(closure.last().plusDays(1))
                            .forEach(day -> naive.add(sinceMidnight(
                                    day.atStartOfDay(calendar.zone()).toInstant(),
                                    closure.hours().orElseThrow()))));
            caught = !calendar.bySweep(naive).equals(calendar.byTryingEveryMinute());
        }
        assertTrue(caught);
    }

    private static TimeRange sinceMidnight(Instant midnight, Closure.Hours hours) {
        int to = hours.to().toSecondOfDay();
        return new TimeRange(
                midnight.plusSeconds(hours.from().toSecondOfDay()), midnight.plusSeconds(to == 0 ? 86_400 : to));
    }

    @Test
    void it_stops_at_as_many_as_are_asked_for() {
        Stretches morning = pile(List.of(at(9, 0, 180))).joined();
        Sweep sweep = new Sweep(new WallClock(TORONTO), 15, 15);
        assertEquals(3, sweep.starts(morning, new Pile().joined(), 0, start -> true, 3).length);
        assertEquals(12, sweep.starts(morning, new Pile().joined(), 0, start -> true, 13).length);
    }

    private static List<TimeRange> openings(
            ZoneId zone, int length, int grid, List<TimeRange> working, List<TimeRange> taken, Instant notBefore) {
        return openings(zone, length, grid, working, taken, notBefore, shown -> true);
    }

    private static List<TimeRange> openings(
            ZoneId zone,
            int length,
            int grid,
            List<TimeRange> working,
            List<TimeRange> taken,
            Instant notBefore,
            LongPredicate fits) {
        long[] starts = new Sweep(new WallClock(zone), length, grid)
                .starts(
                        pile(working).joined(),
                        pile(taken).joined(),
                        Stretches.ceiling(notBefore),
                        fits,
                        Integer.MAX_VALUE);
        return Arrays.stream(starts)
                .mapToObj(start -> TimeRange.from(Instant.ofEpochSecond(start), Duration.ofMinutes(length)))
                .toList();
    }

    private static Pile pile(List<TimeRange> times) {
        Pile pile = new Pile();
        times.forEach(pile::add);
        return pile;
    }

    private static TimeRange at(int hour, int minute, int minutes) {
        return TimeRange.from(DAY.atTime(hour, minute).atZone(TORONTO).toInstant(), Duration.ofMinutes(minutes));
    }

    private record Calendar(
            ZoneId zone,
            int length,
            int grid,
            List<TimeRange> working,
            List<Busy> busy,
            Buffers buffers,
            List<Closure> closures,
            Instant notBefore,
            int earliestHour) {
        /** What takes time, and what its visit type wants kept free around it. */
        private record Busy(TimeRange time, Buffers buffers) {
            /** Whether an appointment may be there as well: neither lies where the other wants nobody. */
            boolean leavesFree(TimeRange wanted, Buffers around) {
                return !around(time, buffers).overlaps(wanted)
                        && !around(wanted, around).overlaps(time);
            }

            private static TimeRange around(TimeRange time, Buffers buffers) {
                return new TimeRange(
                        time.start().minus(buffers.before()), time.end().plus(buffers.after()));
            }
        }

        /** Two days around a change of the clock where the zone has one, at any hour, taken times in any order. */
        static Calendar random(Random random) {
            ZoneId zone = ZoneId.of(CANADIAN_ZONES.get(random.nextInt(CANADIAN_ZONES.size())));
            int[] grids = {5, 10, 15, 20, 30, 60};
            ZonedDateTime midnight = dayNearAChange(zone, random).atStartOfDay(zone);
            List<TimeRange> working = new ArrayList<>();
            ZonedDateTime from = midnight;
            for (int shift = random.nextInt(4); shift > 0; shift--) {
                from = from.plusMinutes(random.nextInt(5) * 60L);
                ZonedDateTime to = from.plusMinutes(5 + random.nextInt(480));
                working.add(new TimeRange(from.toInstant(), to.toInstant()));
                from = to;
            }
            List<Busy> busy = new ArrayList<>();
            for (int appointment = random.nextInt(12); appointment > 0; appointment--) {
                Instant start = midnight.plusMinutes(random.nextInt(36 * 60)).toInstant();
                TimeRange time = TimeRange.from(start, Duration.ofMinutes(1 + random.nextInt(90)));
                busy.add(new Busy(time, buffers(random)));
            }
            Instant notBefore = midnight.plusMinutes(random.nextInt(12 * 60)).toInstant();
            int length = 5 * (1 + random.nextInt(12));
            return new Calendar(
                    zone,
                    length,
                    grids[random.nextInt(grids.length)],
                    working,
                    busy,
                    buffers(random),
                    closures(midnight.toLocalDate(), random),
                    notBefore,
                    random.nextInt(12));
        }

        /** Parts of these days, of the clinic or of a provider who is not asked about; some until midnight. */
        private static List<Closure> closures(LocalDate day, Random random) {
            List<Closure> closures = new ArrayList<>();
            for (int part = random.nextInt(4); part > 0; part--) {
                int from = random.nextInt(24 * 60 - 1);
                int to = random.nextInt(5) == 0 ? 0 : from + 1 + random.nextInt(24 * 60 - 1 - from);
                LocalDate first = day.plusDays(random.nextInt(3) - 1);
                closures.add(new Closure(
                        first,
                        first.plusDays(random.nextInt(2)),
                        Optional.of(new Closure.Hours(
                                LocalTime.ofSecondOfDay((from == 0 && to == 0 ? 1 : from) * 60L),
                                LocalTime.ofSecondOfDay(to * 60L))),
                        "Training",
                        random.nextInt(4) == 0 ? Optional.of(SETHI) : Optional.empty()));
            }
            return closures;
        }

        /** Half of all visit types want none; the longest are two hours. */
        private static Buffers buffers(Random random) {
            int most = random.nextBoolean() ? 1 : random.nextBoolean() ? 16 : 121;
            return new Buffers(Duration.ofMinutes(random.nextInt(most)), Duration.ofMinutes(random.nextInt(most)));
        }

        List<TimeRange> taken() {
            return Stream.concat(busyWithBuffers().stream(), closed().stream()).toList();
        }

        List<TimeRange> busyWithBuffers() {
            return busy.stream()
                    .map(each -> Spacing.Around.of(each.buffers(), buffers).with(each.time()))
                    .toList();
        }

        private List<TimeRange> closed() {
            if (working.isEmpty()) {
                return List.of();
            }
            Pile pile = new Pile();
            new ClosedParts(closures, zone)
                    .addTo(
                            pile,
                            WEXFORD,
                            LocalDate.ofInstant(working.get(0).start(), zone),
                            LocalDate.ofInstant(working.get(working.size() - 1).end(), zone));
            Stretches closed = pile.joined();
            return IntStream.range(0, closed.size())
                    .mapToObj(i ->
                            new TimeRange(Instant.ofEpochSecond(closed.start(i)), Instant.ofEpochSecond(closed.end(i))))
                    .toList();
        }

        private static LocalDate dayNearAChange(ZoneId zone, Random random) {
            Instant somewhen = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(random.nextInt(5 * 365) * 86_400L);
            ZoneOffsetTransition change = zone.getRules().nextTransition(somewhen);
            boolean near = change != null && random.nextBoolean();
            return (near ? change.getInstant() : somewhen).atZone(zone).toLocalDate();
        }

        private boolean fits(Instant start) {
            return start.atZone(zone).getHour() >= earliestHour;
        }

        List<TimeRange> bySweep() {
            return bySweep(taken());
        }

        List<TimeRange> bySweep(List<TimeRange> taken) {
            return openings(
                    zone,
                    length,
                    grid,
                    working,
                    taken,
                    notBefore,
                    shown -> Math.floorMod(shown, 86_400) >= earliestHour * 3_600);
        }

        List<TimeRange> byTryingEveryMinute() {
            List<TimeRange> openings = new ArrayList<>();
            if (working.isEmpty()) {
                return openings;
            }
            Instant end = working.get(working.size() - 1).end();
            for (Instant start = working.get(0).start(); start.isBefore(end); start = start.plusSeconds(60)) {
                TimeRange range = TimeRange.from(start, Duration.ofMinutes(length));
                boolean onGrid = start.atZone(zone).getMinute() % grid == 0;
                boolean free = busy.stream().allMatch(each -> each.leavesFree(range, buffers));
                if (onGrid
                        && free
                        && !start.isBefore(notBefore)
                        && worksThroughout(range)
                        && fits(start)
                        && isOpenThroughout(range)) {
                    openings.add(range);
                }
            }
            return openings;
        }

        private boolean isOpenThroughout(TimeRange range) {
            for (Instant minute = range.start(); minute.isBefore(range.end()); minute = minute.plusSeconds(60)) {
                LocalDateTime shown = LocalDateTime.ofInstant(minute, zone);
                if (closures.stream()
                        .anyMatch(each ->
                                each.concerns(WEXFORD) && each.covers(shown.toLocalDate(), shown.toLocalTime()))) {
                    return false;
                }
            }
            return true;
        }

        private boolean worksThroughout(TimeRange range) {
            for (Instant minute = range.start(); minute.isBefore(range.end()); minute = minute.plusSeconds(60)) {
                Instant moment = minute;
                if (working.stream()
                        .noneMatch(shift -> !moment.isBefore(shift.start()) && moment.isBefore(shift.end()))) {
                    return false;
                }
            }
            return true;
        }
    }
}
