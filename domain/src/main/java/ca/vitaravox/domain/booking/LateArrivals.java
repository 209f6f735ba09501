package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.BookingJournal.Claim;
import ca.vitaravox.ports.booking.BookingJournal.Course;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.booking.UnfinishedWrites.Unfinished;
import ca.vitaravox.ports.task.TaskKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks back at slots that have ended. What was written may have arrived late, or twice: once that cannot happen any
 * more, what is there beside the one that stands is taken back. Thread-safe.
 */
final class LateArrivals {
    private final UnfinishedWrites unfinished;
    private final HoldLedger holds;
    private final BookingJournal journal;
    private final WritingAppointment writing;
    private final Tidying tidying;
    private final InstantSource clock;

    LateArrivals(
            UnfinishedWrites unfinished,
            HoldLedger holds,
            BookingJournal journal,
            WritingAppointment writing,
            Tidying tidying,
            InstantSource clock) {
        this.unfinished = unfinished;
        this.holds = holds;
        this.journal = journal;
        this.writing = writing;
        this.tidying = tidying;
        this.clock = clock;
    }

    /**
     * Sees to a slot, now or once it is time.
     *
     * @param standing the appointment it became, unless that was taken back
     */
    void lookBack(Unfinished slot, Attempt attempt, Optional<AppointmentId> standing) {
        Instant allArrived = slot.since().plus(UnfinishedWrites.LATE_ARRIVAL);
        if (clock.instant().isBefore(allArrived)) {
            unfinished.later(slot, allArrived);
        } else if (!isSomebodyAtIt(slot)) {
            writing.read(attempt).filter(day -> isInOrder(slot, day, standing)).ifPresent(day -> done(slot, standing));
        }
    }

    /** Where the EMR keeps no references, what looks like ours may be about to become somebody else's. */
    private boolean isSomebodyAtIt(Unfinished slot) {
        return !holds.blocks(
                        slot.clinic(),
                        Set.of(slot.slot().provider()),
                        slot.slot().time(),
                        clock.instant())
                .isEmpty();
    }

    /** Takes back what is too much; staff have to see to what callers were told otherwise. */
    private boolean isInOrder(Unfinished slot, EmrDay day, Optional<AppointmentId> standing) {
        List<AppointmentId> ours = day.ours().stream().map(Appointment::id).toList();
        Optional<AppointmentId> stays = standing.or(
                () -> ours.stream().filter(each -> tidying.isHeard(slot, each)).findFirst());
        boolean isThere = stays.filter(ours::contains).isPresent();
        List<AppointmentId> surplus = ours.stream()
                .filter(each -> !stays.equals(Optional.of(each)))
                .filter(each -> !journal.isBooked(slot.clinic(), each))
                .toList();
        if (isThere && !day.others().isEmpty()) {
            tidying.task(slot, TaskKind.DOUBLE_BOOKED);
        }
        if (isThere && standing.isEmpty() && slot.moves().isPresent()) {
            // it came late, after the caller was helped otherwise, and was heard of then: there is one too many
            tidying.task(slot, TaskKind.HALF_MOVED);
        }
        if (!isThere && surplus.stream().anyMatch(each -> tidying.isHeard(slot, each))) {
            tidying.task(slot, TaskKind.BOOKING_UNDONE);
        }
        boolean maybeBegunAnew = slot.state() instanceof SlotState.Compensated;
        return surplus.isEmpty() || (maybeBegunAnew ? takenBack(slot, surplus) : allCancelled(slot, surplus));
    }

    /**
     * What came of nothing may be asked for again at any moment, and what came late would then be found, and told. So it
     * is claimed before it is taken back, as by anybody else. False: it has come to an end anew, to be looked back at.
     */
    private boolean takenBack(Unfinished slot, List<AppointmentId> surplus) {
        Claim claim = journal.claim(slot.clinic(), slot.slot().id(), slot.patient(), clock.instant(), slot.turn());
        if (claim instanceof Claim.Yours yours
                && journal.decide(slot.clinic(), slot.slot().id(), yours.attempt(), Course.TAKING_BACK)
                && allCancelled(slot, surplus)) {
            journal.end(slot.clinic(), slot.slot().id(), yours.attempt(), new SlotState.Compensated(), clock.instant());
            if (slot.refused()) {
                journal.refused(slot.clinic(), slot.slot().id(), slot.patient());
            }
        }
        return false;
    }

    private boolean allCancelled(Unfinished slot, List<AppointmentId> surplus) {
        return surplus.stream().allMatch(each -> tidying.isCancelled(slot, each));
    }

    /** Where nothing came of it and the call does not know, the call may still ask; then, when it is over, staff do. */
    private void done(Unfinished slot, Optional<AppointmentId> standing) {
        boolean unknown = standing.isEmpty() && !slot.refused();
        if (unknown && slot.over().isEmpty()) {
            unfinished.later(slot, clock.instant().plus(UnfinishedWrites.LATE_ARRIVAL));
            return;
        }
        if (unknown) {
            tidying.task(slot, TaskKind.BOOKING_UNDONE);
        }
        unfinished.done(slot);
    }
}
