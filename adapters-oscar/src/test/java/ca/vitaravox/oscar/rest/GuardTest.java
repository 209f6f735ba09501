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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {
    private static final IOException DEAD = new IOException("dead");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T15:00:00Z"));
    private final CompletableFuture<String> probe = new CompletableFuture<>();
    private final Guard guard = new Guard(now::get, Duration.ofSeconds(30), () -> probe);

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
    void once_a_probe_was_answered_as_many_are_let_in_as_before() {
        fail(5);
        now.updateAndGet(then -> then.plus(Breaker.OPEN));
        assertShut();
        probe.complete("well");
        for (int i = 0; i < Guard.AT_ONCE; i++) {
            enter();
        }
        assertShut();
    }

    @Test
    void who_waited_for_a_turn_while_it_shut_is_turned_away() {
        fail(4);
        List<Guard.Turn> turns = new ArrayList<>();
        for (int i = 0; i < Guard.AT_ONCE; i++) {
            turns.add(enter());
        }
        Deadline later = new Deadline(now.get().plusSeconds(30));
        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> assertThrows(EmrUnavailableException.class, () -> guard.enter(later)));
        turns.get(0).failed(DEAD);
        waiting.join();
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
