package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.SeenSignatures;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The signatures that were seen; the row's key is what lets only one execute. None waits until it is on the database's disk:
 * whatever a request then changes does, and takes its signature along, so that where nothing of a request is left, executing
 * it again is executing it once.
 */
public final class PostgresSeenSignatures implements SeenSignatures {
    /**
     * One statement, one round trip: looks whether it is there, takes it in if it is not or is too old, and removes some
     * that are too old, more than one so that they get fewer. Not this one: a statement changes a row once.
     */
    private static final String TAKE = """
            WITH gone AS (
                DELETE FROM seen_signatures WHERE (clinic_id, signature) IN (
                    SELECT clinic_id, signature FROM seen_signatures
                     WHERE clinic_id = :clinic AND until <= :now AND signature <> :signature
                     ORDER BY until LIMIT 3 FOR UPDATE SKIP LOCKED)
            ), taken AS (
                INSERT INTO seen_signatures AS s (clinic_id, signature, until)
                VALUES (:clinic, :signature, :until)
                ON CONFLICT (clinic_id, signature) DO UPDATE SET until = excluded.until, answer = NULL
                 WHERE s.until <= :now
                RETURNING signature
            )
            SELECT EXISTS (SELECT FROM taken) AS first,
                   (SELECT answer FROM seen_signatures WHERE clinic_id = :clinic AND signature = :signature) AS answer
            """;

    private final ClinicTransactions transactions;

    /** The signatures of all clinics' requests. */
    public PostgresSeenSignatures(ClinicTransactions transactions) {
        this.transactions = transactions.lightly();
    }

    @Override
    public Seen take(ClinicId clinic, String signature, Instant now, Instant until) {
        return transactions
                .queryInClinic(
                        clinic,
                        TAKE,
                        query -> query.bind("signature", signature)
                                .bind("now", Columns.moment(now))
                                .bind("until", Columns.moment(until)),
                        row -> read(row))
                .get(0);
    }

    private static Seen read(ResultSet row) throws SQLException {
        return row.getBoolean("first") ? new Seen.First() : new Seen.Before(Columns.someText(row, "answer"));
    }

    @Override
    public void remember(ClinicId clinic, String signature, String answer) {
        transactions.updateInClinic(
                clinic,
                "UPDATE seen_signatures SET answer = :answer WHERE clinic_id = :clinic AND signature = :signature",
                update -> update.bind("answer", answer).bind("signature", signature));
    }

    @Override
    public void forget(ClinicId clinic, String signature) {
        transactions.updateInClinic(clinic, """
                DELETE FROM seen_signatures WHERE clinic_id = :clinic AND signature = :signature AND answer IS NULL
                """, update -> update.bind("signature", signature));
    }
}
