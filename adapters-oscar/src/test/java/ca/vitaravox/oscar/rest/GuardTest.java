package ca.vitaravox.oscar.rest;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {
    private static final IOException DEAD = new IOException("dead");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T15:00:00Z"));
    private final Guard guard = new Guard(now::get);

    private Guard.Turn enter() {
        return guard.enter(new Deadline(now.get()));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            enter().failed(DEAD);
        }
    }

    private void assertShut() {
        assertThrows(EmrUnavailableException.class, this::enter);
    }

    @Test
    void sixteen_are_let_in_at_a_time_and_the_next_when_one_left() {
        List<Guard.Turn> turns = new ArrayList<>();
        for (int i = 0; i < Guard.AT_ONCE; i++) {
            turns.add(enter());
        }
        assertShut();
        turns.get(0).answered();
        turns.set(0, enter());
        assertShut();
        turns.get(1).unused();
        enter();
        turns.get(2).failed(DEAD);
        enter();
        assertShut();
    }

    /** Half of the last ten, and five of them at the least. */
    @ParameterizedTest
    @CsvSource({"0, 4, false", "0, 5, true", "4, 4, true", "6, 4, false", "5, 5, true", "20, 4, false", "20, 5, true"})
    void it_shuts_when_most_of_the_last_requests_failed(int answered, int failed, boolean shut) {
        for (int i = 0; i < answered; i++) {
            enter().answered();
        }
        fail(failed);
        if (shut) {
            assertShut();
        } else {
            assertDoesNotThrow(this::enter);
        }
    }

    @Test
    void after_five_seconds_one_may_try_and_all_may_if_that_was_answered() {
        fail(5);
        now.updateAndGet(then -> then.plus(Breaker.OPEN));
        assertShut();
        now.updateAndGet(then -> then.plusMillis(1));
        Guard.Turn first = enter();
        assertShut();
        first.answered();
        for (int i = 0; i < Guard.AT_ONCE; i++) {
            enter();
        }
    }

    @Test
    void and_it_stays_shut_if_it_was_not() {
        fail(5);
        now.updateAndGet(then -> then.plus(Breaker.OPEN).plusMillis(1));
        enter().failed(DEAD);
        assertShut();
        now.updateAndGet(then -> then.plus(Breaker.OPEN).minusMillis(1));
        assertShut();
    }

    @Test
    void what_was_not_sent_counts_for_nothing() {
        fail(4);
        for (int i = 0; i < 10; i++) {
            enter().unused();
        }
        fail(1);
        assertShut();
        assertEquals(Duration.ofSeconds(5), Breaker.OPEN);
    }
}
