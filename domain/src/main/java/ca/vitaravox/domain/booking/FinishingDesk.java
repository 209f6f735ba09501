package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.BookingJournal.Claim;
import ca.vitaravox.ports.booking.BookingJournal.Course;
import ca.vitaravox.ports.booking.Finishing;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.booking.UnfinishedWrites.Unfinished;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Sees to writes that nobody finished. Thread-safe. */
final class FinishingDesk implements Finishing {
    /** How many slots are taken at once. */
    private static final int AT_ONCE = 20;

    /**
     * How long what is taken is left to whoever took it; and so how soon what stays open is looked at again. Writes are to be
     * finished within 30 s of the EMR answering: a probe that began before and hangs for 2 s, the 5 s in which the EMR is left
     * alone after it, this, and the 5 s between two rounds are 27 s.
     */
    private static final Duration TURN = Duration.ofSeconds(15);

    private final ClinicDirectory clinics;
    private final UnfinishedWrites unfinished;
    private final BookingJournal journal;
    private final WritingAppointment writing;
    private final LateArrivals lateArrivals;
    private final Tidying tidying;
    private final InstantSource clock;

    FinishingDesk(
            ClinicDirectory clinics,
            UnfinishedWrites unfinished,
            BookingJournal journal,
            WritingAppointment writing,
            LateArrivals lateArrivals,
            Tidying tidying,
            InstantSource clock) {
        this.clinics = clinics;
        this.unfinished = unfinished;
        this.journal = journal;
        this.writing = writing;
        this.lateArrivals = lateArrivals;
        this.tidying = tidying;
        this.clock = clock;
    }

    @Override
    public int finish() {
        Instant now = clock.instant();
        List<Unfinished> due = unfinished.take(AT_ONCE, now, now.plus(TURN));
        for (Unfinished each : due) {
            if (each.state() instanceof SlotState.Booked booked) {
                lookAfter(each, booked.appointment());
            } else if (each.state() instanceof SlotState.Writing) {
                takeUp(each);
            } else {
                lookBack(each, Optional.empty());
            }
        }
        return due.size();
    }

    /** A booking stands until its call is over; then, if nobody was told of it, it is taken back. */
    private void lookAfter(Unfinished slot, AppointmentId appointment) {
        boolean unheard = slot.over().isPresent() && !tidying.isHeard(slot, appointment);
        if (!unheard) {
            lookBack(slot, Optional.of(appointment));
        } else if (slot.moves().isPresent()) {
            tidying.task(slot, TaskKind.MOVE_UNTOLD);
            lookBack(slot, Optional.of(appointment));
        } else if (tidying.isCancelled(slot, appointment)) {
            journal.freed(slot.clinic(), appointment, clock.instant());
            tidying.task(slot, TaskKind.BOOKING_UNDONE);
            lookBack(slot, Optional.empty());
        }
    }

    private void lookBack(Unfinished slot, Optional<AppointmentId> standing) {
        lateArrivals.lookBack(slot, attempt(slot, Attempt.NO_CLAIM), standing);
    }

    /** An attempt was cut off: its end is looked up, and where nothing came of it, it has ended. */
    private void takeUp(Unfinished slot) {
        Instant now = clock.instant();
        Claim claim = journal.claim(slot.clinic(), slot.slot().id(), slot.patient(), now, now.plus(TURN));
        if (!(claim instanceof Claim.Yours yours)) {
            return;
        }
        Attempt attempt = attempt(slot, yours);
        Optional<EmrDay> day = writing.read(attempt);
        Written written = day.map(shown -> conclude(slot, attempt, shown, now)).orElseGet(Written.Open::new);
        if (written instanceof Written.Confirmed confirmed) {
            tidying.audit(slot, AuditAction.BOOK_APPOINTMENT, AuditResult.DONE);
            if (slot.moves().isPresent()) {
                moved(slot, attempt, confirmed.appointment());
            }
        } else if (written instanceof Written.Open) {
            // whoever asks for it again need not wait until it is looked at the next time
            journal.leave(slot.clinic(), slot.slot().id(), attempt.number(), clock.instant());
        } else {
            tidying.audit(slot, AuditAction.BOOK_APPOINTMENT, AuditResult.UNDONE);
            day.ifPresent(shown -> shown.ours().forEach(each -> tidying.freed(slot, each.id())));
            if (slot.over().isPresent()) {
                tidying.task(slot, TaskKind.BOOKING_UNDONE);
            }
        }
    }

    /** The new time stands: the old one is free, or else staff have to see to it. */
    private void moved(Unfinished slot, Attempt attempt, AppointmentId to) {
        if (!writing.isGone(attempt)) {
            tidying.task(slot, TaskKind.HALF_MOVED);
            return;
        }
        FreedOpening.MovedTo movedTo =
                new FreedOpening.MovedTo(to, slot.slot().time().start());
        writing.letGone(attempt)
                .map(old -> new FreedOpening(old.id(), old.provider(), old.time(), Optional.of(movedTo)))
                .ifPresent(opening -> tidying.freed(slot, opening));
    }

    /** What the day shows decides; but once the call is over, what nobody was told of is not wanted any more. */
    private Written conclude(Unfinished slot, Attempt attempt, EmrDay day, Instant now) {
        boolean wanted =
                slot.over().isEmpty() || attempt.isOn(Course.LETTING_GO) || writing.isHeard(attempt, day, slot.over());
        Written written = wanted ? writing.conclude(attempt, day) : writing.takeBack(attempt, day);
        if (!(written instanceof Written.Open)) {
            return written;
        }
        Instant allArrived = slot.since().plus(UnfinishedWrites.LATE_ARRIVAL);
        if (!now.isBefore(allArrived)) {
            return writing.giveUp(attempt, day);
        }
        boolean neverSeen = !day.hasOurs() && attempt.isOn(Course.UNDECIDED);
        return neverSeen ? writing.notThere(attempt, allArrived) : written;
    }

    private Attempt attempt(Unfinished slot, Claim.Yours claim) {
        CallContext call = new CallContext(
                slot.clinic(),
                slot.slot().call(),
                Optional.empty(),
                Language.ENGLISH,
                Deadline.ofWork(clock.instant().plus(TURN)));
        return new Attempt(
                call,
                clinics.clinic(slot.clinic()),
                slot.slot(),
                slot.patient(),
                Optional.empty(),
                slot.moves(),
                claim);
    }
}
