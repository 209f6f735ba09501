package ca.vitaravox.ports.access;

/**
 * Driven port: the append-only trail of who got in, who did not, and who changed whose access. Thread-safe.
 */
@FunctionalInterface
public interface AccessTrail {
    /**
     * Appends an event; it is durable when this returns.
     *
     * @throws RuntimeException if it could not be kept; the caller must then let nobody in and change nothing
     */
    void append(AccessEvent event);
}
