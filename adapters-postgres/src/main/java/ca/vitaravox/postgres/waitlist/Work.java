package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.List;

/** What is due of all clinics, by kind. Thread-safe. */
final class Work {
    /** Never waits: what somebody else is taking or changing at this moment is left to them. */
    private static final String TAKE = """
            WITH taken AS (
                SELECT clinic_id, id, due FROM waitlist_work
                 WHERE kind = :kind AND due <= :now
                 ORDER BY due, clinic_id, id
                 LIMIT :most FOR UPDATE SKIP LOCKED
            ),
            postponed AS (
                UPDATE waitlist_work w SET due = :until
                  FROM taken
                 WHERE w.clinic_id = taken.clinic_id AND w.kind = :kind AND w.id = taken.id
                RETURNING taken.clinic_id, taken.id, taken.due
            )
            SELECT clinic_id, id FROM postponed ORDER BY due, clinic_id, id
            """;

    private final ClinicTransactions transactions;
    private final String kind;

    Work(ClinicTransactions transactions, String kind) {
        this.transactions = transactions;
        this.kind = kind;
    }

    /** Something to see to. */
    record Item(ClinicId clinic, String id) {}

    /** Takes what is due, the longest due first; until {@code until} nobody else is given it. */
    List<Item> take(int most, Instant now, Instant until) {
        return transactions.inNoClinic(handle -> handle.createQuery(TAKE)
                .bind("kind", kind)
                .bind("most", most)
                .bind("now", Columns.moment(now))
                .bind("until", Columns.moment(until))
                .map((row, context) -> new Item(new ClinicId(row.getString("clinic_id")), row.getString("id")))
                .list());
    }
}
