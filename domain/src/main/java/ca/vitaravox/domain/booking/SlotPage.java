package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal.Entry;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.HoldLedger.Block;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.Optional;

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
    /**
     * What has to be seen to once nobody else does.
     *
     * @param claimed when it was first claimed for writing
     * @param due since when, or from when on, it has to be seen to
     * @param callOver whether its call is over
     * @param moves the appointment that is let go for it
     */
    record Aftercare(Instant claimed, Optional<Instant> due, boolean callOver, Optional<AppointmentId> moves) {
        static final Aftercare NONE = new Aftercare(Instant.MAX, Optional.empty(), false, Optional.empty());

        Aftercare due(Optional<Instant> from) {
            return new Aftercare(claimed, from, callOver, moves);
        }
    }

    static SlotPage offered(Slot slot, Instant now) {
        return new SlotPage(slot, new SlotState.Offered(), 0, now, Optional.empty(), Aftercare.NONE);
    }

    static SlotPage held(Slot slot, Optional<PhoneNumber> caller, Instant now) {
        return new SlotPage(slot, new SlotState.Held(now.plus(HoldLedger.HOLD)), 0, now, caller, Aftercare.NONE);
    }

    SlotPage renewed(Instant now) {
        Instant until = now.plus(HoldLedger.HOLD);
        Instant latest = since.plus(HoldLedger.LONGEST_HOLD);
        SlotState renewed = new SlotState.Held(until.isBefore(latest) ? until : latest);
        return new SlotPage(slot, renewed, attempts, since, caller, care);
    }

    SlotPage claimed(PatientId patient, Instant now, Instant until) {
        int attempt = attempts + 1;
        boolean takenOver = state instanceof SlotState.Writing;
        Instant first = takenOver ? care.claimed() : now;
        Optional<AppointmentId> moves = takenOver ? care.moves() : Optional.empty();
        Aftercare due = new Aftercare(first, Optional.of(until), care.callOver(), moves);
        return new SlotPage(slot, new SlotState.Writing(patient, attempt, until), attempt, now, Optional.empty(), due);
    }

    SlotPage ended(SlotState end, Instant now) {
        boolean toBeSeenTo = end instanceof SlotState.Booked && care.callOver();
        Aftercare left = care.due(toBeSeenTo ? Optional.of(now) : Optional.empty());
        return new SlotPage(slot, end, attempts, now, Optional.empty(), left);
    }

    SlotPage callOver(Instant now) {
        boolean toBeSeenTo = state instanceof SlotState.Booked && !care.callOver();
        Aftercare over = new Aftercare(care.claimed(), toBeSeenTo ? Optional.of(now) : care.due(), true, care.moves());
        return new SlotPage(slot, state, attempts, since, caller, over);
    }

    SlotPage moving(AppointmentId previous) {
        Aftercare moving = new Aftercare(care.claimed(), care.due(), care.callOver(), Optional.of(previous));
        return new SlotPage(slot, state, attempts, since, caller, moving);
    }

    SlotPage dueFrom(Optional<Instant> from) {
        return new SlotPage(slot, state, attempts, since, caller, care.due(from));
    }

    boolean isDue(Instant now) {
        return care.due().filter(from -> !now.isBefore(from)).isPresent();
    }

    /** Booked so long ago that its time is the EMR's alone. */
    SlotPage settled() {
        return new SlotPage(slot, state, attempts, Instant.MIN, caller, care);
    }

    Entry entry(Instant now) {
        boolean ranOut = state instanceof SlotState.Held held && !now.isBefore(held.until());
        return new Entry(slot, ranOut ? new SlotState.Expired() : state);
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
        return Optional.empty();
    }

    private Block block(Optional<PatientId> patient, boolean held) {
        return new Block(slot.call(), patient, slot.provider(), slot.time(), slot.visitType(), held);
    }
}
