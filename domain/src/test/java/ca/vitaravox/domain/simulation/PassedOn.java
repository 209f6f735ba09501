package ca.vitaravox.domain.simulation;

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

/** Passes everything on to the EMR, but for what a wrong variant does differently. */
abstract class PassedOn implements Appointments {
    private final Appointments emr;

    PassedOn(Appointments emr) {
        this.emr = emr;
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return emr.on(clinic, providers, first, last, deadline);
    }

    @Override
    public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
        return emr.of(clinic, patient, deadline);
    }

    @Override
    public WriteResult book(ClinicId clinic, NewAppointment appointment, Deadline deadline) {
        return emr.book(clinic, appointment, deadline);
    }

    @Override
    public WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline) {
        return emr.cancel(clinic, appointment, deadline);
    }
}
