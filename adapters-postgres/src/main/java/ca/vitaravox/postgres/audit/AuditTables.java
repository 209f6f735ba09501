package ca.vitaravox.postgres.audit;

import ca.vitaravox.ports.audit.AccessPages;
import ca.vitaravox.ports.audit.AuditPages;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.postgres.clinic.ClinicTransactions;

/** The audit trail in the database, and the chains of it and of the trail of access. Thread-safe. */
public final class AuditTables {
    private final ClinicTransactions transactions;
    private final AuditTrail trail;

    /** The trails of all clinics. */
    public AuditTables(ClinicTransactions transactions) {
        this.transactions = transactions;
        this.trail = new PostgresAuditTrail(transactions);
    }

    /** What is added to; always the same. */
    public AuditTrail trail() {
        return trail;
    }

    /** What is read. */
    public AuditPages pages() {
        return new PostgresAuditPages(transactions);
    }

    /** The trail of access, to be read. */
    public AccessPages accessPages() {
        return new PostgresAccessPages(transactions);
    }

    /** What is verified. */
    public Chains chains() {
        return new PostgresChains(transactions);
    }

    /** The months the trails are kept by. */
    public TrailMonths months() {
        return new TrailMonths(transactions, chains());
    }
}
