package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.Optional;

/** What was said in calls, a row each, sealed before it leaves this process: for its clinic and its call. */
public final class PostgresTranscripts implements Transcripts {
    private static final String FIELD = "transcript/";

    private final ClinicTransactions transactions;
    private final Envelope envelope;

    /** What was said in the calls to all clinics, sealed in this envelope. */
    public PostgresTranscripts(ClinicTransactions transactions, Envelope envelope) {
        this.transactions = transactions;
        this.envelope = envelope;
    }

    static SecretPlace place(ClinicId clinic, CallId call) {
        return SecretPlace.of(clinic, FIELD + call.value());
    }

    /** The call whose transcript is kept in such a place. */
    static CallId call(SecretPlace place) {
        return new CallId(place.field().substring(FIELD.length()));
    }

    @Override
    public void keep(ClinicId clinic, CallId call, String text, Instant now) {
        transactions.updateInClinic(
                clinic,
                """
                INSERT INTO transcripts (clinic_id, call_id, since, sealed) VALUES (:clinic, :call, :now, :sealed)
                ON CONFLICT (clinic_id, call_id) DO UPDATE SET sealed = excluded.sealed
                """,
                update -> update.bind("call", call.value())
                        .bind("now", Columns.moment(now))
                        .bind("sealed", envelope.seal(place(clinic, call), text)));
    }

    @Override
    public Optional<Kept> transcript(ClinicId clinic, CallId call) {
        return transactions
                .queryInClinic(
                        clinic,
                        "SELECT since, sealed FROM transcripts WHERE clinic_id = :clinic AND call_id = :call",
                        query -> query.bind("call", call.value()),
                        row -> new Kept(
                                Columns.moment(row, "since"),
                                envelope.open(place(clinic, call), row.getString("sealed"))))
                .stream()
                .findFirst();
    }

    @Override
    public boolean has(ClinicId clinic, CallId call) {
        return !transactions
                .queryInClinic(
                        clinic,
                        "SELECT 1 FROM transcripts WHERE clinic_id = :clinic AND call_id = :call",
                        query -> query.bind("call", call.value()),
                        row -> row.getInt(1))
                .isEmpty();
    }

    @Override
    public boolean remove(ClinicId clinic, CallId call) {
        return transactions.updateInClinic(
                        clinic,
                        "DELETE FROM transcripts WHERE clinic_id = :clinic AND call_id = :call",
                        update -> update.bind("call", call.value()))
                == 1;
    }
}
