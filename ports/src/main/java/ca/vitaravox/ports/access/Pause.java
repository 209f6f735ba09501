package ca.vitaravox.ports.access;

import java.time.Duration;

/** Waits, on the clock that the application was given; a simulation moves its clock instead. Thread-safe. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits that long.
     *
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    void of(Duration length) throws InterruptedException;
}
