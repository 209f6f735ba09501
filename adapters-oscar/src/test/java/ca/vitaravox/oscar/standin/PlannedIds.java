package ca.vitaravox.oscar.standin;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Ids that a test has planned, and after them ids that count up. */
final class PlannedIds implements Supplier<String> {
    private final Queue<String> planned = new ConcurrentLinkedQueue<>();
    private final AtomicLong others = new AtomicLong();

    void plan(String id) {
        planned.add(id);
    }

    void forgetPlans() {
        planned.clear();
    }

    @Override
    public String get() {
        String next = planned.poll();
        return next == null ? "00000000-0000-4000-8000-%012d".formatted(others.incrementAndGet()) : next;
    }
}
