package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What it wrote it believes to be there, and alone, without reading the day again. */
final class BelievesItsWrite extends PassedOn {
    private final Map<Actor, Appointment> unread = new HashMap<>();
    private final Scheduler scheduler;

    BelievesItsWrite(Appointments emr, Scheduler scheduler) {
        super(emr);
        this.scheduler = scheduler;
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        Appointment believed = unread.remove(scheduler.running());
        return believed == null ? super.on(clinic, providers, first, last, deadline) : List.of(believed);
    }

    @Override
    public WriteResult book(ClinicId clinic, NewAppointment wanted, Deadline deadline) {
        WriteResult result = super.book(clinic, wanted, deadline);
        if (result instanceof WriteResult.Written written) {
            unread.put(scheduler.running(), as(written.appointment(), wanted));
        }
        return result;
    }

    private static Appointment as(AppointmentId id, NewAppointment wanted) {
        return new Appointment(
                id,
                wanted.provider(),
                Optional.of(wanted.patient()),
                wanted.time(),
                wanted.emrType(),
                AppointmentStatus.BOOKED,
                Optional.of(wanted.reference()));
    }
}
