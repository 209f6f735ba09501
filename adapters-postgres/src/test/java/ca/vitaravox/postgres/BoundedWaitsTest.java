package ca.vitaravox.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.OpenEnvelope;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** However silent the database, nobody on the phone waits for it for long. */
class BoundedWaitsTest {
    private static final Duration AMPLE = Duration.ofSeconds(30);

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final ClinicId clinic = POSTGRES.newClinic();
    private Database database;
    private Connection locker;

    @BeforeEach
    void openWithOneConnection() throws SQLException {
        database = Database.open(
                new DatabaseSettings(
                        POSTGRES.login(TestServer.APPLICATION), 1, Duration.ofSeconds(2), Duration.ofSeconds(3)),
                InstantSource.fixed(TestDatabase.NOW));
        locker = POSTGRES.asSuperuser();
        locker.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        locker.close();
        database.close();
    }

    private void lock(String table) throws SQLException {
        try (Statement statement = locker.createStatement()) {
            statement.execute("LOCK TABLE " + table);
        }
    }

    @Test
    void a_statement_that_is_not_answered_is_given_up() throws SQLException {
        lock("slots");
        assertTimeoutPreemptively(
                AMPLE,
                () -> assertThrows(
                        JdbiException.class,
                        () -> database.holdLedger().release(clinic, Fresh.call(), TestDatabase.NOW)));
    }

    @Test
    void a_connection_that_is_not_to_be_had_is_given_up() throws Exception {
        lock("slots");
        ExecutorService callers = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> waiting = IntStream.range(0, 3)
                    .<Future<?>>mapToObj(i ->
                            callers.submit(() -> database.holdLedger().release(clinic, Fresh.call(), TestDatabase.NOW)))
                    .toList();
            for (Future<?> each : waiting) {
                assertTimeoutPreemptively(AMPLE, () -> assertThrows(Exception.class, each::get));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void a_server_that_vanished_is_given_up() throws Exception {
        DatabaseLogin direct = POSTGRES.login(TestServer.APPLICATION);
        URI address = URI.create(direct.jdbcUrl().substring("jdbc:".length()));
        try (FreezingProxy proxy = new FreezingProxy(address.getPort())) {
            DatabaseLogin login = new DatabaseLogin(
                    "jdbc:postgresql://localhost:" + proxy.port() + address.getPath(),
                    direct.user(),
                    direct.password());
            try (Database behindProxy = Database.open(
                    new DatabaseSettings(login, 1, Duration.ofSeconds(2), Duration.ofSeconds(1)),
                    InstantSource.system())) {
                proxy.freeze();
                assertTimeoutPreemptively(
                        AMPLE,
                        () -> assertThrows(
                                JdbiException.class,
                                () -> behindProxy.callLog(new OpenEnvelope()).call(clinic, Fresh.call())));
                assertEquals(Optional.empty(), behindProxy.connections().check(Duration.ofSeconds(1)));
            }
        }
    }

    @Test
    void it_answers_again_once_it_can() throws SQLException {
        lock("slots");
        assertThrows(JdbiException.class, () -> database.holdLedger().release(clinic, Fresh.call(), TestDatabase.NOW));
        locker.rollback();
        database.holdLedger().release(clinic, Fresh.call(), TestDatabase.NOW);
    }

    @Test
    void a_clinic_just_read_is_known_while_the_database_is_silent() throws SQLException {
        Clinic read = database.clinicDirectory().clinic(clinic);
        lock("clinics");
        assertEquals(read, database.clinicDirectory().clinic(clinic));
    }
}
