package ca.vitaravox.vapi.webhook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks of one key one after another, in the order in which they came, and tasks of different keys at once. A
 * lane has at most {@link #LONGEST} waiting tasks and is gone when it is empty. Thread-safe.
 */
final class Lanes {
    /** How many tasks of one key wait at most. */
    static final int LONGEST = 30;

    private final Executor executor;
    /** The tasks waiting behind the one that runs, by key; guarded by itself. */
    private final Map<String, Deque<Runnable>> lanes = new HashMap<>();

    Lanes(Executor executor) {
        this.executor = executor;
    }

    /**
     * Runs a task, which must not throw, when all tasks of its key that came before are done.
     *
     * @throws RejectedExecutionException if the lane is full, or the executor takes nothing more
     */
    void run(String key, Runnable task) {
        synchronized (lanes) {
            Deque<Runnable> lane = lanes.get(key);
            if (lane == null) {
                executor.execute(() -> drain(key, task));
                lanes.put(key, new ArrayDeque<>());
            } else if (lane.size() < LONGEST) {
                lane.add(task);
            } else {
                throw new RejectedExecutionException("too many writes of one phone call");
            }
        }
    }

    /** Whether no task runs or waits. */
    boolean isEmpty() {
        synchronized (lanes) {
            return lanes.isEmpty();
        }
    }

    private void drain(String key, Runnable first) {
        Runnable task = first;
        while (task != null) {
            task.run();
            task = next(key);
        }
    }

    private Runnable next(String key) {
        synchronized (lanes) {
            Runnable next = lanes.get(key).poll();
            if (next == null) {
                lanes.remove(key);
            }
            return next;
        }
    }
}
