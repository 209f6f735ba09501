package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.waitlist.EntryEnd;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Priority;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who waits; unique indexes keep one person to one entry. */
public final class PostgresWaitlistBook implements WaitlistBook {
    private final ClinicTransactions transactions;

    /** The waitlists of all clinics. */
    public PostgresWaitlistBook(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Joining join(ClinicId clinic, WaitlistEntry entry, Asking asking, Limits limits, Instant now) {
        EntryJoin join = new EntryJoin(clinic, entry, asking, limits, now);
        return transactions.inClinic(clinic, join::make);
    }

    @Override
    public List<Waiting> waiting(ClinicId clinic, Instant now) {
        return transactions.queryInClinic(
                clinic,
                """
                        SELECT e.*, EXISTS (
                                   SELECT FROM waitlist_offers o
                                    WHERE o.clinic_id = :clinic AND o.entry_id = e.entry_id AND o.live) AS asked
                          FROM waitlist_entries e
                         WHERE e.clinic_id = :clinic AND e.ended IS NULL AND e.shadow_of IS NULL AND e.until > :now
                         ORDER BY e.priority, e.since, e.entry_id
                        """,
                query -> query.bind("now", Columns.moment(now)),
                row -> new Waiting(EntryRow.entry(row), row.getBoolean("asked")));
    }

    @Override
    public Optional<WaitlistEntry> entry(ClinicId clinic, EntryId entry, Instant now) {
        return transactions
                .queryInClinic(
                        clinic,
                        """
                                SELECT * FROM waitlist_entries
                                 WHERE clinic_id = :clinic AND entry_id = :entry
                                   AND ended IS NULL AND shadow_of IS NULL AND until > :now
                                """,
                        query -> query.bind("entry", entry.value()).bind("now", Columns.moment(now)),
                        row -> EntryRow.entry(row))
                .stream()
                .findFirst();
    }

    @Override
    public boolean end(ClinicId clinic, EntryId entry, EntryEnd why, Instant now) {
        return transactions.inClinic(clinic, handle -> {
            int ended = handle.createUpdate("""
                    UPDATE waitlist_entries SET ended = :why, ended_at = :now
                     WHERE clinic_id = :clinic AND entry_id = :entry
                       AND ended IS NULL AND shadow_of IS NULL AND until > :now
                    """)
                    .bind("clinic", clinic.value())
                    .bind("entry", entry.value())
                    .bind("why", Columns.word(why))
                    .bind("now", Columns.moment(now))
                    .execute();
            if (ended == 0) {
                return false;
            }
            // a statement of its own, so that it sees an offer made while the one before waited for its turn
            handle.createUpdate("""
                    WITH shadows AS (
                        UPDATE waitlist_entries SET ended = :why, ended_at = :now
                         WHERE clinic_id = :clinic AND shadow_of = :entry AND ended IS NULL
                    ),
                    withdrawn AS (
                        UPDATE waitlist_offers SET state = 'withdrawn', live = false, version = version + 1, since = :now
                         WHERE clinic_id = :clinic AND entry_id = :entry AND live
                        RETURNING opening_id
                    )
                    UPDATE waitlist_work w SET due = :now
                      FROM withdrawn
                     WHERE w.clinic_id = :clinic AND w.kind = 'opening' AND w.id = withdrawn.opening_id
                    """)
                    .bind("clinic", clinic.value())
                    .bind("entry", entry.value())
                    .bind("why", Columns.word(why))
                    .bind("now", Columns.moment(now))
                    .execute();
            return true;
        });
    }

    @Override
    public void instead(ClinicId clinic, AppointmentId before, WaitlistEntry.Instead now) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        UPDATE waitlist_entries SET appointment_id = :appointment, appointment_start = :start
                         WHERE clinic_id = :clinic AND appointment_id = :before AND ended IS NULL
                        """)
                        .bind("clinic", clinic.value())
                        .bind("before", before.value())
                        .bind("appointment", now.appointment().value())
                        .bind("start", Columns.moment(now.start()))
                        .execute());
    }

    @Override
    public void prioritise(ClinicId clinic, EntryId entry, Priority priority) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        UPDATE waitlist_entries SET priority = :priority
                         WHERE clinic_id = :clinic AND entry_id = :entry AND ended IS NULL
                        """)
                        .bind("clinic", clinic.value())
                        .bind("entry", entry.value())
                        .bind("priority", priority.ordinal())
                        .execute());
    }
}
