package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sealed arguments of tool calls, to be sealed anew: clinic after clinic, along the key of their table. */
public final class PostgresArgumentSecrets implements SealedSecrets {
    private final ClinicTransactions transactions;

    /** Those of all clinics, also of such as cannot be called any more. */
    public PostgresArgumentSecrets(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    /** A tool call; the first of a clinic is after the one with empty ids. */
    private record Key(ClinicId clinic, String call, String toolCall) {
        static Key of(SecretPlace place) {
            String[] parts = place.field().split("/", 3);
            return new Key(new ClinicId(place.owner().substring("clinic/".length())), parts[1], parts[2]);
        }
    }

    @Override
    public List<Sealed> page(Optional<SecretPlace> after, int most) {
        Optional<Key> key = after.map(Key::of);
        List<Sealed> page = new ArrayList<>();
        for (ClinicId clinic : clinicsFrom(key)) {
            Key start = key.filter(each -> each.clinic().equals(clinic)).orElseGet(() -> new Key(clinic, "", ""));
            page.addAll(sealed(start, most - page.size()));
            if (page.size() == most) {
                return page;
            }
        }
        return page;
    }

    private List<ClinicId> clinicsFrom(Optional<Key> key) {
        return transactions.inAccess(handle -> handle.createQuery(
                        "SELECT clinic_id FROM clinics WHERE clinic_id >= :first ORDER BY clinic_id")
                .bind("first", key.map(each -> each.clinic().value()).orElse(""))
                .map((row, context) -> new ClinicId(row.getString("clinic_id")))
                .list());
    }

    private List<Sealed> sealed(Key after, int most) {
        return transactions.queryInClinic(
                after.clinic(),
                """
                SELECT call_id, tool_call_id, arguments FROM tool_calls
                 WHERE clinic_id = :clinic AND (call_id, tool_call_id) > (:call, :tool_call) AND arguments IS NOT NULL
                 ORDER BY call_id, tool_call_id LIMIT :most
                """,
                query -> query.bind("call", after.call())
                        .bind("tool_call", after.toolCall())
                        .bind("most", most),
                (row, context) -> new Sealed(
                        SealedArguments.place(
                                after.clinic(), new CallId(row.getString("call_id")), row.getString("tool_call_id")),
                        row.getString("arguments")));
    }

    @Override
    public boolean replace(Sealed kept, String anew) {
        Key key = Key.of(kept.place());
        return transactions.updateInClinic(
                        key.clinic(),
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
