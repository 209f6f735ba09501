package ca.vitaravox.postgres.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Why it is the constraint that decides: whoever looks first and inserts then, sells one opening many times. */
class NaiveHoldingTest {
    /** That the time is taken; or, of two who saw each other's row at once, who was told to give way. */
    private static final Set<String> LOST = Set.of("23P01", "40P01");

    private static final String THE_OPENING = "tstzrange('2026-03-03T17:00:00Z', '2026-03-03T17:15:00Z')";

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final CyclicBarrier everybodyHasLooked = new CyclicBarrier(AtOnce.CALLERS);

    private long holders() {
        ClinicId clinic = POSTGRES.newClinic();
        return AtOnce.race(i -> hold(clinic)).stream().filter(held -> held).count();
    }

    private boolean hold(ClinicId clinic) {
        try (Connection connection = POSTGRES.asApplication();
                Statement statement = connection.createStatement()) {
            statement.execute("SET vitaravox.clinic_id = '" + clinic + "'");
            boolean free = isFree(statement);
            everybodyHasLooked.await(30, TimeUnit.SECONDS);
            return free && insert(connection, clinic);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static boolean isFree(Statement statement) throws SQLException {
        try (ResultSet taken = statement.executeQuery(
                "SELECT FROM slots WHERE blocks AND tstzrange(starts, ends) && " + THE_OPENING)) {
            return !taken.next();
        }
    }

    private static boolean insert(Connection connection, ClinicId clinic) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO slots (
                    clinic_id, slot_id, call_id, provider_id, starts, ends, visit_type, offered_at, state, blocks, until)
                SELECT ?, ?, 'c', '101', lower(opening), upper(opening), 'checkup', lower(opening), 'held', true,
                       upper(opening)
                  FROM (SELECT %s AS opening) AS o
                """.formatted(THE_OPENING))) {
            insert.setString(1, clinic.value());
            insert.setString(2, Fresh.slot().value());
            return insert.executeUpdate() == 1;
        } catch (SQLException refused) {
            assertTrue(LOST.contains(refused.getSQLState()), refused::getMessage);
            return false;
        }
    }

    @Test
    void without_the_constraint_everybody_holds_it_and_with_it_one_does() throws SQLException {
        assertEquals(1, holders());
        POSTGRES.administer("ALTER TABLE slots DROP CONSTRAINT slots_do_not_overlap");
        assertEquals(AtOnce.CALLERS, holders());
    }
}
