package ca.vitaravox.postgres.access;

import ca.vitaravox.ports.access.Session;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;

/** Removes sessions that are over and attempts that are forgotten; the trail is not touched. */
final class AccessRetention {
    private static final int MOST_AT_ONCE = 1_000;

    private final ClinicTransactions transactions;

    /** Over these tables. */
    AccessRetention(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    /** Removes some of what is old; tells how many rows. */
    public int run(Instant now) {
        return remove("sessions", "session_id", "started_at", now.minus(Session.LONGEST))
                + remove("login_attempts", "address", "until", now);
    }

    private int remove(String table, String key, String age, Instant old) {
        return transactions.inAccess(handle -> handle.createUpdate("""
                        DELETE FROM %1$s WHERE %2$s IN (
                            SELECT %2$s FROM %1$s WHERE %3$s <= :old ORDER BY %3$s LIMIT :most)
                        """.formatted(table, key, age))
                .bind("old", Columns.moment(old))
                .bind("most", MOST_AT_ONCE)
                .execute());
    }
}
