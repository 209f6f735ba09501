package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.LoginAttempts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts attempts in memory: for tests, and for a tool that is one process. Thread-safe. */
public final class InMemoryLoginAttempts implements LoginAttempts {
    private final Map<String, Count> counts = new HashMap<>();

    private record Count(int attempts, Instant until) {}

    /** No attempts yet. */
    public InMemoryLoginAttempts() {}

    @Override
    public synchronized boolean begin(String address, Instant now) {
        Count before = counts.get(address);
        Count next = before == null || !now.isBefore(before.until())
                ? new Count(1, now.plus(Duration.ofMinutes(CLOSED_MINUTES)))
                : before.attempts() >= MOST
                        ? new Count(MOST + 1, before.until())
                        : new Count(before.attempts() + 1, now.plus(Duration.ofMinutes(CLOSED_MINUTES)));
        counts.put(address, next);
        return next.attempts() <= MOST;
    }

    @Override
    public synchronized void forget(String address) {
        counts.remove(address);
    }
}
