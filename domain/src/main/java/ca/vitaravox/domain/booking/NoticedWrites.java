package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The EMR's appointments; whatever is asked to be written, recent reads of that clinic are forgotten. Thread-safe. */
final class NoticedWrites implements Appointments {
    private final Appointments appointments;
    private final RecentReads recent;

    NoticedWrites(Appointments appointments, RecentReads recent) {
        this.appointments = appointments;
        this.recent = recent;
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return appointments.on(clinic, providers, first, last, deadline);
    }

    @Override
    public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
        return appointments.of(clinic, patient, deadline);
    }

    @Override
    public WriteResult book(ClinicId clinic, NewAppointment appointment, Deadline deadline) {
        try {
            return appointments.book(clinic, appointment, deadline);
        } finally {
            recent.forget(clinic);
        }
    }

    @Override
    public WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline) {
        try {
            return appointments.cancel(clinic, appointment, deadline);
        } finally {
            recent.forget(clinic);
        }
    }
}
