package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.access.Pause;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets questions of one key take turns in this process, in the order in which they come. A voice platform asks many at once
 * when the model is talked into it; taking turns, each guess counts those before it. Thread-safe.
 */
final class Turns<K> {
    private static final CompletableFuture<Void> NOBODY = CompletableFuture.completedFuture(null);

    /** When the last one who asked will be done. */
    private final ConcurrentMap<K, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

    private final Pause pause;

    Turns(Pause pause) {
        this.pause = pause;
    }

    /** The answer to a question whose turn came; empty if it did not come within {@code patience}. */
    <T> Optional<T> take(K key, Duration patience, Supplier<T> question) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> before =
                Optional.ofNullable(last.put(key, done)).orElse(NOBODY);
        try {
            return before.isDone() || comes(before, patience) ? Optional.of(question.get()) : Optional.empty();
        } finally {
            // whoever gives up lets nobody past
            before.thenRun(() -> leave(key, done));
        }
    }

    private boolean comes(CompletableFuture<Void> before, Duration patience) {
        try {
            return pause.until(before, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(K key, CompletableFuture<Void> done) {
        last.remove(key, done);
        done.complete(null);
    }

    /** For how many keys somebody is asking or waiting. */
    int busy() {
        return last.size();
    }
}
