package ca.vitaravox.server.audit;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Visit;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

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

    /**
     * Does something between two lines: that it is intended, and how it ended. Without the first it is not done; without
     * the second nobody is told that it was.
     *
     * @param how how it ended, by what came of it
     */
    public <T> T around(Deed deed, Supplier<T> work, Function<T, AuditResult> how) {
        append(deed, AuditResult.INTENDED);
        T made;
        try {
            made = work.get();
        } catch (Problem | IllegalArgumentException refused) {
            append(deed, AuditResult.REFUSED);
            throw refused;
        } catch (RuntimeException broken) {
            append(deed, AuditResult.UNKNOWN);
            throw broken;
        }
        append(deed, how.apply(made));
        return made;
    }

    /** The same for what is done unless it is refused. */
    public void around(Deed deed, Runnable work) {
        around(
                deed,
                () -> {
                    work.run();
                    return deed;
                },
                done -> AuditResult.DONE);
    }

    private void append(
            Visit visit, ClinicId clinic, AuditAction action, Optional<String> subject, AuditResult result) {
        append(clinic, visit.actor(), action, subject, result);
    }

    private void append(Deed deed, AuditResult result) {
        append(deed.clinic(), deed.actor(), deed.action(), Optional.of(deed.subject()), result);
    }

    private void append(
            ClinicId clinic, Actor actor, AuditAction action, Optional<String> subject, AuditResult result) {
        trail.append(new AuditEntry(clinic, clock.instant(), actor, action, Optional.empty(), subject, result));
    }
}
