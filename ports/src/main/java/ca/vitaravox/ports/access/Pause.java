package ca.vitaravox.ports.access;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits, on the clock that the application was given; a simulation moves its clock instead. Thread-safe. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits that long.
     *
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    void of(Duration length) throws InterruptedException;

    /**
     * Waits until another thread has made something, but no longer than that.
     *
     * @return whether it is made, or has failed
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    default boolean until(Future<?> made, Duration atMost) throws InterruptedException {
        try {
            made.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException | CancellationException failed) {
            return true;
        }
    }
}
