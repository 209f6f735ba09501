package ca.vitaravox.server.audit;

import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.access.Visit;
import java.time.InstantSource;
import java.util.Optional;

/** Writes what the users of the administration see and do in a clinic into its trail. Thread-safe. */
public final class AdminTrail {
    private final AuditTrail trail;
    private final InstantSource clock;

    /** Writes into this trail. */
    public AdminTrail(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Notes something that is done; to be called before its answer is given.
     *
     * @param subject what it is done to, by id; never what somebody typed
     */
    public void done(Visit visit, AuditAction action, Optional<String> subject) {
        done(visit, visit.clinic(), action, subject);
    }

    /** The same, in a clinic that the path does not name. */
    public void done(Visit visit, ClinicId clinic, AuditAction action, Optional<String> subject) {
        append(visit, clinic, action, subject, AuditResult.DONE);
    }

    /** Notes how something stands. */
    public void note(Visit visit, AuditAction action, Optional<String> subject, AuditResult result) {
        append(visit, visit.clinic(), action, subject, result);
    }

    private void append(
            Visit visit, ClinicId clinic, AuditAction action, Optional<String> subject, AuditResult result) {
        trail.append(new AuditEntry(clinic, clock.instant(), visit.actor(), action, Optional.empty(), subject, result));
    }
}
