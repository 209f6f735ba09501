package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.waitlist.EntryEnd;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Whether those who wait for something earlier than an appointment have that appointment still. An entry ends by itself
 * when it is gone, moved to an earlier time, or past; moved to a later time, they wait for something earlier than that.
 * Thread-safe.
 */
final class StillWanted {
    private final WaitlistBook entries;
    private final Appointments appointments;
    private final Endings endings;
    private final InstantSource clock;

    StillWanted(WaitlistBook entries, Appointments appointments, Endings endings, InstantSource clock) {
        this.entries = entries;
        this.appointments = appointments;
        this.endings = endings;
        this.clock = clock;
    }

    /** An appointment was cancelled or moved: whoever waited for something earlier than it hears of that first. */
    void settle(ClinicId clinic, FreedOpening freed, Actor actor) {
        boolean later = freed.movedTo()
                .filter(moved -> moved.start().isAfter(freed.time().start()))
                .isPresent();
        List<WaitlistEntry> concerned = entries.waiting(clinic, clock.instant()).stream()
                .map(WaitlistBook.Waiting::entry)
                .filter(entry -> isInsteadOf(entry, freed.appointment()))
                .toList();
        if (later && !concerned.isEmpty()) {
            FreedOpening.MovedTo to = freed.movedTo().get();
            entries.instead(clinic, freed.appointment(), new WaitlistEntry.Instead(to.appointment(), to.start()));
        } else if (freed.movedTo().isPresent()) {
            concerned.forEach(entry -> endings.end(clinic, entry.id(), EntryEnd.MOVED_EARLIER, actor));
        } else {
            concerned.forEach(entry -> ifGone(clinic, entry, actor));
        }
    }

    private static boolean isInsteadOf(WaitlistEntry entry, AppointmentId appointment) {
        return entry.instead()
                .filter(have -> have.appointment().equals(appointment))
                .isPresent();
    }

    private void ifGone(ClinicId clinic, WaitlistEntry entry, Actor actor) {
        isWanted(Line.ofServer(clinic, clock.instant()), entry, actor);
    }

    /**
     * Whether they still wait, as the EMR shows it now; if not, their entry ends.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the EMR does not answer
     */
    boolean isWanted(CallContext call, WaitlistEntry entry, Actor actor) {
        Optional<PatientId> patient = entry.person().patient();
        if (entry.instead().isEmpty() || patient.isEmpty()) {
            return true;
        }
        Optional<EntryEnd> end = end(call, patient.get(), entry.instead().get());
        end.ifPresent(why -> endings.end(call.clinic(), entry.id(), why, actor));
        return end.isEmpty();
    }

    private Optional<EntryEnd> end(CallContext call, PatientId patient, WaitlistEntry.Instead have) {
        Deadline deadline = call.deadline();
        Optional<Instant> start = appointments.of(call.clinic(), patient, deadline).stream()
                .filter(appointment -> appointment.id().equals(have.appointment()))
                .filter(Appointment::takesTime)
                .map(appointment -> appointment.time().start())
                .findFirst();
        if (start.isEmpty()) {
            return Optional.of(EntryEnd.APPOINTMENT_GONE);
        }
        if (!clock.instant().isBefore(start.get())) {
            return Optional.of(EntryEnd.APPOINTMENT_PAST);
        }
        return start.get().isBefore(have.start()) ? Optional.of(EntryEnd.MOVED_EARLIER) : Optional.empty();
    }
}
