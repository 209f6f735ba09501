package ca.vitaravox.vapi.webhook;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
     * Does something elsewhere, and waits for it.
     *
     * @throws CompletionException if the errand fails, of {@link RejectedExecutionException} if too much is under way, and
     *     of {@link TimeoutException} after {@code patience}: then the errand goes on by itself
     */
    <T> T done(Supplier<T> errand, Duration patience) {
        try {
            return start(errand).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        } catch (TimeoutException late) {
            throw new CompletionException(late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopped);
        }
    }

    /** As {@link #start(Supplier)}; the result also fails with {@link TimeoutException} after {@code patience}. */
    <T> CompletableFuture<T> start(Supplier<T> errand, Duration patience) {
        return start(errand).orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Does something elsewhere. The result fails as the errand does, and with {@link RejectedExecutionException} if too
     * much is under way.
     */
    <T> CompletableFuture<T> start(Supplier<T> errand) {
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
        return result;
    }
}
