package ca.vitaravox.ports.audit;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of a clinic's trail; whatever is empty is any.
 *
 * @param clinic whose trail
 * @param chart the patient's id
 * @param call in which phone call
 * @param user by which user of the administration
 * @param action what was done
 * @param from not before this moment
 * @param until before this moment
 */
public record AuditQuery(
        ClinicId clinic,
        Optional<String> chart,
        Optional<CallId> call,
        Optional<UserId> user,
        Optional<AuditAction> action,
        Optional<Instant> from,
        Optional<Instant> until) {
    /** All entries of a clinic. */
    public static AuditQuery all(ClinicId clinic) {
        return new AuditQuery(
                clinic,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
