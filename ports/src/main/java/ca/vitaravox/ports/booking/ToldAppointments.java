package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Driven port: which appointments a phone call was told of; only those can be changed in it. Thread-safe. */
public interface ToldAppointments {
    /**
     * Keeps that the call was told of these appointments of a patient; {@code booked} if it booked them itself, which
     * stays so when it is told of them later.
     */
    void keep(
            ClinicId clinic,
            CallId call,
            PatientId patient,
            Set<AppointmentId> appointments,
            boolean booked,
            Instant now);

    /**
     * Whether anybody was told of an appointment: this call, or any other.
     *
     * @param over when this call was known to be over, after which nobody in it heard anything; empty while it goes on
     */
    boolean heard(ClinicId clinic, AppointmentId appointment, CallId call, Optional<Instant> over);

    /** What is known of an appointment in this call. */
    Optional<Told> told(ClinicId clinic, CallId call, AppointmentId appointment);

    /** The call is about to cancel an appointment it was told of; open until that is {@linkplain #settled settled}. */
    void cancelling(ClinicId clinic, CallId call, AppointmentId appointment);

    /**
     * It is known what came of the call's cancelling an appointment, whoever cancelled it.
     *
     * @return whether the call had begun to, and did not know
     */
    boolean settled(ClinicId clinic, CallId call, AppointmentId appointment);

    /**
     * An appointment the call was told of.
     *
     * @param patient whose it is
     * @param bookedHere whether this very call booked it
     */
    record Told(PatientId patient, boolean bookedHere) {}
}
