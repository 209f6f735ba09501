package ca.vitaravox.oscar.rest;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a clinic's ailing EMR from costing more than it has to: so many requests at a time, so many waiting, and none for a
 * while after most of the last ones failed. Thread-safe.
 */
public final class Guard {
    /** Requests at a time; more would not make OSCAR faster. */
    static final int AT_ONCE = 16;

    /** Callers waiting for their turn. */
    static final int WAITING = 64;

    private final Breaker breaker;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final InstantSource clock;

    /** A guard that lets everything through so far. */
    public Guard(InstantSource clock) {
        this.clock = clock;
        this.breaker = new Breaker(clock);
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
            breaker.unused();
            turns.release();
        }

        /** No answer, or one of a server that is not well. */
        public void failed(Throwable why) {
            breaker.failed(why);
            turns.release();
        }
    }

    /** Whether nothing is let through for now, but for a request that tries. */
    public boolean isShut() {
        return breaker.isOpen();
    }

    /**
     * Waits for a turn; not at all while the breaker is open.
     *
     * @throws EmrUnavailableException if there is none by the deadline
     */
    public Turn enter(Deadline deadline) {
        breaker.enter();
        if (!waited(deadline)) {
            breaker.unused();
            throw new EmrUnavailableException("too many requests to the EMR at a time");
        }
        if (breaker.openedMeanwhile()) {
            breaker.unused();
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
