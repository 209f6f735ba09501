package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.BookingJournal.Course;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.time.Instant;
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
    private final ToldAppointments told;
    private final InstantSource clock;
    private final EmrTime emrTime;

    WritingAppointment(Appointments appointments, BookingJournal journal, ToldAppointments told, InstantSource clock) {
        this.appointments = appointments;
        this.journal = journal;
        this.told = told;
        this.clock = clock;
        this.emrTime = new EmrTime(clock);
    }

    Written write(Attempt attempt) {
        Optional<EmrDay> before = read(attempt);
        if (before.isEmpty()) {
            return notWritten(attempt);
        }
        if (before.get().hasOurs() || !attempt.isOn(Course.UNDECIDED)) {
            return conclude(attempt, before.get());
        }
        if (!before.get().isFree()) {
            return nothingThere(attempt, new Written.Collided());
        }
        if (!emrTime.allowsWrite(attempt.call())) {
            return notWritten(attempt);
        }
        WriteResult result =
                appointments.book(attempt.call().clinic(), ordered(attempt), emrTime.request(attempt.call()));
        return result instanceof WriteResult.NotWritten
                ? notWritten(attempt)
                : read(attempt).map(after -> conclude(attempt, after)).orElseGet(Written.Open::new);
    }

    /** Ends an attempt that was cut off, if the day shows how; writes nothing. */
    Written conclude(Attempt attempt, EmrDay day) {
        boolean collides = day.hasOurs() && !day.others().isEmpty() && !attempt.isOn(Course.LETTING_GO);
        if (attempt.isOn(Course.TAKING_BACK) || collides && !isHeard(attempt, day, Optional.empty())) {
            return undo(attempt, day, new Written.Collided());
        }
        if (!day.hasOurs()) {
            return new Written.Open();
        }
        if (!mayMove(attempt)) {
            return undo(attempt, day, new Written.NotWritten());
        }
        boolean settled = allCancelled(attempt, day.surplus()) && letGo(attempt);
        return settled ? confirmed(attempt, day.first()) : new Written.Open();
    }

    /**
     * Whether what is moved may be let go for this. Decided first: from then on the new one must stand, since nobody can
     * tell when the old one goes; and it goes for one new one only, whoever else asked for another.
     */
    private boolean mayMove(Attempt attempt) {
        return attempt.moves().isEmpty() || isDecided(attempt, Course.LETTING_GO);
    }

    /** Whether somebody was told of what is there of ours: the call itself by {@code over}, or any other. */
    boolean isHeard(Attempt attempt, EmrDay day, Optional<Instant> over) {
        return day.ours().stream()
                .anyMatch(each -> told.heard(
                        attempt.call().clinic(), each.id(), attempt.call().call(), over));
    }

    /** Takes back what is there of ours. */
    Written takeBack(Attempt attempt, EmrDay day) {
        return day.hasOurs() || attempt.isOn(Course.TAKING_BACK)
                ? undo(attempt, day, new Written.NotWritten())
                : new Written.Open();
    }

    /**
     * Ends an attempt that has been open for too long. What is not there will hardly come any more; what is there
     * stands if the appointment that it moves may be gone by now. All else stays open until it can be taken back.
     */
    Written giveUp(Attempt attempt, EmrDay day) {
        if (!day.hasOurs()) {
            return nothingThere(attempt, new Written.NotWritten());
        }
        return attempt.isOn(Course.LETTING_GO) ? confirmed(attempt, day.first()) : new Written.Open();
    }

    /**
     * Ends an attempt that was cut off and of which the EMR shows nothing. What it wrote, if it did, may still come until
     * {@code allArrived}: its time is nobody else's so long, and whoever looks back at it then takes back what came.
     */
    Written notThere(Attempt attempt, Instant allArrived) {
        return end(attempt, new SlotState.Compensated(Optional.of(allArrived)), new Written.NotWritten());
    }

    /** This attempt wrote nothing; but one before it, cut off, may have. */
    private Written notWritten(Attempt attempt) {
        return attempt.isResumed()
                ? new Written.Open()
                : end(attempt, new SlotState.Released(), new Written.NotWritten());
    }

    /** Nothing of ours is there; but what an attempt before this one wrote may come late. */
    private Written nothingThere(Attempt attempt, Written written) {
        return end(attempt, attempt.isResumed() ? new SlotState.Compensated() : new SlotState.Released(), written);
    }

    /** Takes back what is there of ours; decided first, so that nobody confirms what is about to go. */
    private Written undo(Attempt attempt, EmrDay day, Written written) {
        return isDecided(attempt, Course.TAKING_BACK) && allCancelled(attempt, day.ours())
                ? end(attempt, new SlotState.Compensated(), written)
                : new Written.Open();
    }

    private Written confirmed(Attempt attempt, AppointmentId ours) {
        return end(
                attempt,
                new SlotState.Booked(attempt.patient(), ours),
                new Written.Confirmed(ours, attempt.isResumed()));
    }

    private boolean allCancelled(Attempt attempt, List<Appointment> surplus) {
        return surplus.stream()
                .allMatch(appointment -> cancel(attempt, appointment.id()) instanceof WriteResult.Written);
    }

    /**
     * Lets the appointment go that was moved, now that the new time is secured; done when the EMR shows it. An attempt
     * before this one may have got as far.
     */
    private boolean letGo(Attempt attempt) {
        if (attempt.moves().isEmpty() || attempt.isResumed() && isGone(attempt)) {
            return true;
        }
        AppointmentId old = attempt.moves().get();
        WriteResult result = cancel(attempt, old);
        return result.equals(new WriteResult.Written(old))
                || !(result instanceof WriteResult.NotWritten) && isGone(attempt);
    }

    private boolean isDecided(Attempt attempt, Course course) {
        return attempt.isOn(course)
                || journal.decide(attempt.call().clinic(), attempt.slot().id(), attempt.number(), course);
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

    /** The appointment that was moved, as the EMR shows it cancelled; empty if it does not, or cannot be read. */
    Optional<Appointment> letGone(Attempt attempt) {
        try {
            return appointments.of(attempt.call().clinic(), attempt.patient(), emrTime.request(attempt.call())).stream()
                    .filter(appointment -> attempt.moves().equals(Optional.of(appointment.id())))
                    .filter(appointment -> !appointment.takesTime())
                    .findFirst();
        } catch (EmrUnavailableException e) {
            return Optional.empty();
        }
    }

    private WriteResult cancel(Attempt attempt, AppointmentId appointment) {
        return appointments.cancel(attempt.call().clinic(), appointment, emrTime.request(attempt.call()));
    }

    /** Ends the attempt; one that somebody else took over meanwhile is theirs to tell. */
    private Written end(Attempt attempt, SlotState state, Written written) {
        boolean ended =
                journal.end(attempt.call().clinic(), attempt.slot().id(), attempt.number(), state, clock.instant());
        return ended ? written : new Written.Open();
    }

    /** The day as the EMR shows it; empty where it cannot be read. */
    Optional<EmrDay> read(Attempt attempt) {
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
