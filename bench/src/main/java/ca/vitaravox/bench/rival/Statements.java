package ca.vitaravox.bench.rival;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The statements of ours, over plain JDBC, each sent in one go with what it needs set. Thread-safe. */
final class Statements {
    private static final int CONNECTIONS = 10;
    private static final String SETTINGS = """
            SELECT set_config('vitaravox.clinic_id', ?, true), set_config('statement_timeout', '4000ms', true);
            """;
    private static final String LIGHTLY = """
            SELECT set_config('vitaravox.clinic_id', ?, true), set_config('statement_timeout', '4000ms', true),
                   set_config('synchronous_commit', 'off', true);
            """;
    private static final String TAKE = """
            WITH gone AS (
                DELETE FROM seen_signatures WHERE (clinic_id, signature) IN (
                    SELECT clinic_id, signature FROM seen_signatures
                     WHERE clinic_id = ? AND until <= ? AND signature <> ?
                     ORDER BY until LIMIT 3 FOR UPDATE SKIP LOCKED)
            ), taken AS (
                INSERT INTO seen_signatures AS s (clinic_id, signature, until) VALUES (?, ?, ?)
                ON CONFLICT (clinic_id, signature) DO UPDATE SET until = excluded.until, answer = NULL
                 WHERE s.until <= ?
                RETURNING signature
            )
            SELECT EXISTS (SELECT FROM taken) AS first,
                   (SELECT answer FROM seen_signatures WHERE clinic_id = ? AND signature = ?) AS answer
            """;
    private static final String RENEW = """
            WITH held AS (
                SELECT slot_id FROM slots WHERE clinic_id = ? AND call_id = ? AND state = 'held' AND until > ?
                 ORDER BY slot_id FOR UPDATE
            )
            UPDATE slots s SET until = greatest(s.until, least(?, s.offered_at + interval '10 minutes'))
             WHERE s.clinic_id = ? AND s.slot_id = ANY (ARRAY (SELECT slot_id FROM held)) AND s.state = 'held'
            """;
    private static final String NOTE = """
            WITH record AS (
                INSERT INTO calls AS c (clinic_id, call_id, caller, first_heard_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (clinic_id, call_id) DO UPDATE SET caller = coalesce(c.caller, excluded.caller)
            )
            INSERT INTO tool_calls (clinic_id, call_id, tool_call_id, tool, at, took_micros, code, outcome)
            VALUES (?, ?, ?, ?, ?, 1000, NULL, NULL)
            ON CONFLICT (clinic_id, call_id, tool_call_id) DO UPDATE SET
                tool = excluded.tool, at = excluded.at, took_micros = excluded.took_micros,
                code = excluded.code, outcome = excluded.outcome
            """;
    private static final String REMEMBER =
            "UPDATE seen_signatures SET answer = ? WHERE clinic_id = ? AND signature = ?";
    private static final String CLAIM = """
            INSERT INTO tool_replies AS r (clinic_id, call_id, tool_call_id, request, until) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (clinic_id, call_id, tool_call_id) DO UPDATE SET
                request = excluded.request, answer = NULL, until = excluded.until
             WHERE r.until <= ?
            RETURNING 1
            """;
    private static final String ANSWERED = """
            UPDATE tool_replies SET answer = ?, until = ? WHERE clinic_id = ? AND call_id = ? AND tool_call_id = ?
            """;

    /** What ours does not wait for until it is on the database's disk. */
    private static final Set<String> NOT_TO_DISK = Set.of(TAKE, RENEW, NOTE, REMEMBER, CLAIM);

    private final HikariDataSource pool;
    private final Map<String, String> clinics = new ConcurrentHashMap<>();

    private Statements(HikariDataSource pool) {
        this.pool = pool;
    }

    static Statements over(String url) {
        URI database = URI.create(url);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://" + database.getHost() + ":" + database.getPort() + database.getPath());
        config.setUsername(database.getUserInfo().split(":")[0]);
        config.setPassword(database.getUserInfo().split(":")[1]);
        config.setMaximumPoolSize(CONNECTIONS);
        return new Statements(new HikariDataSource(config));
    }

    /** Whose line it is, once it was asked. */
    String clinicOf(String line) throws SQLException {
        String known = clinics.get(line);
        if (known == null) {
            known = first("", 0, "SELECT clinic_id FROM lines WHERE number = ?", line)
                    .orElseThrow();
            clinics.put(line, known);
        }
        return known;
    }

    boolean taken(String clinic, String signature) throws SQLException {
        OffsetDateTime now = OffsetDateTime.now();
        OffsetDateTime until = now.plusMinutes(6);
        return first(clinic, 0, TAKE, clinic, now, signature, clinic, signature, until, now, clinic, signature)
                .equals(Optional.of("t"));
    }

    boolean claimed(String clinic, ToolCall call) throws SQLException {
        return first(
                        clinic,
                        0,
                        CLAIM,
                        clinic,
                        call.call(),
                        call.id(),
                        call.arguments().toString(),
                        call.at().plusSeconds(6),
                        call.at())
                .isPresent();
    }

    void renewed(String clinic, ToolCall call) throws SQLException {
        first(clinic, 0, RENEW, clinic, call.call(), call.at(), call.at().plusMinutes(3), clinic);
    }

    void answered(String clinic, ToolCall call, String answer) throws SQLException {
        first(clinic, 0, ANSWERED, answer, call.at().plusDays(1), clinic, call.call(), call.id());
    }

    void noted(ToolCall call, String clinic) throws SQLException {
        first(
                clinic,
                0,
                NOTE,
                clinic,
                call.call(),
                call.caller(),
                call.at(),
                clinic,
                call.call(),
                call.id(),
                call.tool(),
                call.at());
    }

    void remembered(String clinic, String signature, String answer) throws SQLException {
        first(clinic, 0, REMEMBER, answer, clinic, signature);
    }

    /** The first column of the first row, after so many statements. */
    Optional<String> first(String clinic, int statements, String sql, Object... values) throws SQLException {
        return sent(clinic, statements, sql, row -> row.getString(1), values);
    }

    /** That column of a chart, all of which is read. */
    String column(String clinic, String sql, String column, Object... values) throws SQLException {
        return sent(
                        clinic,
                        0,
                        sql,
                        row -> {
                            Map<String, Object> chart = new HashMap<>();
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                chart.put(row.getMetaData().getColumnName(i), row.getObject(i));
                            }
                            return (String) chart.get(column);
                        },
                        values)
                .orElseThrow();
    }

    @FunctionalInterface
    private interface Reading {
        String of(ResultSet row) throws SQLException;
    }

    private Optional<String> sent(String clinic, int statements, String sql, Reading reading, Object... values)
            throws SQLException {
        String settings = NOT_TO_DISK.contains(sql) || Lookup.NOT_TO_DISK.contains(sql) ? LIGHTLY : SETTINGS;
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(settings + sql)) {
            statement.setString(1, clinic);
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof String[] texts) {
                    statement.setArray(i + 2, connection.createArrayOf("text", texts));
                } else {
                    statement.setObject(i + 2, values[i]);
                }
            }
            statement.execute();
            for (int i = 0; i <= statements; i++) {
                statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows != null && rows.next() ? Optional.of(reading.of(rows)) : Optional.empty();
            }
        }
    }
}
