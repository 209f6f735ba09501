package ca.vitaravox.postgres.audit;

import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Seal;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.List;

/**
 * The months by which both trails are kept. The application owns no table: what it may have done to them are functions of
 * their owner, which open the next months and let go of those older than seven years, by the database's own clock.
 */
public final class TrailMonths {
    private final ClinicTransactions transactions;
    private final Chains chains;

    TrailMonths(ClinicTransactions transactions, Chains chains) {
        this.transactions = transactions;
        this.chains = chains;
    }

    /** Makes sure that this month and the next three have their place. */
    public void open() {
        transactions.inNoClinic(handle ->
                handle.createQuery("SELECT open_trail_months()").mapToMap().list());
    }

    /** What is old enough to leave the trails, as it would be sealed. */
    public List<Seal> due(Instant now) {
        return chains.heads().stream().flatMap(head -> due(head, now).stream()).toList();
    }

    private List<Seal> due(Head head, Instant now) {
        return transactions.inNoClinic(handle -> handle.createQuery("SELECT * FROM trail_runs_due(:chain, :now)")
                .bind("chain", head.chain().value())
                .bind("now", Columns.moment(now))
                .map((row, context) -> PostgresChains.seal(row))
                .list());
    }

    /**
     * Takes one short step of letting go of what is old enough: seals it in one chain, which says so itself, or drops a
     * month that is sealed in all.
     *
     * @return whether there may be more to do
     */
    public boolean retire(Instant now) {
        return transactions.inNoClinic(handle -> handle.createQuery("SELECT retire_trail_month(:now)")
                .bind("now", Columns.moment(now))
                .mapTo(Boolean.class)
                .one());
    }
}
