package ca.vitaravox.domain.audit;

import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.clinic.ClinicId;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the audit trail in memory, and no longer than it lives: for tests. A tool that shows charts to people needs a
 * trail that lasts.
 */
public final class InMemoryAuditTrail implements AuditTrail {
    private final List<AuditEntry> entries = new ArrayList<>();

    /** An empty trail. */
    public InMemoryAuditTrail() {}

    @Override
    public synchronized void append(AuditEntry entry) {
        entries.add(entry);
    }

    /** The entries of a clinic, oldest first. */
    public synchronized List<AuditEntry> entries(ClinicId clinic) {
        return entries.stream().filter(entry -> entry.clinic().equals(clinic)).toList();
    }
}
