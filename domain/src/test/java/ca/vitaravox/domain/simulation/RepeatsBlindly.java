package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes a write whose reply was lost for not written, and so never finds it before writing again. */
final class RepeatsBlindly extends PassedOn {
    private final Set<SlotId> unanswered = new HashSet<>();
    private final Set<AppointmentId> answered = new HashSet<>();

    RepeatsBlindly(Appointments emr) {
        super(emr);
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return super.on(clinic, providers, first, last, deadline).stream()
                .filter(each -> answered.contains(each.id())
                        || each.reference().filter(unanswered::contains).isEmpty())
                .toList();
    }

    @Override
    public WriteResult book(ClinicId clinic, NewAppointment appointment, Deadline deadline) {
        WriteResult result = super.book(clinic, appointment, deadline);
        if (result instanceof WriteResult.Written written) {
            answered.add(written.appointment());
        } else {
            unanswered.add(appointment.reference());
        }
        return result;
    }
}
