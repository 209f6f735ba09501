package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.CallRecord;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The records of calls; each piece of news is one upsert that gives the same in every order. */
public final class PostgresCallLog implements CallLog {
    /**
     * Marks the days of moments (UTC) as to be counted anew. One that is marked already is locked: whoever is about to
     * count it waits for what is being added.
     */
    private static final String MARK = """
            INSERT INTO counts_due AS d (clinic_id, day, since)
            SELECT DISTINCT CAST(:clinic AS text), CAST(moment AT TIME ZONE 'UTC' AS date), CAST(:at AS timestamptz)
              FROM (%s) AS moments (moment) ORDER BY 2
            ON CONFLICT (clinic_id, day) DO UPDATE SET since = d.since WHERE false
            """;

    /** What is heard of a call beside its tool calls. */
    private static final String NEWS = """
                        WITH record AS (
                        INSERT INTO calls AS c (
                            clinic_id, call_id, caller, first_heard_at, started_at, ended_at, ended_reason,
                            reported_reason, cost_usd, reported_summary, said_summary, said_intent, said_outcome,
                            satisfaction)
                        VALUES (
                            :clinic, :call, :caller, :at, :started, :ended, :ended_reason,
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
                        RETURNING first_heard_at)
                        """ + MARK.formatted("SELECT first_heard_at FROM record");

    /** A tool call, and the call it is of. */
    private static final String TOOL_CALL =
            """
                        WITH record AS (
                            INSERT INTO calls AS c (clinic_id, call_id, caller, first_heard_at)
                            VALUES (:clinic, :call, :caller, :at)
                            ON CONFLICT (clinic_id, call_id) DO UPDATE SET
                                caller = coalesce(c.caller, excluded.caller)
                            RETURNING first_heard_at,
                                ended_at IS NOT NULL OR derived_outcome IS NOT NULL AS is_over
                        ), marked AS (
                        """ + MARK.formatted("SELECT first_heard_at FROM record UNION SELECT CAST(:at AS timestamptz)") + """
                        )
                        INSERT INTO tool_calls AS t (
                            clinic_id, call_id, tool_call_id, tool, at, took_micros, code, outcome, arguments,
                            emr_requests, emr_micros, emr_statuses)
                        VALUES (
                            :clinic, :call, :id, :tool, :at, :took, :code, :outcome, :arguments,
                            nullif(:requests, '{}'), nullif(:micros, '{}'), nullif(:statuses, '{}'))
                        ON CONFLICT (clinic_id, call_id, tool_call_id) DO UPDATE SET
                            tool = excluded.tool, at = excluded.at, took_micros = excluded.took_micros,
                            code = excluded.code, outcome = excluded.outcome, arguments = excluded.arguments,
                            emr_requests = coalesce(excluded.emr_requests, t.emr_requests),
                            emr_micros = coalesce(excluded.emr_micros, t.emr_micros),
                            emr_statuses = coalesce(excluded.emr_statuses, t.emr_statuses)
                        RETURNING (SELECT is_over FROM record)
                        """;

    /** What came of a call, told from what happened in it. */
    private static final String DERIVED =
            """
                        WITH record AS (
                        UPDATE calls SET derived_intent = :intent, derived_outcome = :outcome
                         WHERE clinic_id = :clinic AND call_id = :call
                        RETURNING first_heard_at)
                        """ + MARK.replace(":at", "moment").formatted("SELECT first_heard_at FROM record");

    private final ClinicTransactions transactions;
    /** For the tool calls, noted down when they are answered: what they did is kept elsewhere, by who did it. */
    private final ClinicTransactions lightly;

    private final ToolCallRow rows;

    /** The records of the calls to all clinics, what is personal in tool calls sealed. */
    public PostgresCallLog(ClinicTransactions transactions, Envelope envelope) {
        this.transactions = transactions;
        this.lightly = transactions.lightly();
        this.rows = new ToolCallRow(new SealedArguments(envelope));
    }

    @Override
    public void add(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, CallNews news, Instant now) {
        transactions.updateInClinic(
                clinic,
                NEWS,
                update -> CallFacts.of(news)
                        .bind(update)
                        .bind("call", call.value())
                        .bind("caller", caller.map(PhoneNumber::e164).orElse(null))
                        .bind("at", Columns.moment(now)));
    }

    @Override
    public boolean add(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, ToolCall toolCall) {
        return lightly.queryInClinic(
                        clinic,
                        TOOL_CALL,
                        update -> {
                            update.bind("caller", caller.map(PhoneNumber::e164).orElse(null));
                            rows.bind(update, clinic, call, toolCall);
                        },
                        row -> row.getBoolean(1))
                .get(0);
    }

    @Override
    public void derived(ClinicId clinic, CallId call, Intent intent, Outcome outcome) {
        transactions.updateInClinic(
                clinic,
                DERIVED,
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

    private List<ToolCall> toolCalls(Handle handle, ClinicId clinic, CallId call) {
        return handle.createQuery("""
                        SELECT tool_call_id, tool, at, took_micros, code, outcome, arguments,
                               emr_requests, emr_micros, emr_statuses
                          FROM tool_calls
                         WHERE clinic_id = :clinic AND call_id = :call
                         ORDER BY at, tool_call_id
                        """)
                .bind("clinic", clinic.value())
                .bind("call", call.value())
                .map((row, context) -> rows.read(row, clinic, call))
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
