package ca.vitaravox.bench;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.DatabaseLogin;
import ca.vitaravox.postgres.Migrations;
import ca.vitaravox.postgres.NewServer;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** A PostgreSQL that loses nothing, as in production: a commit waits for the disk. */
final class BenchServer implements AutoCloseable {
    static final ClinicId CLINIC = new ClinicId("bench");
    private static final String PASSWORD = "bench";

    private final EmbeddedPostgres server;
    private final long postmaster;
    private final int connections;

    BenchServer(int connections) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("vitaravox-bench");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        postmaster = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).trim());
        try (NewServer administrator = NewServer.as(login("postgres", "postgres"))) {
            administrator
                    .login("bench_owner", PASSWORD)
                    .login("bench_server", PASSWORD)
                    .application("bench_server")
                    .database("bench", "bench_owner");
        }
        Migrations.run(login("bench", "bench_owner"));
        run("bench_owner", AdvisoryHolding.TABLE);
        addClinic(CLINIC);
        this.connections = connections;
    }

    /** Makes a clinic. */
    void addClinic(ClinicId clinic) throws SQLException {
        run("postgres", """
                INSERT INTO clinics (
                    clinic_id, name, phone, address, zone, languages, accepting_new_patients, waitlist_enabled,
                    default_visit_type, grid_minutes, minimum_notice_seconds, change_notice_seconds, horizon_days,
                    future_appointments)
                VALUES ('%s', 'Bench', '+16045550100', '1 Test Street', 'America/Vancouver', '{en}', true, true,
                        'checkup', 15, 0, 0, 365, 2)
                """.formatted(clinic));
    }

    /** Connections to the server, its port reached through {@code port}; to be closed by the caller. */
    HikariDataSource pool(int port) {
        HikariConfig config = new HikariConfig();
        DatabaseLogin login = login("bench", "bench_server", port);
        config.setJdbcUrl(login.jdbcUrl());
        config.setUsername(login.user());
        config.setPassword(PASSWORD);
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    /** Where the server itself is reached. */
    int port() {
        return server.getPort();
    }

    private DatabaseLogin login(String database, String role) {
        return login(database, role, server.getPort());
    }

    private static DatabaseLogin login(String database, String role, int port) {
        return new DatabaseLogin("jdbc:postgresql://localhost:" + port + "/" + database, role, Optional.of(PASSWORD));
    }

    /** Runs statements as this role. */
    void run(String role, String statements) throws SQLException {
        DatabaseLogin login = login("bench", role);
        try (Connection connection = DriverManager.getConnection(login.jdbcUrl(), role, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** Transactions as the application has them. */
    static ClinicTransactions transactions(HikariDataSource pool) {
        return new ClinicTransactions(Jdbi.create(pool).installPlugin(new PostgresPlugin()), Duration.ofSeconds(20));
    }

    /**
     * Forgets what the turn before held and left to be written. What stays is a week of slots that block nothing any
     * more, as a server has them, and what PostgreSQL knows of them for its plans.
     */
    void prepare() throws SQLException {
        run("postgres", """
                TRUNCATE slots, unfinished_writes, advisory_slots;
                INSERT INTO slots (
                    clinic_id, slot_id, call_id, patient_id, provider_id, starts, ends, visit_type, offered_at, state,
                    blocks)
                SELECT '%s', substr(md5('old' || n), 1, 12), 'old-call-' || n / 3, n %% 5000, 101 + n %% 20,
                       at, at + interval '15 minutes', 'checkup', at - interval '3 days',
                       CASE WHEN n %% 3 = 0 THEN 'released' ELSE 'offered' END, false
                  FROM generate_series(1, 10000) AS n,
                       LATERAL (SELECT timestamptz '2026-02-22T17:00Z' + n / 20 * interval '15 minutes' AS at) AS t;
                INSERT INTO advisory_slots SELECT * FROM slots;
                """.formatted(CLINIC));
        run("postgres", "VACUUM ANALYZE slots");
        run("postgres", "VACUUM ANALYZE advisory_slots");
        run("postgres", "CHECKPOINT");
    }

    /** How much of the processors' time its processes have had; of those that are gone, none. */
    Duration cpu() {
        return ProcessHandle.of(postmaster)
                .orElseThrow()
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
