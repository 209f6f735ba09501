package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.Outbox;
import ca.vitaravox.ports.waitlist.SeenAppointments;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.postgres.clinic.ClinicTransactions;

/** Who waits and what they are offered, in the database: one method per driven port. Thread-safe. */
public final class WaitlistTables {
    private final ClinicTransactions transactions;

    /** The waitlists of all clinics. */
    public WaitlistTables(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    /** Who waits. */
    public WaitlistBook entries() {
        return new PostgresWaitlistBook(transactions);
    }

    /** The freed openings, and the offers made of them. */
    public OfferBook offers() {
        return new PostgresOfferBook(transactions);
    }

    /** What the EMRs were last seen to have. */
    public SeenAppointments seen() {
        return new PostgresSeenAppointments(transactions);
    }

    /** Text messages to be sent. */
    public Outbox outbox() {
        return new PostgresOutbox(transactions);
    }
}
