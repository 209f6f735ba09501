package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrConnections;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** How clinics come to be connected to their EMRs. */
public final class PostgresEmrConnections implements EmrConnections {
    private static final String ASKED = """
            INSERT INTO emr_consents (clinic_id, state, base_url, signing_url, token, secret, until, asked_by, asked_in)
            VALUES (:clinic, :state, :base, :signing, :token, :secret, :until, :by, :in)
            ON CONFLICT (clinic_id) DO UPDATE SET
                state = excluded.state, base_url = excluded.base_url, signing_url = excluded.signing_url,
                token = excluded.token, secret = excluded.secret, until = excluded.until,
                asked_by = excluded.asked_by, asked_in = excluded.asked_in
            """;

    private static final String TAKE = """
            DELETE FROM emr_consents
             WHERE clinic_id = :clinic AND state IS NOT DISTINCT FROM CAST(:state AS text) AND until > :now
            RETURNING state, base_url, signing_url, token, secret, until, asked_by, asked_in
            """;

    private static final String CONNECTED = """
            INSERT INTO emr_connections (clinic_id, connected_at) VALUES (:clinic, :at)
            ON CONFLICT (clinic_id) DO UPDATE SET connected_at = excluded.connected_at, worked_at = NULL
            """;

    private static final String WORKED = "UPDATE emr_connections SET worked_at = :at WHERE clinic_id = :clinic";

    private final ClinicTransactions transactions;

    /** Those of all clinics. */
    public PostgresEmrConnections(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void asked(ClinicId clinic, Asked asked) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate(ASKED)
                        .bind("clinic", clinic.value())
                        .bind("state", asked.state().orElse(null))
                        .bind("base", asked.base().toString())
                        .bind("signing", asked.signingBase().toString())
                        .bind("token", asked.token())
                        .bind("secret", asked.secret())
                        .bind("until", Columns.moment(asked.until()))
                        .bind("by", asked.by().map(Asker::user).orElse(null))
                        .bind("in", asked.by().map(Asker::session).orElse(null))
                        .execute());
    }

    @Override
    public Optional<Asked> take(ClinicId clinic, Optional<String> state, Instant now) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery(TAKE)
                        .bind("clinic", clinic.value())
                        .bind("state", state.orElse(null))
                        .bind("now", Columns.moment(now))
                        .map((row, context) -> read(row))
                        .findOne());
    }

    private static Asked read(ResultSet row) throws SQLException {
        return new Asked(
                Columns.someText(row, "state"),
                URI.create(row.getString("base_url")),
                URI.create(row.getString("signing_url")),
                row.getString("token"),
                row.getString("secret"),
                Columns.moment(row, "until"),
                by(row));
    }

    private static Optional<Asker> by(ResultSet row) throws SQLException {
        String session = row.getString("asked_in");
        return Columns.someText(row, "asked_by").map(user -> new Asker(user, session));
    }

    @Override
    public void connected(ClinicId clinic, Instant at) {
        note(CONNECTED, clinic, at);
    }

    @Override
    public void worked(ClinicId clinic, Instant at) {
        note(WORKED, clinic, at);
    }

    private void note(String statement, ClinicId clinic, Instant at) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate(statement)
                        .bind("clinic", clinic.value())
                        .bind("at", Columns.moment(at))
                        .execute());
    }

    @Override
    public Optional<History> history(ClinicId clinic) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery(
                                "SELECT connected_at, worked_at FROM emr_connections WHERE clinic_id = :clinic")
                        .bind("clinic", clinic.value())
                        .map((row, context) ->
                                new History(Columns.moment(row, "connected_at"), Columns.someMoment(row, "worked_at")))
                        .findOne());
    }
}
