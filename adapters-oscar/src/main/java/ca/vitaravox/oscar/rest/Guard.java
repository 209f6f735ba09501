package ca.vitaravox.oscar.rest;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a clinic's ailing OSCAR from costing more than it has to: so many requests at a time, so many waiting, and none
 * for a while after most of the last ones failed. Thread-safe.
 */
final class Guard {
    /** Requests at a time; more would not make OSCAR faster. */
    static final int AT_ONCE = 16;

    /** Callers waiting for their turn. */
    static final int WAITING = 64;

    /** Of this many answers, half have to be failures for the breaker to open; it needs as many as it can have. */
    static final int WINDOW = 10;

    /** How long an open breaker lets nothing through. */
    static final Duration OPEN = Duration.ofSeconds(5);

    private final CircuitBreaker breaker;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final InstantSource clock;

    Guard(InstantSource clock) {
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                "oscar",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(WINDOW / 2)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(OPEN)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .build());
    }

    /** A request that may be sent, to be ended once. */
    final class Turn {
        /** OSCAR answered, whatever it said. */
        void answered() {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            turns.release();
        }

        /** Nothing was sent after all. */
        void unused() {
            breaker.releasePermission();
            turns.release();
        }

        /** No answer, or one of a server that is not well. */
        void failed(Throwable why) {
            breaker.onError(0, TimeUnit.NANOSECONDS, why);
            turns.release();
        }
    }

    /**
     * Waits for a turn; not at all while the breaker is open.
     *
     * @throws EmrUnavailableException if there is none by the deadline
     */
    Turn enter(Deadline deadline) {
        if (!breaker.tryAcquirePermission()) {
            throw new EmrUnavailableException("OSCAR failed too often of late: it is left alone for a while");
        }
        if (!waited(deadline)) {
            breaker.releasePermission();
            throw new EmrUnavailableException("too many requests to OSCAR at a time");
        }
        if (breaker.getState() == CircuitBreaker.State.OPEN) {
            breaker.releasePermission();
            turns.release();
            throw new EmrUnavailableException("OSCAR failed too often while this request waited");
        }
        return new Turn();
    }

    private boolean waited(Deadline deadline) {
        if (turns.tryAcquire()) {
            return true;
        }
        try {
            long left = Patience.millis(deadline, clock.instant());
            return turns.getQueueLength() < WAITING && turns.tryAcquire(left, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
