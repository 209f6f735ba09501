package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a claimed slot an appointment: read the day, write, read it again. An EMR checks nothing, so a collision with
 * the front desk shows only in that second reading; then ours yields. Whatever is not known for certain leaves the
 * attempt open, for a repeat to look up before anything is written again. Thread-safe.
 */
final class WritingAppointment {
    private final Appointments appointments;
    private final BookingJournal journal;
    private final InstantSource clock;
    private final EmrTime emrTime;

    WritingAppointment(Appointments appointments, BookingJournal journal, InstantSource clock) {
        this.appointments = appointments;
        this.journal = journal;
        this.clock = clock;
        this.emrTime = new EmrTime(clock);
    }

    Written write(Attempt attempt) {
        Optional<EmrDay> before = read(attempt);
        if (before.isEmpty()) {
            return notWritten(attempt);
        }
        if (before.get().hasOurs()) {
            return conclude(attempt, before.get());
        }
        if (!before.get().isFree()) {
            return attempt.resumed()
                    ? new Written.Open()
                    : end(attempt, new SlotState.Released(), new Written.Collided());
        }
        if (!emrTime.allowsWrite(attempt.call())) {
            return notWritten(attempt);
        }
        WriteResult result =
                appointments.book(attempt.call().clinic(), ordered(attempt), emrTime.request(attempt.call()));
        return result instanceof WriteResult.NotWritten ? notWritten(attempt) : lookUp(attempt);
    }

    /** Looks whether the appointment is there, and writes nothing. */
    Written lookUp(Attempt attempt) {
        return read(attempt).map(day -> conclude(attempt, day)).orElseGet(Written.Open::new);
    }

    /** Looks whether the appointment is there, and takes it back. */
    Written takeBack(Attempt attempt) {
        Optional<EmrDay> day = read(attempt).filter(EmrDay::hasOurs);
        return day.isPresent() && allCancelled(attempt, day.get().ours())
                ? end(attempt, new SlotState.Compensated(), new Written.NotWritten())
                : new Written.Open();
    }

    /**
     * Ends an attempt that has been open for too long: what is there stands, what is not will not come any more. Ours
     * beside somebody else's stays open until one of them can be taken back.
     */
    Written giveUp(Attempt attempt) {
        Optional<EmrDay> day = read(attempt);
        if (day.isEmpty() || day.get().hasOurs() && !day.get().others().isEmpty()) {
            return new Written.Open();
        }
        return day.get().hasOurs()
                ? confirmed(attempt, day.get().ours().get(0).id())
                : end(attempt, new SlotState.Released(), new Written.NotWritten());
    }

    /** This attempt wrote nothing; but one before it, cut off, may have. */
    private Written notWritten(Attempt attempt) {
        return attempt.resumed()
                ? new Written.Open()
                : end(attempt, new SlotState.Released(), new Written.NotWritten());
    }

    /** What a reading after the write means. */
    private Written conclude(Attempt attempt, EmrDay day) {
        if (!day.hasOurs()) {
            return new Written.Open();
        }
        if (!day.others().isEmpty()) {
            return allCancelled(attempt, day.ours())
                    ? end(attempt, new SlotState.Compensated(), new Written.Collided())
                    : new Written.Open();
        }
        AppointmentId ours = day.ours().get(0).id();
        boolean settled = allCancelled(attempt, day.ours().subList(1, day.ours().size())) && letGo(attempt);
        return settled ? confirmed(attempt, ours) : new Written.Open();
    }

    private Written confirmed(Attempt attempt, AppointmentId ours) {
        return end(
                attempt, new SlotState.Booked(attempt.patient(), ours), new Written.Confirmed(ours, attempt.resumed()));
    }

    private boolean allCancelled(Attempt attempt, List<Appointment> surplus) {
        return surplus.stream().allMatch(appointment -> cancel(attempt, appointment.id()));
    }

    /** Lets the appointment go that was moved, now that the new time is secured; done when the EMR shows it. */
    private boolean letGo(Attempt attempt) {
        return attempt.moves().isEmpty()
                || isGone(attempt)
                || !(appointments.cancel(
                                        attempt.call().clinic(), attempt.moves().get(), emrTime.request(attempt.call()))
                                instanceof WriteResult.NotWritten)
                        && isGone(attempt);
    }

    /** Whether the EMR no longer shows the appointment that is moved; false where it cannot be read. */
    boolean isGone(Attempt attempt) {
        try {
            return appointments.of(attempt.call().clinic(), attempt.patient(), emrTime.request(attempt.call())).stream()
                    .filter(Appointment::takesTime)
                    .noneMatch(appointment -> attempt.moves().equals(Optional.of(appointment.id())));
        } catch (EmrUnavailableException e) {
            return false;
        }
    }

    private boolean cancel(Attempt attempt, AppointmentId appointment) {
        return appointments.cancel(attempt.call().clinic(), appointment, emrTime.request(attempt.call()))
                instanceof WriteResult.Written;
    }

    /** Ends the attempt; one that somebody else took over meanwhile is theirs to tell. */
    private Written end(Attempt attempt, SlotState state, Written written) {
        boolean ended =
                journal.end(attempt.call().clinic(), attempt.slot().id(), attempt.number(), state, clock.instant());
        return ended ? written : new Written.Open();
    }

    private Optional<EmrDay> read(Attempt attempt) {
        Slot slot = attempt.slot();
        ZoneId zone = attempt.clinic().zone();
        LocalDate first = slot.time().start().atZone(zone).toLocalDate();
        LocalDate last = slot.time().end().atZone(zone).toLocalDate();
        try {
            List<Appointment> day = appointments.on(
                    attempt.call().clinic(), Set.of(slot.provider()), first, last, emrTime.request(attempt.call()));
            return Optional.of(EmrDay.of(day, attempt));
        } catch (EmrUnavailableException e) {
            return Optional.empty();
        }
    }

    private static NewAppointment ordered(Attempt attempt) {
        Slot slot = attempt.slot();
        String emrType =
                attempt.clinic().visitType(slot.visitType()).orElseThrow().emrType();
        return new NewAppointment(
                slot.provider(), attempt.patient(), slot.time(), emrType, attempt.reason(), slot.id());
    }
}
