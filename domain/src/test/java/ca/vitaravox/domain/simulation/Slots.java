package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.booking.InMemoryHoldLedger;
import ca.vitaravox.domain.booking.InMemoryToldAppointments;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.booking.UnfinishedWrites;

/** The sides of the book of slots, and what callers were told of what became of them. */
public record Slots(HoldLedger holds, BookingJournal journal, UnfinishedWrites unfinished, ToldAppointments told) {
    static Slots inMemory() {
        InMemoryToldAppointments told = new InMemoryToldAppointments();
        InMemoryHoldLedger ledger = new InMemoryHoldLedger(told);
        return new Slots(ledger, ledger, ledger, told);
    }
}
