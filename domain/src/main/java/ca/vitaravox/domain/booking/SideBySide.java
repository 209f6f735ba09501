package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Reads of an EMR made at the same time, {@link #AT_ONCE} for one search at most. Whoever wants them reads along, so that
 * helpers who are busy elsewhere, or refuse, cost time and nothing else: nobody ever waits for a read that has not begun.
 * Thread-safe.
 */
final class SideBySide {
    /** How many reads of one search an EMR sees at the same time at most. */
    static final int AT_ONCE = 8;

    private final Executor helpers;
    private final InstantSource clock;

    SideBySide(Executor helpers, InstantSource clock) {
        this.helpers = helpers;
        this.clock = clock;
    }

    /**
     * What was read under each key by the deadline; a read that failed as an EMR may, or came late, is left out.
     *
     * @param read ends by the deadline too, with {@link EmrUnavailableException} if it has nothing by then
     */
    <K, V> Map<K, V> read(Collection<K> keys, Function<K, V> read, Deadline deadline) {
        Map<K, FutureTask<V>> reads = new LinkedHashMap<>();
        keys.forEach(key -> reads.put(key, new FutureTask<>(() -> read.apply(key))));
        Queue<FutureTask<V>> waiting = new ConcurrentLinkedQueue<>(reads.values());
        callHelpers(Math.min(AT_ONCE, reads.size()) - 1, () -> runAll(waiting));
        runAll(waiting);
        Map<K, V> results = new LinkedHashMap<>();
        reads.forEach((key, task) -> result(task, deadline).ifPresent(value -> results.put(key, value)));
        return results;
    }

    private void callHelpers(int many, Runnable help) {
        try {
            for (int helper = 0; helper < many; helper++) {
                helpers.execute(help);
            }
        } catch (RejectedExecutionException busy) {
            // those who came help, and if nobody did, the reads are made one after the other
        }
    }

    private static <V> void runAll(Queue<FutureTask<V>> waiting) {
        for (FutureTask<V> next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    private <V> Optional<V> result(FutureTask<V> task, Deadline deadline) {
        try {
            return Optional.of(task.get(deadline.left(clock.instant()).toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failed) {
            return failed(failed.getCause());
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Nothing from an EMR that failed; what is broken here is thrown as it was. */
    private static <V> Optional<V> failed(Throwable cause) {
        if (cause instanceof EmrUnavailableException) {
            return Optional.empty();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw cause instanceof RuntimeException broken ? broken : new IllegalStateException(cause);
    }
}
