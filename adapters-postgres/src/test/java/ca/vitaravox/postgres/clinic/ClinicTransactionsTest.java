package ca.vitaravox.postgres.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.postgres.OneConnection;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClinicTransactionsTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final String CANCELLED = "57014";
    /** For a statement: long enough for those that are well, on a busy machine too. */
    private static final Duration ALLOWED = Duration.ofSeconds(2);

    private final ClinicId clinic = Fresh.clinic();
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch bothHoldOne = new CountDownLatch(2);
    private final CountDownLatch oneIsThrough = new CountDownLatch(1);
    private Connection connection;
    private ClinicTransactions transactions;

    @BeforeEach
    void connect() throws SQLException {
        connection = POSTGRES.asApplication();
        transactions = over(connection, ALLOWED);
    }

    private static ClinicTransactions over(Connection connection, Duration statementTimeout) {
        OneConnection same = new OneConnection(connection);
        return new ClinicTransactions(same, Jdbi.create(same), statementTimeout);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private static String setting(Handle handle, String name) {
        return handle.createQuery("SELECT coalesce(current_setting(:name, true), '')")
                .bind("name", name)
                .mapTo(String.class)
                .one();
    }

    @Test
    void a_transaction_is_in_its_clinic_and_the_next_one_is_not() {
        assertEquals(clinic.value(), transactions.inClinic(clinic, handle -> setting(handle, "vitaravox.clinic_id")));
        assertEquals("", transactions.inNoClinic(handle -> setting(handle, "vitaravox.clinic_id")));
        ClinicId other = Fresh.clinic();
        assertEquals(other.value(), transactions.inClinic(other, handle -> setting(handle, "vitaravox.clinic_id")));
        assertEquals("", setting(Jdbi.create(connection).open(), "vitaravox.clinic_id"));
    }

    private <T> List<T> query(String sql, Row<T> rows) {
        return transactions.queryInClinic(clinic, sql, query -> {}, rows);
    }

    @Test
    void a_query_sent_with_its_settings_is_in_its_clinic_and_what_comes_next_is_not() {
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    List.of(clinic + " 2s"),
                    query(
                            "SELECT current_setting('vitaravox.clinic_id') || ' ' ||"
                                    + " current_setting('statement_timeout')",
                            row -> row.getString(1)),
                    "also once the driver keeps it prepared");
            assertEquals("", setting(Jdbi.create(connection).open(), "vitaravox.clinic_id"));
        }
    }

    @Test
    void a_query_sent_with_its_settings_takes_no_longer_than_allowed_either() {
        JdbiException cancelled =
                assertThrows(JdbiException.class, () -> query("SELECT pg_sleep(30)::text", row -> row.getString(1)));
        assertEquals(Optional.of(CANCELLED), ClinicTransactions.sqlState(cancelled));
        assertEquals(List.of(1), query("SELECT 1", row -> row.getInt(1)));
    }

    @Test
    void a_query_sent_with_its_settings_that_fails_has_changed_nothing() {
        ClinicId known = POSTGRES.newClinic();
        String task = "INSERT INTO tasks (clinic_id, kind, about, at) VALUES (:clinic, 'half_moved', 'slot1', now())";
        assertThrows(
                JdbiException.class,
                () -> transactions.queryInClinic(
                        known,
                        "WITH task AS (" + task + " RETURNING at) SELECT 1 / (count(*) - 1) FROM task",
                        query -> {},
                        row -> row.getInt(1)));
        assertEquals(
                List.of(0),
                transactions.queryInClinic(known, "SELECT count(*) FROM tasks", query -> {}, row -> row.getInt(1)));
    }

    @Test
    void a_clinic_whose_work_failed_is_left_too() {
        assertThrows(
                IllegalStateException.class,
                () -> transactions.doInClinic(clinic, handle -> {
                    throw new IllegalStateException("broken");
                }));
        assertEquals("", transactions.inNoClinic(handle -> setting(handle, "vitaravox.clinic_id")));
    }

    private static void sleep(Handle handle) {
        handle.createQuery("SELECT pg_sleep(30)::text").mapTo(String.class).one();
    }

    @Test
    void no_statement_takes_longer_than_allowed() {
        JdbiException cancelled =
                assertThrows(JdbiException.class, () -> transactions.doInClinic(clinic, ClinicTransactionsTest::sleep));
        assertEquals(Optional.of(CANCELLED), ClinicTransactions.sqlState(cancelled));
    }

    @Test
    void a_deadline_shortens_what_is_allowed_and_never_lengthens_it() {
        assertEquals("20ms", allowedWithin(Duration.ofMillis(20)));
        assertEquals("1ms", allowedWithin(Duration.ZERO));
        assertEquals("2s", allowedWithin(Duration.ofDays(1)));
    }

    /** Asks until it hears: on a busy machine even this question may take longer than it is allowed to. */
    private String allowedWithin(Duration atMost) {
        long begun = System.nanoTime();
        while (true) {
            try {
                return transactions.onceInClinic(clinic, atMost, handle -> setting(handle, "statement_timeout"));
            } catch (JdbiException late) {
                assertEquals(Optional.of(CANCELLED), ClinicTransactions.sqlState(late));
                assertTrue(System.nanoTime() - begun < Duration.ofSeconds(20).toNanos(), "never heard");
            }
        }
    }

    @Test
    void a_server_that_falls_silent_in_a_transaction_does_not_keep_others_waiting_for_ever() {
        assertEquals(
                "10s", transactions.inClinic(clinic, handle -> setting(handle, "idle_in_transaction_session_timeout")));
    }

    @Test
    void a_transaction_undone_to_break_a_deadlock_runs_again() {
        ClinicId deadlocked = POSTGRES.newClinic();
        AtOnce.race(i -> {
            if (i < 2) {
                crossLocks(deadlocked, i);
            }
            return i;
        });
        assertEquals(3, runs.get());
    }

    /** Adds two tasks, each of two callers in another order. */
    private void crossLocks(ClinicId clinic, int order) {
        try (Connection own = POSTGRES.asApplication()) {
            over(own, Duration.ofSeconds(20)).doInClinic(clinic, handle -> {
                if (runs.incrementAndGet() > 2) {
                    await(oneIsThrough);
                }
                insert(handle, clinic, "" + order);
                bothHoldOne.countDown();
                await(bothHoldOne);
                insert(handle, clinic, "" + (1 - order));
            });
            oneIsThrough.countDown();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void insert(Handle handle, ClinicId clinic, String about) {
        handle.createUpdate("""
                        INSERT INTO tasks (clinic_id, kind, about, at)
                        VALUES (:clinic, 'half_moved', :about, '2026-03-02T17:00:00Z') ON CONFLICT DO NOTHING
                        """)
                .bind("clinic", clinic.value())
                .bind("about", about)
                .execute();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static final String HOURS = "SELECT * FROM clinic_hours";
    private static final int OFTEN_ENOUGH_TO_BE_PREPARED = 10;

    private void ask() {
        assertEquals(List.of(), query(HOURS, row -> row.getInt("day")));
        assertEquals(
                List.of(),
                transactions.queryOnceInClinic(
                        clinic, Duration.ofSeconds(1), HOURS, query -> {}, row -> row.getInt("day")));
        List<Integer> inTransaction = transactions.inClinic(
                clinic,
                handle -> handle.createQuery(HOURS + " ORDER BY day")
                        .map((row, context) -> row.getInt("day"))
                        .list());
        assertEquals(List.of(), inTransaction);
    }

    private void addColumn(String name) throws SQLException {
        POSTGRES.administer("ALTER TABLE clinic_hours ADD COLUMN " + name + " text NOT NULL DEFAULT 'later'");
    }

    @Test
    void a_table_that_gets_a_column_from_a_later_release_breaks_no_statement_that_was_prepared_before()
            throws SQLException {
        for (int n = 0; n < OFTEN_ENOUGH_TO_BE_PREPARED; n++) {
            ask();
        }
        addColumn("of_later");
        for (int n = 0; n < OFTEN_ENOUGH_TO_BE_PREPARED; n++) {
            ask();
        }
    }

    @Test
    void a_transaction_that_is_not_begun_again_would_break() throws SQLException {
        Jdbi jdbi = Jdbi.create(connection);
        for (int n = 0; n < OFTEN_ENOUGH_TO_BE_PREPARED; n++) {
            askOnce(jdbi);
        }
        addColumn("of_much_later");
        JdbiException broken = assertThrows(JdbiException.class, () -> askOnce(jdbi));

        assertEquals(Optional.of("0A000"), ClinicTransactions.sqlState(broken));
        askOnce(jdbi);
    }

    private static void askOnce(Jdbi jdbi) {
        jdbi.useTransaction(handle -> handle.createQuery(HOURS).mapToMap().list());
    }
}
