package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal.Course;
import ca.vitaravox.ports.booking.BookingJournal.Entry;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.HoldLedger.Block;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.booking.UnfinishedWrites.Unfinished;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One slot in the in-memory book.
 *
 * @param slot the slot
 * @param state where it was left
 * @param attempts how often it was claimed
 * @param since since when it has been held or booked
 * @param caller the number it is held for; empty if that is withheld, or it is not held
 * @param care what has to be seen to
 */
record SlotPage(Slot slot, SlotState state, int attempts, Instant since, Optional<PhoneNumber> caller, Aftercare care) {
    static SlotPage offered(Slot slot, Instant now) {
        return new SlotPage(slot, new SlotState.Offered(), 0, now, Optional.empty(), Aftercare.NONE);
    }

    static SlotPage held(Slot slot, Optional<PhoneNumber> caller, Instant now) {
        return new SlotPage(slot, new SlotState.Held(now.plus(HoldLedger.HOLD)), 0, now, caller, Aftercare.NONE);
    }

    /** Held for longer than a call holds anything. */
    static SlotPage kept(Slot slot, Optional<PhoneNumber> caller, Instant until, Instant now) {
        return new SlotPage(slot, new SlotState.Held(until), 0, now, caller, Aftercare.NONE);
    }

    /** Held by another call, which cannot renew it beyond its present end. */
    SlotPage handedTo(CallId call, Optional<PhoneNumber> theirNumber, Instant end, Instant now) {
        Slot theirs = new Slot(slot.id(), call, slot.patient(), slot.provider(), slot.time(), slot.visitType());
        Instant from = earlier(now, end.minus(HoldLedger.LONGEST_HOLD));
        SlotState held = new SlotState.Held(earlier(now.plus(HoldLedger.HOLD), end));
        return new SlotPage(theirs, held, attempts, from, theirNumber, care);
    }

    SlotPage renewed(Instant now) {
        Instant until = earlier(now.plus(HoldLedger.HOLD), since.plus(HoldLedger.LONGEST_HOLD));
        boolean longer = state instanceof SlotState.Held held && held.until().isBefore(until);
        return longer ? new SlotPage(slot, new SlotState.Held(until), attempts, since, caller, care) : this;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    SlotPage claimed(PatientId patient, Instant now, Instant until) {
        int attempt = attempts + 1;
        Aftercare kept = (state instanceof SlotState.Writing ? care : care.anew(patient, now)).due(Optional.of(until));
        return new SlotPage(slot, new SlotState.Writing(patient, attempt, until), attempt, now, Optional.empty(), kept);
    }

    SlotPage ended(SlotState end, Instant now) {
        Aftercare left = care.since(now).due(dueAfter(end, now));
        return new SlotPage(slot, end, attempts, now, Optional.empty(), left);
    }

    private Optional<Instant> dueAfter(SlotState end, Instant now) {
        if (end instanceof SlotState.Booked && care.over().isPresent()) {
            return Optional.of(now);
        }
        boolean mayArriveLate = end instanceof SlotState.Booked || end instanceof SlotState.Compensated;
        return mayArriveLate ? Optional.of(now.plus(UnfinishedWrites.LATE_ARRIVAL)) : Optional.empty();
    }

    SlotPage callOver(Instant now) {
        boolean toBeSeenTo = state instanceof SlotState.Booked && care.over().isEmpty();
        return with(care.over(now).due(toBeSeenTo ? Optional.of(now) : care.due()));
    }

    /** Open to be taken over at once. */
    SlotPage left(Instant now) {
        SlotState left = state instanceof SlotState.Writing writing
                ? new SlotState.Writing(writing.patient(), writing.attempt(), now)
                : state;
        return new SlotPage(slot, left, attempts, since, caller, care);
    }

    SlotPage with(Aftercare other) {
        return new SlotPage(slot, state, attempts, since, caller, other);
    }

    /** As it is given to who sees to it. */
    Unfinished unfinished(ClinicId clinic, Instant turn) {
        return new Unfinished(
                clinic,
                slot,
                state,
                care.patient().orElseThrow(),
                care.since(),
                care.over(),
                care.refused(),
                care.moves(),
                turn);
    }

    boolean isDue(Instant now) {
        return care.due().filter(from -> !now.isBefore(from)).isPresent();
    }

    /** Its appointment is gone: its time is the EMR's alone, and what it let go it no longer does. */
    SlotPage freed() {
        return new SlotPage(slot, state, attempts, Instant.MIN, caller, care.on(Course.UNDECIDED));
    }

    Entry entry(Instant now) {
        boolean ranOut = state instanceof SlotState.Held held && !now.isBefore(held.until());
        boolean free = state instanceof SlotState.Compensated gone && !gone.blocksAt(now);
        return new Entry(slot, ranOut ? new SlotState.Expired() : free ? new SlotState.Compensated() : state);
    }

    /** Whether this attempt is under way, and the latest. */
    boolean isAttempt(int attempt) {
        return state instanceof SlotState.Writing writing && writing.attempt() == attempt;
    }

    boolean became(AppointmentId appointment) {
        return state instanceof SlotState.Booked booked && booked.appointment().equals(appointment);
    }

    /** Whether nothing has become of it since it was taken to be seen to. */
    boolean isAsTaken(Unfinished taken) {
        return slot.id().equals(taken.slot().id()) && care.due().equals(Optional.of(taken.turn()));
    }

    /** Whether an appointment is let go for this slot, as it is written or since it is booked. */
    boolean letsGo(AppointmentId appointment) {
        return care.course() == Course.LETTING_GO
                && care.moves().equals(Optional.of(appointment))
                && (state instanceof SlotState.Writing || state instanceof SlotState.Booked);
    }

    boolean isTakenBackFrom(PatientId patient) {
        return state instanceof SlotState.Writing writing
                && writing.patient().equals(patient)
                && care.course() == Course.TAKING_BACK;
    }

    /** Whether it is becoming an appointment of the patient, or became one so lately that it may not be known yet. */
    boolean takesRoom(PatientId patient, Set<AppointmentId> known, Instant now) {
        return state instanceof SlotState.Writing writing && writing.patient().equals(patient)
                || state instanceof SlotState.Booked booked
                        && booked.patient().equals(patient)
                        && !known.contains(booked.appointment())
                        && block(now).isPresent();
    }

    boolean isOf(CallId call) {
        return slot.call().equals(call);
    }

    boolean isHeld(Instant now) {
        return block(now).filter(Block::held).isPresent();
    }

    /** What it blocks at {@code now}. */
    Optional<Block> block(Instant now) {
        if (state instanceof SlotState.Held held && now.isBefore(held.until())) {
            return Optional.of(block(slot.patient(), true));
        }
        if (state instanceof SlotState.Writing writing) {
            return Optional.of(block(Optional.of(writing.patient()), false));
        }
        if (state instanceof SlotState.Booked booked && now.isBefore(since.plus(HoldLedger.SETTLING))) {
            return Optional.of(block(Optional.of(booked.patient()), false));
        }
        if (state instanceof SlotState.Compensated gone && gone.blocksAt(now)) {
            return Optional.of(block(care.patient(), false));
        }
        return Optional.empty();
    }

    private Block block(Optional<PatientId> patient, boolean held) {
        return new Block(slot.call(), patient, slot.provider(), slot.time(), slot.visitType(), held);
    }
}
