package ca.vitaravox.server.emr;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The appointments of whichever EMR the clinic has. */
public final class RoutedAppointments implements Appointments {
    private final EmrSwitchboard emrs;

    /** Appointments over this switchboard. */
    public RoutedAppointments(EmrSwitchboard emrs) {
        this.emrs = emrs;
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return emrs.ask(clinic, emr -> emr.appointments().on(clinic, providers, first, last, deadline));
    }

    @Override
    public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
        return emrs.ask(clinic, emr -> emr.appointments().of(clinic, patient, deadline));
    }

    @Override
    public WriteResult book(ClinicId clinic, NewAppointment appointment, Deadline deadline) {
        return tell(clinic, emr -> emr.appointments().book(clinic, appointment, deadline));
    }

    @Override
    public WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline) {
        return tell(clinic, emr -> emr.appointments().cancel(clinic, appointment, deadline));
    }

    private WriteResult tell(ClinicId clinic, Function<ClinicEmr, WriteResult> order) {
        try {
            return emrs.tell(clinic, order);
        } catch (EmrUnavailableException none) {
            return new WriteResult.NotWritten(none.getMessage());
        }
    }
}
