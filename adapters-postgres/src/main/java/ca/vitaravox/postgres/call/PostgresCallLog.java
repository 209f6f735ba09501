package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.CallRecord;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The records of calls; each piece of news is one upsert that gives the same in every order. */
public final class PostgresCallLog implements CallLog {
    private final ClinicTransactions transactions;

    /** The records of the calls to all clinics. */
    public PostgresCallLog(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, CallNews news, Instant now) {
        transactions.updateInClinic(
                clinic,
                """
                        INSERT INTO calls AS c (
                            clinic_id, call_id, caller, first_heard_at, started_at, ended_at, ended_reason,
                            reported_reason, cost_usd, reported_summary, said_summary, said_intent, said_outcome,
                            satisfaction)
                        VALUES (
                            :clinic, :call, :caller, :now, :started, :ended, :ended_reason,
                            :reported_reason, :cost, :reported_summary, :said_summary, :intent, :outcome,
                            :satisfaction)
                        ON CONFLICT (clinic_id, call_id) DO UPDATE SET
                            caller = coalesce(c.caller, excluded.caller),
                            started_at = least(c.started_at, excluded.started_at),
                            ended_at = least(c.ended_at, excluded.ended_at),
                            ended_reason = coalesce(c.ended_reason, excluded.ended_reason),
                            reported_reason = coalesce(excluded.reported_reason, c.reported_reason),
                            cost_usd = coalesce(excluded.cost_usd, c.cost_usd),
                            reported_summary = coalesce(excluded.reported_summary, c.reported_summary),
                            said_summary = coalesce(excluded.said_summary, c.said_summary),
                            said_intent = coalesce(excluded.said_intent, c.said_intent),
                            said_outcome = coalesce(excluded.said_outcome, c.said_outcome),
                            satisfaction = coalesce(excluded.satisfaction, c.satisfaction)
                        """,
                update -> CallFacts.of(news)
                        .bind(update)
                        .bind("call", call.value())
                        .bind("caller", caller.map(PhoneNumber::e164).orElse(null))
                        .bind("now", Columns.moment(now)));
    }

    @Override
    public void add(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, ToolCall toolCall) {
        transactions.updateInClinic(
                clinic,
                """
                        WITH record AS (
                            INSERT INTO calls AS c (clinic_id, call_id, caller, first_heard_at)
                            VALUES (:clinic, :call, :caller, :at)
                            ON CONFLICT (clinic_id, call_id) DO UPDATE SET
                                caller = coalesce(c.caller, excluded.caller)
                        )
                        INSERT INTO tool_calls (clinic_id, call_id, tool_call_id, tool, at, took_micros, code, outcome)
                        VALUES (:clinic, :call, :id, :tool, :at, :took, :code, :outcome)
                        ON CONFLICT (clinic_id, call_id, tool_call_id) DO UPDATE SET
                            tool = excluded.tool, at = excluded.at, took_micros = excluded.took_micros,
                            code = excluded.code, outcome = excluded.outcome
                        """,
                update -> update.bind("call", call.value())
                        .bind("caller", caller.map(PhoneNumber::e164).orElse(null))
                        .bind("id", toolCall.id())
                        .bind("tool", toolCall.tool())
                        .bind("at", Columns.moment(toolCall.at()))
                        .bind("took", toolCall.took().toNanos() / 1000)
                        .bind("code", toolCall.code().orElse(null))
                        .bind("outcome", toolCall.outcome().map(Columns::word).orElse(null)));
    }

    @Override
    public void derived(ClinicId clinic, CallId call, Intent intent, Outcome outcome) {
        transactions.updateInClinic(
                clinic,
                """
                        UPDATE calls SET derived_intent = :intent, derived_outcome = :outcome
                         WHERE clinic_id = :clinic AND call_id = :call
                        """,
                update -> update.bind("call", call.value())
                        .bind("intent", Columns.word(intent))
                        .bind("outcome", Columns.word(outcome)));
    }

    @Override
    public Optional<CallRecord> call(ClinicId clinic, CallId call) {
        return transactions.inClinic(clinic, handle -> {
            List<ToolCall> toolCalls = toolCalls(handle, clinic, call);
            return handle.createQuery("""
                            SELECT *, coalesce(reported_reason, ended_reason) AS reason,
                                   coalesce(reported_summary, said_summary) AS summary
                              FROM calls
                             WHERE clinic_id = :clinic AND call_id = :call
                            """)
                    .bind("clinic", clinic.value())
                    .bind("call", call.value())
                    .map((row, context) -> read(row, toolCalls))
                    .findOne();
        });
    }

    private static List<ToolCall> toolCalls(Handle handle, ClinicId clinic, CallId call) {
        return handle.createQuery("""
                        SELECT tool_call_id, tool, at, took_micros, code, outcome FROM tool_calls
                         WHERE clinic_id = :clinic AND call_id = :call
                         ORDER BY at, tool_call_id
                        """)
                .bind("clinic", clinic.value())
                .bind("call", call.value())
                .map((row, context) -> new ToolCall(
                        row.getString("tool_call_id"),
                        row.getString("tool"),
                        Columns.moment(row, "at"),
                        Duration.of(row.getLong("took_micros"), ChronoUnit.MICROS),
                        Columns.someText(row, "code"),
                        Columns.someConstant(Outcome.class, row, "outcome")))
                .list();
    }

    private static CallRecord read(ResultSet row, List<ToolCall> toolCalls) throws SQLException {
        return new CallRecord(
                new ClinicId(row.getString("clinic_id")),
                new CallId(row.getString("call_id")),
                Columns.someText(row, "caller").map(PhoneNumber::new),
                Columns.someMoment(row, "started_at"),
                Columns.someMoment(row, "ended_at"),
                Columns.someText(row, "reason"),
                Optional.ofNullable(row.getBigDecimal("cost_usd")),
                Columns.someText(row, "summary"),
                Columns.someConstant(Intent.class, row, "said_intent"),
                Columns.someConstant(Outcome.class, row, "said_outcome"),
                Optional.ofNullable(row.getObject("satisfaction", Integer.class)),
                Columns.someConstant(Intent.class, row, "derived_intent"),
                Columns.someConstant(Outcome.class, row, "derived_outcome"),
                toolCalls);
    }
}
