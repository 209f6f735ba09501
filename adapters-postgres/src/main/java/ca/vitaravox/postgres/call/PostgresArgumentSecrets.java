package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import java.util.List;
import java.util.Optional;

/** The sealed arguments of tool calls, to be sealed anew: clinic after clinic, along the key of their table. */
public final class PostgresArgumentSecrets implements SealedSecrets {
    private final ClinicTransactions transactions;

    /** Those of all clinics, also of such as cannot be called any more. */
    public PostgresArgumentSecrets(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    /** A tool call of a clinic, as its place names it. */
    private record Key(String call, String toolCall) {
        static final Key FIRST = new Key("", "");

        static Key of(SecretPlace place) {
            String[] parts = place.field().split("/", 3);
            return new Key(parts[1], parts[2]);
        }
    }

    @Override
    public List<Sealed> page(Optional<SecretPlace> after, int most) {
        return ClinicAfterClinic.page(transactions, after, most, this::page);
    }

    private List<Sealed> page(ClinicId clinic, Optional<SecretPlace> after, int most) {
        Key last = after.map(Key::of).orElse(Key.FIRST);
        return transactions.queryInClinic(
                clinic,
                """
                SELECT call_id, tool_call_id, arguments FROM tool_calls
                 WHERE clinic_id = :clinic AND (call_id, tool_call_id) > (:call, :tool_call) AND arguments IS NOT NULL
                 ORDER BY call_id, tool_call_id LIMIT :most
                """,
                query -> query.bind("call", last.call())
                        .bind("tool_call", last.toolCall())
                        .bind("most", most),
                row -> new Sealed(
                        SealedArguments.place(
                                clinic, new CallId(row.getString("call_id")), row.getString("tool_call_id")),
                        row.getString("arguments")));
    }

    @Override
    public boolean replace(Sealed kept, String anew) {
        Key key = Key.of(kept.place());
        return transactions.updateInClinic(
                        kept.place().clinic(),
                        """
                        UPDATE tool_calls SET arguments = :anew
                         WHERE clinic_id = :clinic AND call_id = :call AND tool_call_id = :tool_call
                           AND arguments = :kept
                        """,
                        update -> update.bind("call", key.call())
                                .bind("tool_call", key.toolCall())
                                .bind("anew", anew)
                                .bind("kept", kept.text()))
                == 1;
    }
}
