package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import java.util.List;
import java.util.Optional;

/** The transcripts of all clinics, of those too that can no longer be called, to be sealed anew. */
public final class PostgresSealedTranscripts implements SealedSecrets {
    private final ClinicTransactions transactions;

    /** Those of all clinics. */
    public PostgresSealedTranscripts(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Sealed> page(Optional<SecretPlace> after, int most) {
        return ClinicAfterClinic.page(transactions, after, most, this::page);
    }

    private List<Sealed> page(ClinicId clinic, Optional<SecretPlace> after, int most) {
        return transactions.queryInClinic(
                clinic,
                """
                SELECT call_id, sealed FROM transcripts
                 WHERE clinic_id = :clinic AND call_id > :after ORDER BY call_id LIMIT :most
                """,
                query -> query.bind(
                                "after",
                                after.map(PostgresTranscripts::call)
                                        .map(CallId::value)
                                        .orElse(""))
                        .bind("most", most),
                row -> new Sealed(
                        PostgresTranscripts.place(clinic, new CallId(row.getString("call_id"))),
                        row.getString("sealed")));
    }

    @Override
    public boolean replace(Sealed kept, String anew) {
        return transactions.updateInClinic(
                        kept.place().clinic(),
                        """
                        UPDATE transcripts SET sealed = :anew
                         WHERE clinic_id = :clinic AND call_id = :call AND sealed = :kept
                        """,
                        update -> update.bind("anew", anew)
                                .bind(
                                        "call",
                                        PostgresTranscripts.call(kept.place()).value())
                                .bind("kept", kept.text()))
                == 1;
    }
}
