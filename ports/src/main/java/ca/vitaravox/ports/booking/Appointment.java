package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import java.util.Optional;

/**
 * An appointment as the EMR has it, whoever booked it.
 *
 * @param id the EMR's id
 * @param provider with whom
 * @param patient for whom; empty for a time that is merely blocked
 * @param time when
 * @param emrType the EMR's name for its type; may be empty
 * @param status what has become of it
 * @param reference our mark, if the EMR kept it: the id of the slot this appointment was booked from
 * @param name the patient's, as the EMR's day sheet writes it; empty where it does not
 */
public record Appointment(
        AppointmentId id,
        ProviderId provider,
        Optional<PatientId> patient,
        TimeRange time,
        String emrType,
        AppointmentStatus status,
        Optional<SlotId> reference,
        Optional<String> name) {
    /** One whose patient's name is not told. */
    public Appointment(
            AppointmentId id,
            ProviderId provider,
            Optional<PatientId> patient,
            TimeRange time,
            String emrType,
            AppointmentStatus status,
            Optional<SlotId> reference) {
        this(id, provider, patient, time, emrType, status, reference, Optional.empty());
    }

    /** Whether it keeps its time from being booked: all but cancelled ones do. */
    public boolean takesTime() {
        return status != AppointmentStatus.CANCELLED;
    }

    /** The same, having become something else. */
    public Appointment as(AppointmentStatus another) {
        return new Appointment(id, provider, patient, time, emrType, another, reference, name);
    }

    /** Without the name, which no log is to have. */
    @Override
    public String toString() {
        return "Appointment[" + id + ", " + provider + ", " + time + ", " + emrType + ", " + status + "]";
    }
}
