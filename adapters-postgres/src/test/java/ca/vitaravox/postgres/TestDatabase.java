package ca.vitaravox.postgres;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.clinic.SampleClinics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A migrated database of a test class's own: register it as a static extension. */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
    /** What the clock of {@link #database()} always shows. */
    public static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");

    private TestServer server;
    private String name;
    private Database database;

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        if (isNested(context)) {
            return;
        }
        server = server(context);
        name = server.createDatabase();
        database = Database.open(settings(), InstantSource.fixed(NOW));
    }

    /** A nested class uses the database of the class around it. */
    private static boolean isNested(ExtensionContext context) {
        return context.getRequiredTestClass().isAnnotationPresent(Nested.class);
    }

    static TestServer server(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(TestServer.class, key -> started(), TestServer.class);
    }

    private static TestServer started() {
        try {
            return new TestServer();
        } catch (Exception broken) {
            throw new IllegalStateException("no PostgreSQL for the tests", broken);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        if (isNested(context)) {
            return;
        }
        database.close();
        server.dropDatabase(name);
    }

    /** The database as the application has it. */
    public Database database() {
        return database;
    }

    /** The same database as another server has it; to be closed. */
    public Database ofAnotherServer() {
        return Database.open(settings(), InstantSource.fixed(NOW));
    }

    /** A deadline that leaves a second. */
    public Deadline inTime() {
        return new Deadline(NOW.plusSeconds(1));
    }

    /** A new clinic in Vancouver, in the tables. */
    public ClinicId newClinic() {
        Clinic clinic = SampleClinics.small(Fresh.clinic());
        database.clinicSettings().save(clinic);
        return clinic.id();
    }

    /** As the application logs in; room for all the racers of a test. */
    DatabaseSettings settings() {
        return new DatabaseSettings(login(TestServer.APPLICATION), 24, Duration.ofSeconds(20), Duration.ofSeconds(20));
    }

    DatabaseLogin login(String role) {
        return server.login(name, role);
    }

    /** A connection of the application's role, without a clinic. */
    public Connection asApplication() throws SQLException {
        return server.connect(name, TestServer.APPLICATION);
    }

    /** A connection that row-level security does not bind. */
    public Connection asSuperuser() throws SQLException {
        return server.connect(name, TestServer.SUPERUSER);
    }

    /** Whatever other tests left in a table of all clinics is gone. */
    public void empty(String table) {
        try {
            administer("DELETE FROM " + table);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Runs statements as a superuser. */
    public void administer(String... statements) throws SQLException {
        server.administer(name, statements);
    }
}
