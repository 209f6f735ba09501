package ca.vitaravox.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL for all tests of this JVM: an embedded one, or the one that {@code VITARAVOX_TEST_POSTGRES} names
 * ({@code host:port}, where the superuser {@code postgres} needs no password). Databases are copies of a template that
 * was migrated by an owner who is no superuser.
 */
final class TestServer implements AutoCloseable {
    static final String SUPERUSER = "postgres";
    static final String OWNER = "test_owner";
    static final String APPLICATION = "test_application";
    static final String PASSWORD = "a 'quoted' \"password\"";

    private static final String TEMPLATE = "test_template";

    private final Optional<EmbeddedPostgres> embedded;
    private final String address;
    private final AtomicInteger databases = new AtomicInteger();

    TestServer() throws IOException, SQLException {
        String external = System.getenv("VITARAVOX_TEST_POSTGRES");
        embedded = external == null ? Optional.of(embedded()) : Optional.empty();
        address = embedded.map(server -> "localhost:" + server.getPort()).orElse(external);
        administer(
                "postgres",
                "DROP DATABASE IF EXISTS " + TEMPLATE,
                "DROP ROLE IF EXISTS " + APPLICATION,
                "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + OWNER + "') THEN CREATE ROLE "
                        + OWNER + " LOGIN CREATEROLE; END IF; END $$",
                "CREATE DATABASE " + TEMPLATE + " OWNER " + OWNER);
        Migrations.run(login(TEMPLATE, OWNER));
        Migrations.ensureApplicationRole(login(TEMPLATE, OWNER), APPLICATION, PASSWORD);
    }

    private static EmbeddedPostgres embedded() throws IOException {
        return EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .start();
    }

    /** A new database with all our tables in it, and nothing in them. */
    String createDatabase() throws SQLException {
        String name = "test_" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
        administer("postgres", "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " STRATEGY file_copy");
        return name;
    }

    /** A new database without anything in it. */
    String createEmptyDatabase() throws SQLException {
        String name = "test_" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
        administer("postgres", "CREATE DATABASE " + name + " OWNER " + OWNER);
        return name;
    }

    void dropDatabase(String name) throws SQLException {
        administer("postgres", "DROP DATABASE " + name + " WITH (FORCE)");
    }

    DatabaseLogin login(String database, String role) {
        return new DatabaseLogin("jdbc:postgresql://" + address + "/" + database, role, Optional.of(PASSWORD));
    }

    /** Runs statements as a superuser. */
    void administer(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database, SUPERUSER);
                Statement each = connection.createStatement()) {
            for (String statement : statements) {
                each.execute(statement);
            }
        }
    }

    Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(login(database, role).jdbcUrl(), role, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        if (embedded.isPresent()) {
            embedded.get().close();
        }
    }
}
