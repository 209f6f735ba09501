package ca.vitaravox.oscar.rest;

import ca.vitaravox.ports.access.Deadline;
import java.time.Duration;
import java.time.Instant;

/** How long is waited for anything. */
final class Patience {
    /** However far away the deadline is. */
    static final Duration MOST = Duration.ofSeconds(30);

    private Patience() {}

    /** Milliseconds until the deadline, 0 past it. */
    static long millis(Deadline deadline, Instant now) {
        Duration left = deadline.left(now);
        return left.compareTo(MOST) > 0 ? MOST.toMillis() : left.toMillis();
    }
}
