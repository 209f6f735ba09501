package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.booking.InMemoryHoldLedger;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.UnfinishedWrites;

/** The sides of the book of slots. */
public record Slots(HoldLedger holds, BookingJournal journal, UnfinishedWrites unfinished) {
    static Slots inMemory() {
        InMemoryHoldLedger ledger = new InMemoryHoldLedger();
        return new Slots(ledger, ledger, ledger);
    }
}
