package ca.vitaravox.domain.audit;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.InstantSource;
import java.util.Optional;

/** Writes what callers do, and what is done for them, into the audit trail. Thread-safe. */
public final class CallTrail {
    private final AuditTrail trail;
    private final InstantSource clock;

    /** Writes to {@code trail}, at the time of {@code clock}. */
    public CallTrail(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Records what somebody on the phone did.
     *
     * @param chart the patient's id, where one is concerned
     * @param subject what within the chart, by id
     * @throws RuntimeException if it could not be kept; nothing may be given out or changed then
     */
    public void record(
            CallContext call,
            Relationship relationship,
            AuditAction action,
            Optional<String> chart,
            Optional<String> subject,
            AuditResult result) {
        Actor caller = new Actor.Caller(call.call(), relationship);
        trail.append(new AuditEntry(call.clinic(), clock.instant(), caller, action, chart, subject, result));
    }

    /**
     * Records what the server did by itself, finishing what a call began.
     *
     * @param job what it was doing
     * @param chart the patient's id
     * @param subject what within the chart, by id
     * @throws RuntimeException if it could not be kept; nothing may be changed then
     */
    public void recordServer(
            ClinicId clinic, String job, AuditAction action, String chart, String subject, AuditResult result) {
        recordServer(clinic, job, action, Optional.of(chart), Optional.of(subject), result);
    }

    /**
     * Records what the server did by itself, before anybody on the phone asked for it.
     *
     * @param job what it was doing
     * @param chart the patient's id, where one is concerned
     * @param subject what it did it for, by id
     * @throws RuntimeException if it could not be kept; nothing that was read may be used then
     */
    public void recordServer(
            ClinicId clinic,
            String job,
            AuditAction action,
            Optional<String> chart,
            Optional<String> subject,
            AuditResult result) {
        trail.append(new AuditEntry(clinic, clock.instant(), new Actor.Server(job), action, chart, subject, result));
    }

    /**
     * Records what somebody did, or the server by itself.
     *
     * @param chart the patient's id, where there is one
     * @param subject what it was done to, by id
     * @throws RuntimeException if it could not be kept; nothing may be given out or changed then
     */
    public void record(
            ClinicId clinic,
            Actor actor,
            AuditAction action,
            Optional<String> chart,
            String subject,
            AuditResult result) {
        trail.append(new AuditEntry(clinic, clock.instant(), actor, action, chart, Optional.of(subject), result));
    }
}
