package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Counts the calls of some days of a clinic; which hour of whose day a quarter is, Java says. */
final class Counting {
    private static final int QUARTER = 900;

    /** As {@link ca.vitaravox.ports.call.Durations#classOf}. */
    private static final String CLASS = "floor(ln(greatest(%s, 1)) / ln(2::float8) * 8)::integer";

    /** What users try out is counted apart. */
    private static final String NO_TRIAL =
            " AND NOT EXISTS (SELECT FROM trials WHERE trials.clinic_id = c.clinic_id AND trials.call_id = c.call_id)";

    private final Days days;
    private final Map<Counted, Integer> counts = new HashMap<>();

    private Counting(Days days) {
        this.days = days;
    }

    /** How many there are of each. */
    static Map<Counted, Integer> of(Handle handle, ClinicId clinic, Days days) {
        Counting counting = new Counting(days);
        counting.hours(handle, clinic);
        counting.ends(handle, clinic);
        counting.tools(handle, clinic);
        counting.requests(handle, clinic);
        counting.trials(handle, clinic);
        return counting.counts;
    }

    private Query query(Handle handle, String sql, ClinicId clinic) {
        return handle.createQuery(sql)
                .bind("clinic", clinic.value())
                .bind("from", Columns.moment(days.from()))
                .bind("until", Columns.moment(days.until()));
    }

    private Query byDay(Handle handle, String sql, ClinicId clinic) {
        return query(handle, sql, clinic).bindArray("starts", String.class, days.starts());
    }

    private void count(ResultSet row, Measure measure, String which) throws SQLException {
        Counted counted = new Counted(days.day(row.getInt("place") - 1), measure, which);
        counts.merge(counted, row.getInt("many"), Integer::sum);
    }

    private void hours(Handle handle, ClinicId clinic) {
        query(handle, """
                SELECT floor(extract(epoch FROM first_heard_at) / 900)::bigint AS quarter, count(*) AS many
                  FROM calls c
                 WHERE clinic_id = :clinic AND first_heard_at >= :from AND first_heard_at < :until%s
                 GROUP BY 1
                """.formatted(NO_TRIAL), clinic)
                .map((row, context) -> {
                    ZonedDateTime at = Instant.ofEpochSecond(row.getLong("quarter") * QUARTER)
                            .atZone(days.zone());
                    return counts.merge(
                            new Counted(at.toLocalDate(), Measure.HOUR, Integer.toString(at.getHour())),
                            row.getInt("many"),
                            Integer::sum);
                })
                .list();
    }

    private void ends(Handle handle, ClinicId clinic) {
        byDay(handle, """
                SELECT width_bucket(first_heard_at, (SELECT CAST(:starts AS timestamptz[]))) AS place,
                       coalesce(derived_intent, said_intent) AS intent,
                       coalesce(derived_outcome, said_outcome) AS outcome, count(*) AS many
                  FROM calls c
                 WHERE clinic_id = :clinic AND first_heard_at >= :from AND first_heard_at < :until%s
                 GROUP BY 1, 2, 3
                """.formatted(NO_TRIAL), clinic)
                .map((row, context) -> {
                    if (row.getString("intent") != null) {
                        count(row, Measure.INTENT, row.getString("intent"));
                    }
                    if (row.getString("outcome") != null) {
                        count(row, Measure.OUTCOME, row.getString("outcome"));
                    }
                    return row;
                })
                .list();
    }

    private void tools(Handle handle, ClinicId clinic) {
        byDay(handle, """
                SELECT width_bucket(at, (SELECT CAST(:starts AS timestamptz[]))) AS place, tool, code, %s AS class,
                       count(*) AS many
                  FROM tool_calls c
                 WHERE clinic_id = :clinic AND at >= :from AND at < :until%s
                 GROUP BY 1, 2, 3, 4
                """.formatted(CLASS.formatted("took_micros"), NO_TRIAL), clinic)
                .map((row, context) -> {
                    count(row, Measure.TOOL, row.getString("tool") + " " + row.getInt("class"));
                    if (row.getString("code") != null) {
                        count(row, Measure.REFUSAL, row.getString("tool") + " " + row.getString("code"));
                    }
                    return row;
                })
                .list();
    }

    private void requests(Handle handle, ClinicId clinic) {
        byDay(handle, """
                SELECT width_bucket(at, (SELECT CAST(:starts AS timestamptz[]))) AS place, coalesce(status, 599) >= 500 AS failed,
                       %s AS class, count(*) AS many
                  FROM tool_calls c, unnest(emr_micros, emr_statuses) AS request (micros, status)
                 WHERE clinic_id = :clinic AND at >= :from AND at < :until%s
                 GROUP BY 1, 2, 3
                """.formatted(CLASS.formatted("micros"), NO_TRIAL), clinic)
                .map((row, context) -> {
                    count(row, row.getBoolean("failed") ? Measure.EMR_FAILURE : Measure.EMR, row.getString("class"));
                    return row;
                })
                .list();
    }

    private void trials(Handle handle, ClinicId clinic) {
        byDay(handle, """
                SELECT width_bucket(first_heard_at, (SELECT CAST(:starts AS timestamptz[]))) AS place, count(*) AS many
                  FROM calls c
                 WHERE clinic_id = :clinic AND first_heard_at >= :from AND first_heard_at < :until
                   AND EXISTS (SELECT FROM trials t WHERE t.clinic_id = c.clinic_id AND t.call_id = c.call_id)
                 GROUP BY 1
                """, clinic)
                .map((row, context) -> {
                    count(row, Measure.TRIAL, "call");
                    return row;
                })
                .list();
    }
}
