package ca.vitaravox.postgres.waitlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Why it is the constraints that decide: whoever looks first and offers then, offers one opening many times. */
class NaiveOfferingTest {
    /** That there is an offer; or, of two who saw each other's row at once, who was told to give way. */
    private static final Set<String> LOST = Set.of("23505", "23P01", "40P01");

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final CyclicBarrier everybodyHasLooked = new CyclicBarrier(AtOnce.CALLERS);

    private long offers() {
        ClinicId clinic = POSTGRES.newClinic();
        try (Connection connection = POSTGRES.asApplication();
                Statement statement = connection.createStatement()) {
            statement.execute("SET vitaravox.clinic_id = '" + clinic + "'");
            statement.execute("""
                    INSERT INTO freed_openings (clinic_id, opening_id, appointment_id, provider_id, starts, ends, freed_at)
                    VALUES ('%1$s', '1@0', '1', '101', '2026-03-03T17:00:00Z', '2026-03-03T17:15:00Z', '2026-03-02T17:00:00Z');
                    INSERT INTO waitlist_entries (
                        clinic_id, entry_id, kind, first_name, last_name, phone, person_key, visit_type, part_of_day,
                        weekdays, priority, since, until, language, call_id)
                    SELECT '%1$s', 'entry' || n, 'new_patient', 'Noa', 'No' || n, '+16045550142', 'k' || n, 'checkup', 'any',
                           '{}', 1, '2026-03-02T17:00:00Z', '2026-04-02T17:00:00Z', 'en', 'c'
                      FROM generate_series(0, 99) AS n
                    """.formatted(clinic));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return AtOnce.race(i -> offer(clinic, i)).stream().filter(made -> made).count();
    }

    private boolean offer(ClinicId clinic, int who) {
        try (Connection connection = POSTGRES.asApplication();
                Statement statement = connection.createStatement()) {
            statement.execute("SET vitaravox.clinic_id = '" + clinic + "'");
            boolean none = hasNoOffer(statement);
            everybodyHasLooked.await(30, TimeUnit.SECONDS);
            return none && insert(statement, clinic, who);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static boolean hasNoOffer(Statement statement) throws SQLException {
        try (ResultSet live = statement.executeQuery("SELECT FROM waitlist_offers WHERE opening_id = '1@0' AND live")) {
            return !live.next();
        }
    }

    private static boolean insert(Statement statement, ClinicId clinic, int who) throws SQLException {
        try {
            return statement.executeUpdate("""
                    INSERT INTO waitlist_offers (
                        clinic_id, offer_id, opening_id, entry_id, provider_id, starts, ends, visit_type, state, live,
                        version, since)
                    VALUES ('%1$s', 'offer%2$d', '1@0', 'entry%2$d', '101', '2026-03-03T17:00:00Z', '2026-03-03T17:15:00Z',
                            'checkup', 'matched', true, 0, '2026-03-02T17:00:00Z')
                    """.formatted(clinic, who)) == 1;
        } catch (SQLException refused) {
            assertTrue(LOST.contains(refused.getSQLState()), refused::getMessage);
            return false;
        }
    }

    @Test
    void without_the_constraints_everybody_offers_it_and_with_them_one_does() throws SQLException {
        assertEquals(1, offers());
        POSTGRES.administer(
                "DROP INDEX waitlist_offers_of_opening",
                "ALTER TABLE waitlist_offers DROP CONSTRAINT waitlist_offers_do_not_overlap");
        assertEquals(AtOnce.CALLERS, offers());
    }
}
