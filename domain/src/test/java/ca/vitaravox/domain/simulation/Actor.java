package ca.vitaravox.domain.simulation;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** Somebody who does something: on a thread of their own, but only while it is their turn. */
final class Actor {
    private final Semaphore turn = new Semaphore(0);
    private final String name;
    private final Optional<Question> question;
    private final Runnable work;
    private Instant wakes;
    private BooleanSupplier awaited = () -> false;
    private Instant lookedAt;
    private boolean begun;
    private boolean gone;

    Actor(String name, Optional<Question> question, Runnable work, Instant wakes) {
        this.name = name;
        this.question = question;
        this.work = work;
        this.wakes = wakes;
        this.lookedAt = wakes;
    }

    String name() {
        return name;
    }

    /** The question of a caller that is being answered. */
    Optional<Question> question() {
        return question;
    }

    /** The EMR showed this actor a day as it was at this moment. */
    void looksAtDay(Instant at) {
        lookedAt = at;
    }

    /** When this actor last looked at a day in the EMR, or else came up. */
    Instant lookedAt() {
        return lookedAt;
    }

    Runnable work() {
        return work;
    }

    Instant wakes() {
        return wakes;
    }

    boolean isReady(Instant now) {
        return !wakes.isAfter(now) || awaited.getAsBoolean();
    }

    void waitFor(BooleanSupplier something, Instant until) {
        awaited = something;
        wakes = until;
    }

    /** Nothing more comes of this actor, who finds out at the next turn. */
    void vanish(Instant now) {
        gone = true;
        wakes = now;
    }

    boolean isGone() {
        return gone;
    }

    /** Whether this is the first turn. */
    boolean begins() {
        boolean first = !begun;
        begun = true;
        return first;
    }

    void giveTurn() {
        turn.release();
    }

    void awaitTurn() {
        turn.acquireUninterruptibly();
    }
}
