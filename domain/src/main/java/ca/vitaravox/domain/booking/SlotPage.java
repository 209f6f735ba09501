package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.BookingJournal.Entry;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.HoldLedger.Block;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
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
 */
record SlotPage(Slot slot, SlotState state, int attempts, Instant since) {
    static SlotPage offered(Slot slot, Instant now) {
        return new SlotPage(slot, new SlotState.Offered(), 0, now);
    }

    static SlotPage held(Slot slot, Instant now) {
        return new SlotPage(slot, new SlotState.Held(now.plus(HoldLedger.HOLD)), 0, now);
    }

    SlotPage renewed(Instant now) {
        Instant until = now.plus(HoldLedger.HOLD);
        Instant latest = since.plus(HoldLedger.LONGEST_HOLD);
        return new SlotPage(slot, new SlotState.Held(until.isBefore(latest) ? until : latest), attempts, since);
    }

    SlotPage claimed(PatientId patient, Instant now, Instant until) {
        int attempt = attempts + 1;
        return new SlotPage(slot, new SlotState.Writing(patient, attempt, until), attempt, now);
    }

    SlotPage ended(SlotState end, Instant now) {
        return new SlotPage(slot, end, attempts, now);
    }

    /** Booked so long ago that its time is the EMR's alone. */
    SlotPage settled() {
        return new SlotPage(slot, state, attempts, Instant.MIN);
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
        return new Block(slot.call(), patient, slot.provider(), slot.time(), held);
    }
}
