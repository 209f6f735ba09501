package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.waitlist.Notice;
import ca.vitaravox.ports.waitlist.NoticeEnd;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.Outbox;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Text messages to be sent. */
public final class PostgresOutbox implements Outbox {
    private final ClinicTransactions transactions;
    private final Work work;

    /** The messages of all clinics. */
    public PostgresOutbox(ClinicTransactions transactions) {
        this.transactions = transactions;
        this.work = new Work(transactions, "message");
    }

    @Override
    public void add(ClinicId clinic, Notice notice, Instant now) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        WITH added AS (
                            INSERT INTO outbox (clinic_id, offer_id, phone, language, added_at)
                            VALUES (:clinic, :offer, :phone, :language, :now)
                            ON CONFLICT DO NOTHING
                            RETURNING offer_id
                        )
                        INSERT INTO waitlist_work (clinic_id, kind, id, due)
                        SELECT :clinic, 'message', offer_id, :now FROM added
                        """)
                        .bind("clinic", clinic.value())
                        .bind("offer", notice.offer().value())
                        .bind("phone", notice.to().e164())
                        .bind("language", notice.language().code())
                        .bind("now", Columns.moment(now))
                        .execute());
    }

    @Override
    public List<Due> take(int most, Instant now, Instant until) {
        return work.take(most, now, until).stream()
                .flatMap(item -> attempt(item).stream())
                .toList();
    }

    private Optional<Due> attempt(Work.Item item) {
        return transactions
                .queryInClinic(
                        item.clinic(), """
                                UPDATE outbox SET attempts = attempts + 1
                                 WHERE clinic_id = :clinic AND offer_id = :offer AND ended IS NULL
                                RETURNING offer_id, phone, language, attempts
                                """, query -> query.bind("offer", item.id()), row -> due(item.clinic(), row))
                .stream()
                .findFirst();
    }

    private static Due due(ClinicId clinic, ResultSet row) throws SQLException {
        Notice notice = new Notice(
                new OfferId(row.getString("offer_id")),
                new PhoneNumber(row.getString("phone")),
                Language.of(row.getString("language")).orElseThrow());
        return new Due(clinic, notice, row.getInt("attempts"));
    }

    @Override
    public void again(ClinicId clinic, OfferId offer, Instant due) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        UPDATE waitlist_work SET due = :due
                         WHERE clinic_id = :clinic AND kind = 'message' AND id = :offer
                        """)
                        .bind("clinic", clinic.value())
                        .bind("offer", offer.value())
                        .bind("due", Columns.moment(due))
                        .execute());
    }

    @Override
    public void end(ClinicId clinic, OfferId offer, NoticeEnd how, Instant now) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        WITH finished AS (
                            DELETE FROM waitlist_work WHERE clinic_id = :clinic AND kind = 'message' AND id = :offer
                        )
                        UPDATE outbox SET ended = :how, ended_at = :now, phone = NULL
                         WHERE clinic_id = :clinic AND offer_id = :offer AND ended IS NULL
                        """)
                        .bind("clinic", clinic.value())
                        .bind("offer", offer.value())
                        .bind("how", Columns.word(how))
                        .bind("now", Columns.moment(now))
                        .execute());
    }

    @Override
    public Optional<NoticeEnd> ended(ClinicId clinic, OfferId offer) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery("""
                        SELECT ended FROM outbox WHERE clinic_id = :clinic AND offer_id = :offer AND ended IS NOT NULL
                        """)
                        .bind("clinic", clinic.value())
                        .bind("offer", offer.value())
                        .map((row, context) -> Columns.constant(NoticeEnd.class, row.getString("ended")))
                        .findOne());
    }
}
