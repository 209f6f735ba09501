package ca.vitaravox.postgres.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Thirty-two who write at once, each on a connection of their own. */
class ChainUnderLoadTest {
    private static final int WRITERS = 32;
    private static final int EACH = 10;

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final ClinicId clinic = POSTGRES.newClinic();

    /** Every writer sets the clinic for itself and runs this statement so many times, each a transaction. */
    private void write(String insert) throws Exception {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(() -> writer(start, insert));
            }
            for (Future<Void> each : threads.invokeAll(writers, 1, TimeUnit.MINUTES)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Void writer(CyclicBarrier start, String insert) throws Exception {
        try (Connection connection = POSTGRES.asApplication();
                Statement setting = connection.createStatement();
                PreparedStatement entry = connection.prepareStatement(insert)) {
            setting.execute("SET vitaravox.clinic_id = '" + clinic + "'");
            entry.setString(1, clinic.value());
            start.await();
            for (int i = 0; i < EACH; i++) {
                entry.execute();
            }
            return null;
        }
    }

    private static int count(String query) throws SQLException {
        try (Connection superuser = POSTGRES.asSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static int forks(String table) throws SQLException {
        return count("SELECT count(*) - count(DISTINCT previous) FROM " + table);
    }

    @Test
    void the_trail_stays_one_chain() throws Exception {
        write("INSERT INTO audit (clinic_id, at, job, action, result)"
                + " VALUES (?, '2026-03-02T17:00:00Z', 'x', 'view_chart', 'done')");
        assertEquals(WRITERS * EACH, count("SELECT count(*) FROM audit"));
        assertEquals(WRITERS * EACH, count("SELECT count(DISTINCT position) FROM audit"));
        assertEquals(0, forks("audit"));
        assertEquals(
                0,
                count("SELECT count(*) FROM audit e JOIN audit f ON f.position = e.position + 1"
                        + " WHERE f.previous <> e.hash"));
        assertEquals(WRITERS * EACH, count("SELECT max(position) FROM chain_heads"));
    }

    /** What it is without the lock on the head, as a trigger is easily written: the test would see it. */
    @Test
    void a_chain_that_reads_its_last_entry_without_a_lock_forks_under_the_same_load() throws Exception {
        POSTGRES.administer(
                "CREATE TABLE naive (place bigint GENERATED ALWAYS AS IDENTITY, clinic text, previous bytea, hash bytea)",
                """
                CREATE FUNCTION naive_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN
                    NEW.previous := coalesce((SELECT hash FROM naive ORDER BY place DESC LIMIT 1), '');
                    NEW.hash := sha256(NEW.previous || convert_to(NEW.clinic || NEW.place, 'UTF8'));
                    RETURN NEW;
                END
                $$
                """,
                "CREATE TRIGGER naive BEFORE INSERT ON naive FOR EACH ROW EXECUTE FUNCTION naive_link()",
                "GRANT INSERT ON naive TO vitaravox_app");
        write("INSERT INTO naive (clinic) VALUES (?)");
        assertEquals(WRITERS * EACH, count("SELECT count(*) FROM naive"));
        assertTrue(forks("naive") > 0);
    }
}
