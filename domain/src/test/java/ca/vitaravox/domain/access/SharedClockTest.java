package ca.vitaravox.domain.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedClockTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private long nanos = -7;
    private final SharedClock clock = new SharedClock(NOON, () -> nanos);

    private void pass(Duration length) {
        nanos += length.toNanos();
    }

    /** What a clock says that takes this long to answer. */
    private Instant said(Instant time, Duration takes) {
        pass(takes);
        return time;
    }

    @Test
    void until_it_has_asked_it_counts_from_what_it_was_told_first() {
        assertEquals(NOON, clock.instant());
        pass(Duration.ofSeconds(90));
        assertEquals(NOON.plusSeconds(90), clock.instant());
    }

    @Test
    void once_it_has_asked_it_counts_from_there_and_says_how_far_it_was_off() {
        Instant one = NOON.plusSeconds(3600);
        assertEquals(Optional.of(Duration.ofHours(1)), clock.follow(() -> one));
        pass(Duration.ofMillis(1));
        assertEquals(one.plusMillis(1), clock.instant());
        assertEquals(Optional.of(Duration.ofMillis(-1)), clock.follow(() -> one));
        assertEquals(one, clock.instant());
    }

    @Test
    void half_the_way_is_taken_for_the_way_back() {
        clock.follow(() -> said(NOON, Duration.ofMillis(200)));
        assertEquals(NOON.plusMillis(100), clock.instant());
    }

    @Test
    void what_takes_a_second_is_believed_and_what_takes_longer_is_not() {
        Instant later = NOON.plusSeconds(3600);
        assertEquals(Optional.empty(), clock.follow(() -> said(later, Duration.ofNanos(1_000_000_001))));
        assertEquals(NOON.plusNanos(1_000_000_001), clock.instant());
        clock.follow(() -> said(later, Duration.ofSeconds(1)));
        assertEquals(later.plusMillis(500), clock.instant());
    }

    @Test
    void an_answer_that_took_longer_is_not_believed_while_what_is_known_is_more_exact() {
        clock.follow(() -> said(NOON, Duration.ofMillis(2)));
        assertEquals(Duration.ofMillis(1), clock.error());
        pass(Duration.ofSeconds(15).minusMillis(200));
        // the answer was on its way for a moment, and then had to wait: half of that is no measure
        assertEquals(Optional.empty(), clock.follow(() -> said(NOON.plusSeconds(15), Duration.ofMillis(200))));
        assertEquals(NOON.plusSeconds(15).plusMillis(1), clock.instant());
        assertEquals(Duration.ofMillis(16), clock.error());
    }

    @Test
    void it_is_believed_once_the_counter_may_have_strayed_as_far() {
        clock.follow(() -> NOON);
        pass(Duration.ofSeconds(100).minusMillis(200).minusNanos(1_000_000));
        assertEquals(Optional.empty(), clock.follow(() -> said(clock.instant(), Duration.ofMillis(200))));
        pass(Duration.ofMillis(1));
        Instant later = clock.instant();
        pass(Duration.ofMillis(-200));
        assertEquals(Optional.of(Duration.ofMillis(100)), clock.follow(() -> said(later, Duration.ofMillis(200))));
        assertEquals(Duration.ofMillis(100), clock.error());
    }

    @Test
    void a_clock_that_was_set_is_followed_however_long_its_answer_took() {
        clock.follow(() -> NOON);
        pass(Duration.ofSeconds(1));
        Instant wound = NOON.minusSeconds(60);
        assertEquals(Optional.of(Duration.ofMillis(-61_100)), clock.follow(() -> said(wound, Duration.ofMillis(200))));
        assertEquals(wound.plusMillis(100), clock.instant());
    }

    @Test
    void two_servers_whose_answers_took_long_are_apart_by_what_the_first_ones_took() {
        SharedClock other = new SharedClock(NOON, () -> nanos);
        clock.follow(() -> NOON);
        other.follow(() -> NOON);
        pass(Duration.ofSeconds(15));
        Instant now = clock.instant();
        clock.follow(() -> said(now, Duration.ofMillis(800))); // said at once, heard late
        other.follow(() -> said(now.plusMillis(1_600), Duration.ofMillis(800))); // asked early, said late
        assertEquals(clock.instant(), other.instant());
    }

    @Test
    void while_nobody_answers_it_goes_on() {
        assertThrows(
                IllegalStateException.class,
                () -> clock.follow(() -> {
                    throw new IllegalStateException("the database is down");
                }));
        pass(Duration.ofMinutes(1));
        assertEquals(NOON.plusSeconds(60), clock.instant());
    }
}
