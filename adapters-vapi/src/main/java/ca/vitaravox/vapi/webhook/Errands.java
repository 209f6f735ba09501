package ca.vitaravox.vapi.webhook;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Has things done on other threads, so that whoever waits for them can stop waiting; a bounded number. Thread-safe. */
final class Errands {
    private final Executor executor;
    private final Semaphore places;

    Errands(Executor executor, int atOnce) {
        this.executor = executor;
        this.places = new Semaphore(atOnce);
    }

    /**
     * Does something elsewhere. The result fails as the errand does, with {@link RejectedExecutionException} if too
     * much is under way, and with {@link java.util.concurrent.TimeoutException} after {@code patience}: then the errand
     * goes on by itself.
     */
    <T> CompletableFuture<T> start(Supplier<T> errand, Duration patience) {
        CompletableFuture<T> result = new CompletableFuture<>();
        if (!places.tryAcquire()) {
            result.completeExceptionally(new RejectedExecutionException("too many errands at once"));
            return result;
        }
        try {
            executor.execute(() -> {
                try {
                    result.complete(errand.get());
                } catch (RuntimeException | Error e) {
                    result.completeExceptionally(e);
                } finally {
                    places.release();
                }
            });
        } catch (RejectedExecutionException e) {
            places.release();
            result.completeExceptionally(e);
        }
        return result.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
