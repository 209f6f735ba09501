package ca.vitaravox.server.testing;

import ca.vitaravox.domain.FrontDesk.Emr;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An EMR that is down: it can be neither read nor written. */
public final class NoEmr implements Charts, Appointments {
    private NoEmr() {}

    /** That EMR in place of this one; the clinic's own schedules stay. */
    public static Emr inPlaceOf(Emr emr) {
        NoEmr none = new NoEmr();
        return new Emr(none, none, emr.schedules());
    }

    @Override
    public List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline) {
        throw down();
    }

    @Override
    public Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline) {
        throw down();
    }

    @Override
    public ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline) {
        return new ChartResult.NotMade("the EMR is down");
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        throw down();
    }

    @Override
    public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
        throw down();
    }

    @Override
    public WriteResult book(ClinicId clinic, NewAppointment appointment, Deadline deadline) {
        return new WriteResult.NotWritten("the EMR is down");
    }

    @Override
    public WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline) {
        return new WriteResult.NotWritten("the EMR is down");
    }

    private static EmrUnavailableException down() {
        return new EmrUnavailableException("the EMR is down");
    }
}
