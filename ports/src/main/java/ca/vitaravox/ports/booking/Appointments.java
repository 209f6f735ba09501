package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Driven port: the appointments of a clinic's EMR. An EMR is trusted to check nothing: it books whatever it is asked
 * to, twice if asked twice. Every answer is the EMR's present truth, never from a cache. Thread-safe.
 */
public interface Appointments {
    /**
     * Everything that takes time of these providers on these days of the clinic's calendar, sorted by start.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the EMR does not answer by the deadline
     */
    List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline);

    /**
     * A patient's appointments, past, coming and cancelled, sorted by start.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the EMR does not answer by the deadline
     */
    List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline);

    /** Writes an appointment. Never repeats a request by itself, never throws for an EMR's failure. */
    WriteResult book(ClinicId clinic, NewAppointment appointment, Deadline deadline);

    /** Cancels an appointment; a cancelled one stays so. Never repeats by itself, never throws for an EMR's failure. */
    WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline);
}
