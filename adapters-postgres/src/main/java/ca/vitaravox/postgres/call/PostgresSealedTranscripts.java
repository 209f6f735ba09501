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
        String last = after.map(place -> clinic(place).value()).orElse("");
        return clinics(last).stream()
                .flatMap(clinic ->
                        page(clinic, after.filter(place -> clinic(place).equals(clinic)), most).stream())
                .limit(most)
                .toList();
    }

    private static ClinicId clinic(SecretPlace place) {
        return new ClinicId(place.owner().substring(place.owner().indexOf('/') + 1));
    }

    private List<ClinicId> clinics(String first) {
        return transactions.inAccess(handle -> handle.createQuery("""
                        SELECT clinic_id FROM clinics
                         WHERE clinic_id COLLATE "C" >= :first ORDER BY clinic_id COLLATE "C"
                        """)
                .bind("first", first)
                .map((row, context) -> new ClinicId(row.getString("clinic_id")))
                .list());
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
                (row, context) -> new Sealed(
                        PostgresTranscripts.place(clinic, new CallId(row.getString("call_id"))),
                        row.getString("sealed")));
    }

    @Override
    public boolean replace(Sealed kept, String anew) {
        return transactions.updateInClinic(
                        clinic(kept.place()),
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
