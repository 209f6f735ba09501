package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.PatientId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One attempt to make a claimed slot an appointment: read the day, write, read it again. An EMR checks nothing, so a
 * collision with the front desk shows only in that second reading; then ours yields. Whatever is not known for certain
 * leaves the attempt open, for a repeat to look up before anything is written again. Thread-safe.
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

    /** The attempt, claimed before. */
    record Attempt(
            CallContext call,
            Clinic clinic,
            Slot slot,
            PatientId patient,
            Optional<String> reason,
            int number,
            boolean resumed) {}

    Written write(Attempt attempt) {
        Optional<EmrDay> before = read(attempt);
        if (before.isEmpty()) {
            return attempt.resumed()
                    ? new Written.Open()
                    : end(attempt, new SlotState.Released(), new Written.NotWritten());
        }
        if (before.get().hasOurs()) {
            return conclude(attempt, before.get());
        }
        if (!before.get().isFree()) {
            return end(attempt, new SlotState.Released(), new Written.Collided());
        }
        if (!emrTime.allowsWrite(attempt.call())) {
            return attempt.resumed()
                    ? new Written.Open()
                    : end(attempt, new SlotState.Released(), new Written.NotWritten());
        }
        WriteResult result =
                appointments.book(attempt.call().clinic(), ordered(attempt), emrTime.request(attempt.call()));
        if (result instanceof WriteResult.NotWritten && !attempt.resumed()) {
            return end(attempt, new SlotState.Released(), new Written.NotWritten());
        }
        return read(attempt).map(after -> conclude(attempt, after)).orElseGet(Written.Open::new);
    }

    /** What a reading after the write means. */
    private Written conclude(Attempt attempt, EmrDay day) {
        if (!day.hasOurs()) {
            return new Written.Open();
        }
        List<Appointment> surplus =
                day.others().isEmpty() ? day.ours().subList(1, day.ours().size()) : day.ours();
        if (!surplus.stream().allMatch(appointment -> cancelled(attempt, appointment))) {
            return new Written.Open();
        }
        return day.others().isEmpty()
                ? confirmed(attempt, day.ours().get(0))
                : end(attempt, new SlotState.Compensated(), new Written.Collided());
    }

    private Written confirmed(Attempt attempt, Appointment ours) {
        return end(attempt, new SlotState.Booked(attempt.patient(), ours.id()), new Written.Confirmed(ours.id()));
    }

    private boolean cancelled(Attempt attempt, Appointment appointment) {
        return appointments.cancel(attempt.call().clinic(), appointment.id(), emrTime.request(attempt.call()))
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
        LocalDate first = slot.time().start().atZone(attempt.clinic().zone()).toLocalDate();
        LocalDate last = slot.time().end().atZone(attempt.clinic().zone()).toLocalDate();
        try {
            List<Appointment> day = appointments.on(
                    attempt.call().clinic(), Set.of(slot.provider()), first, last, emrTime.request(attempt.call()));
            return Optional.of(EmrDay.of(day, slot, attempt.patient()));
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
