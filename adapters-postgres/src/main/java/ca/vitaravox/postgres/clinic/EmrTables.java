package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.EmrConnections;

/** What is kept of clinics' EMRs beside which they are: one method per driven port. Thread-safe. */
public final class EmrTables {
    private final ClinicTransactions transactions;

    /** The tables. */
    public EmrTables(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    /** How clinics come to be connected. */
    public EmrConnections connections() {
        return new PostgresEmrConnections(transactions);
    }
}
