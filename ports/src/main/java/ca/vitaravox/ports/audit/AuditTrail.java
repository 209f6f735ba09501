package ca.vitaravox.ports.audit;

import java.time.Period;

/**
 * Driven port: the append-only trail of what was seen or changed in charts. An entry is written before the answer
 * leaves: no audit, no data. The entries of a clinic are a chain: each carries the hash of the one before ({@link Link}).
 * Thread-safe.
 */
@FunctionalInterface
public interface AuditTrail {
    /** How long entries are kept, at least. */
    Period KEPT = Period.ofYears(7);

    /**
     * Appends one entry; it is durable when this returns.
     *
     * @throws RuntimeException if it could not be kept; the caller must then give out nothing and change nothing
     */
    void append(AuditEntry entry);
}
