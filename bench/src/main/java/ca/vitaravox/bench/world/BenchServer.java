package ca.vitaravox.bench.world;

import ca.vitaravox.bench.contender.Proc;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.DatabaseLogin;
import ca.vitaravox.postgres.DatabaseSettings;
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
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** A PostgreSQL that loses nothing, as in production: a commit waits for the disk. */
public final class BenchServer implements AutoCloseable {
    /** The clinic there is from the start. */
    public static final ClinicId CLINIC = new ClinicId("bench");

    private static final String PASSWORD = "bench";

    private final EmbeddedPostgres server;
    private final long postmaster;
    private final int connections;

    /** Starts one, whose pools have so many connections. */
    public BenchServer(int connections) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("vitaravox-bench");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
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
        addClinic(CLINIC);
        this.connections = connections;
    }

    /** Makes a clinic. */
    public void addClinic(ClinicId clinic) throws SQLException {
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
    public HikariDataSource pool(int port) {
        HikariConfig config = new HikariConfig();
        DatabaseLogin login = login("bench", "bench_server", port);
        config.setJdbcUrl(login.jdbcUrl());
        config.setUsername(login.user());
        config.setPassword(PASSWORD);
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    /** Where the server itself is reached. */
    public int port() {
        return server.getPort();
    }

    private DatabaseLogin login(String database, String role) {
        return login(database, role, server.getPort());
    }

    private static DatabaseLogin login(String database, String role, int port) {
        return new DatabaseLogin("jdbc:postgresql://localhost:" + port + "/" + database, role, Optional.of(PASSWORD));
    }

    /** The database as the application has it, with few connections; to be closed by the caller. */
    public Database open() {
        return Database.open(DatabaseSettings.usual(login("bench", "bench_server")), InstantSource.system());
    }

    /** What {@code DATABASE_URL} is for a server on it, which {@code role} logs in to. */
    public String url(String role) {
        return "postgresql://" + role + ":" + PASSWORD + "@127.0.0.1:" + server.getPort() + "/bench";
    }

    /** A connection as this role, to be closed by the caller. */
    public Connection connect(String role) throws SQLException {
        DatabaseLogin login = login("bench", role);
        return DriverManager.getConnection(login.jdbcUrl(), role, PASSWORD);
    }

    /** Runs statements as this role. */
    public void run(String role, String statements) throws SQLException {
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** Transactions as the application has them. */
    public static ClinicTransactions transactions(HikariDataSource pool) {
        return new ClinicTransactions(
                pool::getConnection, Jdbi.create(pool).installPlugin(new PostgresPlugin()), Duration.ofSeconds(20));
    }

    /** How much of the processors' time its processes have had, those of connections that ended included. */
    public Duration cpu() {
        return ProcessHandle.of(postmaster)
                .orElseThrow()
                .children()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Proc.cpuWithEnded(postmaster), Duration::plus);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
