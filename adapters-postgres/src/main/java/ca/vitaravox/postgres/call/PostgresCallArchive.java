package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallArchive;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The calls of clinics, read along the index of their times. */
public final class PostgresCallArchive implements CallArchive {
    /** Past every call there will be. */
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final ClinicTransactions transactions;

    /** The calls of all clinics. */
    public PostgresCallArchive(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Brief> page(ClinicId clinic, Filter filter, Optional<Mark> after, int most) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery("""
                        SELECT call_id, caller, first_heard_at, ended_at,
                               coalesce(derived_intent, said_intent) AS intent,
                               coalesce(derived_outcome, said_outcome) AS outcome,
                               (SELECT count(*) FROM tool_calls t
                                 WHERE t.clinic_id = c.clinic_id AND t.call_id = c.call_id) AS tool_calls
                          FROM calls c
                         WHERE clinic_id = :clinic
                           AND (first_heard_at, call_id) < (:at, :call)
                           AND first_heard_at >= :from AND first_heard_at < :until
                           AND (CAST(:intent AS text) IS NULL OR coalesce(derived_intent, said_intent) = :intent)
                           AND (CAST(:outcome AS text) IS NULL OR coalesce(derived_outcome, said_outcome) = :outcome)
                           AND (CAST(:caller AS text) IS NULL OR caller = :caller)
                         ORDER BY first_heard_at DESC, call_id DESC
                         LIMIT :most
                        """)
                        .bind("clinic", clinic.value())
                        .bind("at", Columns.moment(after.map(Mark::at).orElse(LAST)))
                        .bind("call", after.map(mark -> mark.call().value()).orElse(""))
                        .bind("from", Columns.moment(filter.from().orElse(Instant.EPOCH)))
                        .bind("until", Columns.moment(filter.until().orElse(LAST)))
                        .bind("intent", filter.intent().map(Columns::word).orElse(null))
                        .bind("outcome", filter.outcome().map(Columns::word).orElse(null))
                        .bind("caller", filter.caller().map(PhoneNumber::e164).orElse(null))
                        .bind("most", most)
                        .map((row, context) -> read(row))
                        .list());
    }

    private static Brief read(ResultSet row) throws SQLException {
        return new Brief(
                new Mark(Columns.moment(row, "first_heard_at"), new CallId(row.getString("call_id"))),
                Columns.someText(row, "caller").map(PhoneNumber::new),
                Columns.someMoment(row, "ended_at"),
                Columns.someConstant(Intent.class, row, "intent"),
                Columns.someConstant(Outcome.class, row, "outcome"),
                row.getInt("tool_calls"));
    }
}
