package ca.vitaravox.oscar.rest;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps a clinic's ailing EMR from costing more than it has to: so many requests at a time, so many waiting, and none after
 * most of the last ones failed, until a probe is answered. Thread-safe.
 */
public final class Guard {
    /** Requests at a time; more would not make OSCAR faster. */
    static final int AT_ONCE = 16;

    /** Callers waiting for their turn. */
    static final int WAITING = 64;

    private final Breaker breaker;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final InstantSource clock;

    /** A guard that lets everything through so far; the rest is as the {@link Breaker} has it. */
    public Guard(InstantSource clock, Duration longest, Supplier<CompletableFuture<?>> probe) {
        this.clock = clock;
        this.breaker = new Breaker(clock, longest, probe);
    }

    /** A request that may be sent, to be ended once. */
    public final class Turn {
        private Turn() {}

        /** The EMR answered, whatever it said. */
        public void answered() {
            breaker.answered();
            turns.release();
        }

        /** Nothing was sent after all. */
        public void unused() {
            turns.release();
        }

        /** No answer, or one of a server that is not well. */
        public void failed(Throwable why) {
            breaker.failed(why);
            turns.release();
        }
    }

    /** Whether nothing is let through for now. */
    public boolean isShut() {
        return breaker.isOpen();
    }

    /**
     * Waits for a turn; while the breaker is open not at all, or for a probe if nobody is on the phone.
     *
     * @throws EmrUnavailableException if there is none by the deadline
     */
    public Turn enter(Deadline deadline) {
        breaker.enter(deadline);
        if (!waited(deadline)) {
            throw new EmrUnavailableException("too many requests to the EMR at a time");
        }
        if (breaker.isOpen()) {
            turns.release();
            throw new EmrUnavailableException("the EMR failed too often while this request waited");
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
