package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.booking.WorkingTime;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A reception's EMR whose answers are twisted on their way. */
final class TwistedEmr implements Appointments, Schedules {
    private final Reception reception;
    UnaryOperator<List<Appointment>> day = answer -> answer;
    UnaryOperator<List<Appointment>> patients = answer -> answer;
    UnaryOperator<WriteResult> written = answer -> answer;
    int daysTooMany;

    TwistedEmr(Reception reception) {
        this.reception = reception;
    }

    /** The reception over this EMR. */
    FrontDesk desk() {
        return reception.desk(new FrontDesk.Emr(reception.emr, this, this));
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return day.apply(reception.emr.on(clinic, providers, first, last, deadline));
    }

    @Override
    public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
        return patients.apply(reception.emr.of(clinic, patient, deadline));
    }

    @Override
    public WriteResult book(ClinicId clinic, NewAppointment appointment, Deadline deadline) {
        return written.apply(reception.emr.book(clinic, appointment, deadline));
    }

    @Override
    public WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline) {
        return written.apply(reception.emr.cancel(clinic, appointment, deadline));
    }

    @Override
    public List<WorkingTime> working(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return reception.emr.working(
                clinic, providers, first.minusDays(daysTooMany), last.plusDays(daysTooMany), deadline);
    }
}
