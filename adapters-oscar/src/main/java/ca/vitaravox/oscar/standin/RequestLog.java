package ca.vitaravox.oscar.standin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The requests that reached the stand-in: how many of each kind, and the last ones themselves. Thread-safe. */
public final class RequestLog {
    /** How many requests are kept; older ones are only counted. */
    public static final int KEPT = 10_000;

    private final Map<Endpoint, Integer> counts = new EnumMap<>(Endpoint.class);
    private final Deque<ReceivedRequest> last = new ArrayDeque<>();
    private int total;

    RequestLog() {}

    synchronized void add(ReceivedRequest request) {
        total++;
        request.endpoint().ifPresent(endpoint -> counts.merge(endpoint, 1, Integer::sum));
        last.addLast(request);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
        notifyAll();
    }

    /**
     * Waits until there were so many requests for an endpoint.
     *
     * @return whether there were before the time was over
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public synchronized boolean await(Endpoint endpoint, int count, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis(); count(endpoint) < count && left > 0; ) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        return count(endpoint) >= count;
    }

    /** How many requests there were for an endpoint since the start, or since they were forgotten. */
    public synchronized int count(Endpoint endpoint) {
        return counts.getOrDefault(endpoint, 0);
    }

    /** How many requests there were. */
    public synchronized int total() {
        return total;
    }

    /** The last requests, oldest first. */
    public synchronized List<ReceivedRequest> last() {
        return List.copyOf(last);
    }

    /** Counts from zero again. */
    public synchronized void forget() {
        counts.clear();
        last.clear();
        total = 0;
    }
}
