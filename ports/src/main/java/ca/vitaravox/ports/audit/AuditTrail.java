package ca.vitaravox.ports.audit;

/**
 * Driven port: the append-only trail of what was seen or changed in charts. An entry is written before the answer
 * leaves: no audit, no data. Thread-safe.
 */
@FunctionalInterface
public interface AuditTrail {
    /**
     * Appends one entry; it is durable when this returns.
     *
     * @throws RuntimeException if it could not be kept; the caller must then give out nothing and change nothing
     */
    void append(AuditEntry entry);
}
