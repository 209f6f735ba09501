package ca.vitaravox.vapi.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. */
final class MovableClock implements InstantSource {
    /** The moment of the samples, in which 300 seconds either way are fresh. */
    static final Instant START = Instant.ofEpochMilli(1_789_405_335_620L);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    void move(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }
}
