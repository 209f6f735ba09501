package ca.vitaravox.bench.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What the years add to a database: other clinics like those of the town, and calls they all had. */
public final class Years {
    private static final String SETTINGS = "clinics, clinic_hours, providers, visit_types, weekly_shifts";

    private Years() {}

    /** Adds clinics until there are so many, and so many calls with a tool call for every tenth, as many of each clinic. */
    public static void pass(BenchServer server, int clinics, int calls) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            // what refers to what was made so that it is right
            statement.execute("SET session_replication_role = replica; SET synchronous_commit = off");
            for (String table : SETTINGS.split(", ")) {
                statement.execute("""
                        INSERT INTO %1$s
                        SELECT (jsonb_populate_record(
                                   NULL::%1$s, to_jsonb(pattern) || jsonb_build_object('clinic_id', 'grown-' || n))).*
                          FROM %1$s pattern, generate_series(1, %2$d) n WHERE pattern.clinic_id = 'town-0'
                        """.formatted(table, clinics));
            }
            statement.execute("""
                    INSERT INTO lines (number, clinic_id, language)
                    SELECT '+1236' || lpad((5550000 + n)::text, 7, '0'), 'grown-' || n, 'en'
                      FROM generate_series(1, %d) n
                    """.formatted(clinics));
            statement.execute("""
                    INSERT INTO calls (clinic_id, call_id, caller, first_heard_at, started_at, ended_at)
                    SELECT clinic_id, 'before-' || lpad(n::text, 8, '0'), '+1604555' || lpad((n %% 10000)::text, 4, '0'),
                           at, at, at + interval '2 minutes'
                      FROM (SELECT clinic_id, count(*) OVER () AS all_of_them FROM clinics) c,
                           LATERAL generate_series(1, (%d / all_of_them)::integer) n,
                           LATERAL (SELECT now() - interval '1 year' + n * (interval '1 year' * all_of_them / %d) AS at) t
                    """.formatted(calls, calls));
            statement.execute("""
                    INSERT INTO tool_calls (clinic_id, call_id, tool_call_id, tool, at, took_micros)
                    SELECT clinic_id, call_id, 'one', 'get_clinic_info', first_heard_at, 4000 FROM calls
                     WHERE call_id LIKE 'before-%0'
                    """);
            statement.execute("ANALYZE; CHECKPOINT");
        }
    }
}
