package ca.vitaravox.postgres.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.SampleRows;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever keeps what is known of a clinic sees by one number whether it is as it was. */
class ClinicChangesTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    /** As the sample row of each has them; lines are of no clinic's own. */
    private static final Map<String, String> ROWS = Map.of(
            "clinic_hours", SampleRows.all().get("clinic_hours").replace("1, 0", "1, 9"),
            "closures", SampleRows.all().get("closures"),
            "providers", SampleRows.all().get("providers").replace("'101'", "'901'"),
            "visit_types", SampleRows.all().get("visit_types").replace("'checkup', 0", "'another', 9"),
            "platform_parts", SampleRows.all().get("platform_parts"),
            "lines", "(clinic_id, number, language) VALUES (?, '+16045550199', 'en')");

    private ClinicId clinic;
    private ClinicId other;
    private Map<ClinicId, Long> before;

    @BeforeEach
    void two() {
        clinic = POSTGRES.newClinic();
        other = POSTGRES.newClinic();
        before = changes();
    }

    private static Map<ClinicId, Long> changes() {
        return POSTGRES.database().clinics().changes();
    }

    private boolean hasChanged() {
        Map<ClinicId, Long> now = changes();
        boolean changed = !now.get(clinic).equals(before.get(clinic));
        assertEquals(before.get(other), now.get(other), "nobody else has");
        before = now;
        return changed;
    }

    /** As the application does it; {@code inside} is the clinic that it is in, if any. */
    private void run(String inside, String statement) throws SQLException {
        try (Connection connection = POSTGRES.asApplication();
                PreparedStatement settings =
                        connection.prepareStatement("SELECT set_config('vitaravox.clinic_id', ?, false)");
                PreparedStatement change = connection.prepareStatement(statement)) {
            settings.setString(1, inside);
            settings.execute();
            change.setString(1, clinic.value());
            assertTrue(change.executeUpdate() > 0, statement);
        }
    }

    static Stream<String> tables() {
        return ROWS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whatever_is_added_to_a_clinic_changed_or_taken_away_shows(String table) throws SQLException {
        String inside = table.equals("lines") ? "" : clinic.value();
        assertTrue(!hasChanged(), "nothing yet");
        run(inside, "INSERT INTO " + table + " " + ROWS.get(table));
        assertTrue(hasChanged(), "added");
        run(inside, "UPDATE " + table + " SET clinic_id = clinic_id WHERE clinic_id = ?");
        assertTrue(hasChanged(), "changed");
        run(inside, "DELETE FROM " + table + " WHERE clinic_id = ?");
        assertTrue(hasChanged(), "taken away");
    }

    @Test
    void so_does_what_a_clinic_has_one_of() throws SQLException {
        run(clinic.value(), "UPDATE clinics SET name = 'Another name' WHERE clinic_id = ?");
        assertTrue(hasChanged());
    }

    @Test
    void a_new_clinic_has_a_number_that_none_had() {
        ClinicId third = POSTGRES.newClinic();
        assertNotEquals(null, changes().get(third));
        assertTrue(!before.containsValue(changes().get(third)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slots", "audit", "tasks", "seen_signatures", "identifications", "known_callers"})
    void what_calls_leave_behind_does_not(String table) throws SQLException {
        run(clinic.value(), "INSERT INTO " + table + " " + SampleRows.all().get(table));
        assertTrue(!hasChanged());
    }

    @Test
    void no_table_that_a_clinic_is_read_from_is_left_out() {
        Set<String> read = new TreeSet<>();
        Pattern.compile("FROM (\\w+)").matcher(ClinicRow.QUERY).results().forEach(found -> read.add(found.group(1)));
        assertTrue(read.remove("clinics") && !read.isEmpty());
        assertTrue(ROWS.keySet().containsAll(read), read::toString);
    }

    @Test
    void a_transaction_that_changes_a_line_is_in_no_clinic_afterwards() throws SQLException {
        try (Connection connection = POSTGRES.asApplication();
                PreparedStatement line = connection.prepareStatement("INSERT INTO lines " + ROWS.get("lines"))) {
            connection.setAutoCommit(false);
            line.setString(1, clinic.value());
            line.execute();
            try (PreparedStatement seen = connection.prepareStatement("SELECT FROM clinics")) {
                assertTrue(!seen.executeQuery().next(), "no clinic is seen");
            }
            connection.rollback();
        }
    }
}
