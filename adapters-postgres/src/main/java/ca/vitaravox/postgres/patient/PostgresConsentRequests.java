package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.patient.Consent;
import ca.vitaravox.ports.patient.ConsentRequests;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.Optional;

/** What callers were to be asked: in each call one row that nobody has agreed to, at most. */
public final class PostgresConsentRequests implements ConsentRequests {
    private final ClinicTransactions transactions;

    /** What the callers of all clinics were to be asked. */
    public PostgresConsentRequests(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void ask(ClinicId clinic, CallId call, Consent words, Instant now) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        INSERT INTO consent_requests (clinic_id, call_id, wording, language, asked_at)
                        VALUES (:clinic, :call, :wording, :language, :now)
                        ON CONFLICT (clinic_id, call_id) WHERE person IS NULL DO UPDATE SET
                            wording = excluded.wording, language = excluded.language, asked_at = excluded.asked_at
                        """)
                        .bind("clinic", clinic.value())
                        .bind("call", call.value())
                        .bind("wording", words.wording())
                        .bind("language", words.language().code())
                        .bind("now", Columns.moment(now))
                        .execute());
    }

    @Override
    public Optional<Consent> agree(ClinicId clinic, CallId call, String person) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery("""
                        WITH asked AS (
                            SELECT request_id FROM consent_requests
                             WHERE clinic_id = :clinic AND call_id = :call AND (person = :person OR person IS NULL)
                             ORDER BY person NULLS LAST LIMIT 1 FOR UPDATE
                        )
                        UPDATE consent_requests r SET person = :person
                          FROM asked
                         WHERE r.clinic_id = :clinic AND r.request_id = asked.request_id
                        RETURNING r.wording, r.language
                        """)
                        .bind("clinic", clinic.value())
                        .bind("call", call.value())
                        .bind("person", person)
                        .map((row, context) -> new Consent(
                                row.getString("wording"),
                                Language.of(row.getString("language")).orElseThrow()))
                        .findOne());
    }
}
