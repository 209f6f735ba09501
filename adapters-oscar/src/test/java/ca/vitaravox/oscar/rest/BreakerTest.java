package ca.vitaravox.oscar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.contract.AtOnce;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether a server is back is tried by nobody who waits. Probes end here when a test says so. */
class BreakerTest {
    private static final IOException DEAD = new IOException("dead");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** More than one clinic ever has. */
    private static final int CALLERS = 50;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T15:00:00Z"));
    private final List<CompletableFuture<String>> probes = new CopyOnWriteArrayList<>();
    private Breaker breaker = breaker(PATIENCE);

    private Breaker breaker(Duration longest) {
        return new Breaker(now::get, longest, () -> {
            CompletableFuture<String> probe = new CompletableFuture<>();
            probes.add(probe);
            return probe;
        });
    }

    private Deadline onPhone() {
        return new Deadline(now.get().plus(PATIENCE));
    }

    private Deadline work() {
        return Deadline.ofWork(now.get().plus(PATIENCE));
    }

    private void pass(Duration time) {
        now.updateAndGet(then -> then.plus(time));
    }

    private boolean passes(Deadline deadline) {
        try {
            breaker.enter(deadline);
            return true;
        } catch (EmrUnavailableException refused) {
            return false;
        }
    }

    private void open() {
        for (int failure = 0; failure < 5; failure++) {
            breaker.enter(onPhone());
            breaker.failed(DEAD);
        }
        assertTrue(breaker.isOpen());
    }

    /** Open for so long that a probe is due, which the first who asks has sent. */
    private CompletableFuture<String> probe() {
        open();
        pass(Breaker.OPEN);
        assertFalse(passes(onPhone()));
        return probes.get(probes.size() - 1);
    }

    @Test
    void by_itself_the_library_has_a_caller_try() {
        CircuitBreaker alone = CircuitBreaker.of(
                "alone",
                CircuitBreakerConfig.custom()
                        .waitDurationInOpenState(Breaker.OPEN.minusMillis(1))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(((InstantSource) now::get).withZone(ZoneOffset.UTC))
                        .build());
        alone.transitionToOpenState();
        assertFalse(alone.tryAcquirePermission());
        pass(Breaker.OPEN);
        assertTrue(alone.tryAcquirePermission());
    }

    @Test
    void five_seconds_after_the_last_failure_whoever_asks_has_a_probe_sent_and_is_refused_and_not_before() {
        open();
        pass(Duration.ofSeconds(5).minusMillis(1));
        assertFalse(passes(onPhone()));
        assertFalse(passes(work()));
        assertEquals(0, probes.size());

        pass(Duration.ofMillis(1));
        assertEquals(0, probes.size(), "nobody asked");
        assertFalse(passes(onPhone()));
        assertEquals(1, probes.size());
    }

    @Test
    void while_a_probe_is_under_way_everybody_is_refused_and_no_other_is_sent() {
        probe();
        pass(Duration.ofHours(1));
        assertFalse(passes(onPhone()));
        assertTrue(breaker.isOpen());
        assertEquals(1, probes.size());
    }

    @Test
    void however_many_ask_at_once_one_probe_is_sent() {
        open();
        pass(Breaker.OPEN);
        List<Boolean> passed = AtOnce.race(i -> IntStream.range(0, CALLERS).anyMatch(each -> passes(onPhone())));
        assertFalse(passed.contains(true));
        assertEquals(1, probes.size());
    }

    @Test
    void once_it_was_answered_everybody_passes() {
        probe().complete("well");
        assertFalse(breaker.isOpen());
        for (int caller = 0; caller < CALLERS; caller++) {
            assertTrue(passes(onPhone()));
        }
        assertEquals(1, probes.size());
    }

    @Test
    void if_it_was_not_it_stays_open_and_the_next_is_sent_five_seconds_later() {
        CompletableFuture<String> first = probe();
        pass(Duration.ofSeconds(2));
        first.completeExceptionally(DEAD);
        pass(Breaker.OPEN.minusMillis(1));
        assertFalse(passes(onPhone()));
        assertEquals(1, probes.size());

        pass(Duration.ofMillis(1));
        assertFalse(passes(onPhone()));
        assertEquals(2, probes.size());
        probes.get(1).complete("well");
        assertTrue(passes(onPhone()));
    }

    /** Longer than two seconds, or than any answer may take if that is less. */
    @Test
    void a_probe_that_hangs_ends_in_time_and_failed() {
        breaker = breaker(Duration.ofMillis(1));
        CompletableFuture<String> hangs = probe();
        Exception ended = assertThrows(Exception.class, () -> hangs.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        assertTrue(ended.getCause() instanceof TimeoutException, ended::toString);
        pass(Breaker.OPEN);
        while (probes.size() == 1) {
            // what ends a probe tells the breaker a moment later
            assertFalse(passes(onPhone()));
            pass(Breaker.OPEN);
        }
        assertEquals(2, probes.size());
        assertEquals(Duration.ofSeconds(2), Breaker.PROBE);
    }

    @Test
    void a_probe_that_cannot_be_sent_failed() {
        breaker = new Breaker(now::get, PATIENCE, () -> {
            probes.add(new CompletableFuture<>());
            throw new IllegalStateException("no way out");
        });
        probe();
        pass(Breaker.OPEN);
        assertFalse(passes(onPhone()));
        assertEquals(2, probes.size());
    }

    @Test
    void work_that_nobody_waits_for_waits_for_the_probe_and_goes_on() {
        open();
        pass(Breaker.OPEN);
        CompletableFuture<Boolean> working = CompletableFuture.supplyAsync(() -> passes(work()));
        while (probes.isEmpty()) {
            Thread.onSpinWait();
        }
        assertFalse(passes(onPhone()));
        CompletableFuture<Boolean> more = CompletableFuture.supplyAsync(() -> passes(work()));
        assertFalse(working.isDone());
        probes.get(0).complete("well");
        assertTrue(working.join());
        assertTrue(more.join());
        assertEquals(1, probes.size());
    }

    @Test
    void and_is_refused_if_that_failed_or_did_not_end_in_its_own_time() {
        probe();
        assertFalse(passes(Deadline.ofWork(now.get())));
        CompletableFuture<Boolean> working = CompletableFuture.supplyAsync(() -> passes(work()));
        probes.get(0).completeExceptionally(DEAD);
        assertFalse(working.join());
        assertFalse(passes(work()), "within five seconds of it");
        assertEquals(1, probes.size());
    }

    /** It answers probes and nothing else: then each time one who waits finds out, and not five. */
    @Test
    void the_first_failure_after_a_probe_opens_it_again() {
        probe().complete("well");
        assertTrue(passes(onPhone()));
        breaker.failed(DEAD);
        assertFalse(passes(onPhone()));
        pass(Breaker.OPEN.minusMillis(1));
        assertFalse(passes(onPhone()));
        assertEquals(1, probes.size());
        pass(Duration.ofMillis(1));
        assertFalse(passes(onPhone()));
        assertEquals(2, probes.size());
    }

    @Test
    void but_not_the_first_after_an_answer() {
        probe().complete("well");
        breaker.answered();
        breaker.failed(DEAD);
        assertTrue(passes(onPhone()));
    }

    /** What was sent before it opened says nothing of how the server is by now. */
    @Test
    void answers_that_come_while_it_is_open_or_tried_change_nothing() {
        open();
        breaker.answered();
        breaker.failed(DEAD);
        assertTrue(breaker.isOpen());
        pass(Breaker.OPEN);
        assertFalse(passes(onPhone()));
        breaker.answered();
        assertTrue(breaker.isOpen(), "tried, and not known");
        breaker.failed(DEAD);
        probes.get(0).complete("well");
        assertTrue(passes(onPhone()));
    }
}
