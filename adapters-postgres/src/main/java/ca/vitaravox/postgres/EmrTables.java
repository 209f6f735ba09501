package ca.vitaravox.postgres;

import ca.vitaravox.ports.booking.EmrSchedules;
import ca.vitaravox.ports.clinic.EmrConnections;
import ca.vitaravox.postgres.booking.PostgresEmrSchedules;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.PostgresEmrConnections;

/** What is kept of clinics' EMRs beside which they are: one method per driven port. Thread-safe. */
public final class EmrTables {
    private final ClinicTransactions transactions;

    EmrTables(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    /** How clinics come to be connected. */
    public EmrConnections connections() {
        return new PostgresEmrConnections(transactions);
    }

    /** Which clinics go by their EMR's own schedule. */
    public EmrSchedules schedules() {
        return new PostgresEmrSchedules(transactions);
    }
}
