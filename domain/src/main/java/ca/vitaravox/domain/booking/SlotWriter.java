package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.patient.Identification;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Claims a slot and has it written, intent and outcome in the trail. Somebody else's write of the same slot is joined,
 * and taken up where it was cut off. Thread-safe.
 */
final class SlotWriter {
    /** How long after the caller's deadline an attempt that never ended may be taken over. */
    private static final Duration TAKEOVER_MARGIN = Duration.ofSeconds(1);

    /** How often a write under way is looked at while its end is awaited. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final BookingJournal journal;
    private final UnfinishedWrites unfinished;
    private final WritingAppointment writing;
    private final CallTrail trail;
    private final InstantSource clock;
    private final Pause pause;

    SlotWriter(
            BookingJournal journal,
            UnfinishedWrites unfinished,
            WritingAppointment writing,
            CallTrail trail,
            InstantSource clock,
            Pause pause) {
        this.journal = journal;
        this.unfinished = unfinished;
        this.writing = writing;
        this.trail = trail;
        this.clock = clock;
        this.pause = pause;
    }

    /** What to write; {@code moves} is an appointment to let go for it. */
    record Order(
            CallContext call,
            Clinic clinic,
            Slot slot,
            Identification patient,
            Optional<String> reason,
            Optional<AppointmentId> moves) {
        AuditAction action() {
            return moves.isPresent() ? AuditAction.MOVE_APPOINTMENT : AuditAction.BOOK_APPOINTMENT;
        }
    }

    /** Writes it whatever else is written for the patient. */
    Written write(Order order) {
        return write(order, Optional.empty());
    }

    /** Writes it if there is room; empty if that was seen to before. */
    Written write(Order order, Optional<BookingJournal.Room> room) {
        CallContext call = order.call();
        while (true) {
            BookingJournal.Claim claim = journal.claim(
                    call.clinic(),
                    order.slot().id(),
                    order.patient().patient(),
                    room,
                    clock.instant(),
                    call.deadline().end().plus(TAKEOVER_MARGIN));
            if (claim instanceof BookingJournal.Claim.Yours yours) {
                return write(order, yours);
            }
            if (claim instanceof BookingJournal.Claim.Blocked) {
                return new Written.Collided();
            }
            if (claim instanceof BookingJournal.Claim.NoRoom) {
                return new Written.NoRoom();
            }
            Optional<Written> end = awaitEnd(order);
            if (end.isPresent()) {
                return end.get();
            }
        }
    }

    private Written write(Order order, BookingJournal.Claim.Yours claim) {
        intend(order, claim);
        Written written = writing.write(attempt(order, claim));
        AuditResult outcome = written instanceof Written.Open ? AuditResult.UNKNOWN : AuditResult.UNDONE;
        audit(order, written instanceof Written.Confirmed ? AuditResult.DONE : outcome);
        return written;
    }

    private static Attempt attempt(Order order, BookingJournal.Claim.Yours claim) {
        return new Attempt(
                order.call(),
                order.clinic(),
                order.slot(),
                order.patient().patient(),
                order.reason(),
                order.moves(),
                claim);
    }

    /** No trail, no write: what cannot be recorded is given up before the EMR is asked. */
    private void intend(Order order, BookingJournal.Claim.Yours claim) {
        try {
            order.moves()
                    .ifPresent(previous ->
                            unfinished.moves(order.call().clinic(), order.slot().id(), previous));
            audit(order, AuditResult.INTENDED);
        } catch (RuntimeException e) {
            if (!claim.resumed()) {
                journal.end(
                        order.call().clinic(),
                        order.slot().id(),
                        claim.attempt(),
                        new SlotState.Released(),
                        clock.instant());
            }
            throw e;
        }
    }

    /** Whether the slot is being written for another patient, and so nothing to be joined or taken up for this one. */
    static boolean isAnothers(Order order, SlotState state) {
        return state instanceof SlotState.Writing writing
                && !writing.patient().equals(order.patient().patient());
    }

    /** Booked meanwhile: for this patient, and with what was to be let go for it gone, it is what was ordered. */
    private Written booked(Order order, SlotState.Booked booked) {
        if (!booked.patient().equals(order.patient().patient())) {
            return new Written.Collided();
        }
        return order.moves().isEmpty() || writing.isGone(attempt(order, Attempt.NO_CLAIM))
                ? new Written.Confirmed(booked.appointment(), true)
                : new Written.Open();
    }

    /** Awaits the end of somebody else's write; empty if it ended in nothing, or was cut off and is to be taken up. */
    private Optional<Written> awaitEnd(Order order) {
        CallContext call = order.call();
        while (true) {
            Instant now = clock.instant();
            SlotState state = journal.slot(
                            call.clinic(), call.call(), order.slot().id(), now)
                    .orElseThrow()
                    .state();
            if (state instanceof SlotState.Booked booked) {
                return Optional.of(booked(order, booked));
            }
            if (isAnothers(order, state)) {
                return Optional.of(new Written.Collided());
            }
            boolean underWay = state instanceof SlotState.Writing running && now.isBefore(running.until());
            if (!underWay) {
                return Optional.empty();
            }
            if (!call.deadline().allows(LOOK_AGAIN.multipliedBy(2), now) || !paused()) {
                return Optional.of(new Written.Open());
            }
        }
    }

    private boolean paused() {
        try {
            pause.of(LOOK_AGAIN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void audit(Order order, AuditResult result) {
        trail.record(
                order.call(),
                order.patient().relationship(),
                order.action(),
                Optional.of(order.patient().patient().value()),
                Optional.of(order.slot().id().value()),
                result);
    }
}
