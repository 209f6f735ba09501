package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.CallFigures;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Figures, counted by PostgreSQL; which hour of whose day a quarter belongs to is for others to say. */
public final class PostgresCallFigures implements CallFigures {
    private static final int QUARTER = 900;

    private final ClinicTransactions transactions;

    /** The figures of all clinics. */
    public PostgresCallFigures(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    private static Query bind(Handle handle, String sql, ClinicId clinic, Instant from, Instant until) {
        return handle.createQuery(sql)
                .bind("clinic", clinic.value())
                .bind("from", Columns.moment(from))
                .bind("until", Columns.moment(until));
    }

    @Override
    public Map<Instant, Integer> calls(ClinicId clinic, Instant from, Instant until) {
        Map<Instant, Integer> calls = new TreeMap<>();
        transactions.doInClinic(
                clinic,
                handle -> bind(handle, """
                        SELECT floor(extract(epoch FROM first_heard_at) / 900)::bigint AS quarter, count(*) AS calls
                          FROM calls
                         WHERE clinic_id = :clinic AND first_heard_at >= :from AND first_heard_at < :until
                         GROUP BY 1
                        """, clinic, from, until)
                        .map((row, context) ->
                                Map.entry(Instant.ofEpochSecond(row.getLong("quarter") * QUARTER), row.getInt("calls")))
                        .forEach(each -> calls.put(each.getKey(), each.getValue())));
        return calls;
    }

    @Override
    public Ends ends(ClinicId clinic, Instant from, Instant until) {
        Map<Intent, Integer> intents = new EnumMap<>(Intent.class);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        transactions.doInClinic(
                clinic,
                handle -> bind(handle, """
                        SELECT coalesce(derived_intent, said_intent) AS intent,
                               coalesce(derived_outcome, said_outcome) AS outcome, count(*) AS calls
                          FROM calls
                         WHERE clinic_id = :clinic AND first_heard_at >= :from AND first_heard_at < :until
                         GROUP BY 1, 2
                        """, clinic, from, until)
                        .map((row, context) -> {
                            int calls = row.getInt("calls");
                            Columns.someConstant(Intent.class, row, "intent")
                                    .ifPresent(intent -> intents.merge(intent, calls, Integer::sum));
                            Columns.someConstant(Outcome.class, row, "outcome")
                                    .ifPresent(outcome -> outcomes.merge(outcome, calls, Integer::sum));
                            return calls;
                        })
                        .list());
        return new Ends(intents, outcomes);
    }

    @Override
    public List<Tool> tools(ClinicId clinic, Instant from, Instant until) {
        return transactions.inClinic(clinic, handle -> {
            Map<String, Map<String, Integer>> refused = new HashMap<>();
            bind(handle, """
                    SELECT tool, code, count(*) AS calls FROM tool_calls
                     WHERE clinic_id = :clinic AND at >= :from AND at < :until AND code IS NOT NULL
                     GROUP BY 1, 2
                    """, clinic, from, until)
                    .map((row, context) -> refused.computeIfAbsent(row.getString("tool"), tool -> new TreeMap<>())
                            .put(row.getString("code"), row.getInt("calls")))
                    .list();
            return bind(handle, """
                    SELECT tool, count(*) AS calls,
                           percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY took_micros) AS took
                      FROM tool_calls
                     WHERE clinic_id = :clinic AND at >= :from AND at < :until
                     GROUP BY 1 ORDER BY 1
                    """, clinic, from, until)
                    .map((row, context) -> {
                        Long[] took = (Long[]) row.getArray("took").getArray();
                        String name = row.getString("tool");
                        return new Tool(
                                name,
                                row.getInt("calls"),
                                refused.getOrDefault(name, Map.of()),
                                micros(took[0]),
                                micros(took[1]),
                                micros(took[2]));
                    })
                    .list();
        });
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
