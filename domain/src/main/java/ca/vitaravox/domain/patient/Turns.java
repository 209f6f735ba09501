package ca.vitaravox.domain.patient;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets questions of one key take turns in this process. A voice platform asks many at once when the model is talked into
 * it; taking turns, each guess counts those before it. Thread-safe.
 */
final class Turns<K> {
    private final ConcurrentMap<K, Turn> turns = new ConcurrentHashMap<>();

    /** Whose turn it is, and how many are asking or waiting; that number changes only while the map holds its key. */
    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int asking;
    }

    /** The answer to a question whose turn came; empty if it did not come within {@code patience}. */
    <T> Optional<T> take(K key, Duration patience, Supplier<T> question) {
        Turn turn = turns.compute(key, (k, there) -> joined(there));
        try {
            return turn.lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)
                    ? Optional.of(answered(turn, question))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            turns.computeIfPresent(key, (k, there) -> --there.asking == 0 ? null : there);
        }
    }

    private static Turn joined(Turn there) {
        Turn turn = there == null ? new Turn() : there;
        turn.asking++;
        return turn;
    }

    private static <T> T answered(Turn turn, Supplier<T> question) {
        try {
            return question.get();
        } finally {
            turn.lock.unlock();
        }
    }
}
