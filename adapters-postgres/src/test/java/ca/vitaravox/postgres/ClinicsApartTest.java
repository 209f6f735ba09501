package ca.vitaravox.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What row-level security keeps, table by table, whatever a query asks for. */
class ClinicsApartTest {
    private static final String FORBIDDEN = "42501";
    /** Read before the clinic is known: by one it is found, and the others are queues of all clinics' work. */
    private static final Set<String> NOBODYS = Set.of(
            "lines", "unfinished_writes", "unfinished_registrations", "waitlist_work", "counts_due", "open_trials");

    /** Of no clinic: users may work in several. Row-level security keeps them from the work of clinics altogether. */
    private static final Set<String> OF_ACCESS =
            Set.of("users", "recovery_codes", "sessions", "refresh_tokens", "login_attempts", "access_trail");

    /** Where chains end, and what bridges what left them: of all clinics, so that one look can anchor them. */
    private static final Set<String> OF_CHAINS = Set.of("chain_heads", "chain_seals");

    /** The chain of the trails is the owner's: two link each new entry, the others open, seal and let go months. */
    private static final Set<String> WITH_THE_OWNERS_RIGHTS =
            Set.of("chain_audit", "chain_access", "open_trail_months", "retire_trail_month", "trail_runs_due");

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final ClinicId ours = Fresh.clinic();
    private final ClinicId theirs = Fresh.clinic();

    @BeforeEach
    void fillEveryTable() throws SQLException {
        try (Connection superuser = POSTGRES.asSuperuser()) {
            for (Map.Entry<String, String> row : SampleRows.all().entrySet()) {
                insert(superuser, row.getKey(), row.getValue(), ours);
            }
        }
    }

    private static void insert(Connection connection, String table, String row, ClinicId clinic) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " " + row)) {
            insert.setString(1, clinic.value());
            insert.executeUpdate();
        }
    }

    private static Set<String> names(String query) throws SQLException {
        try (Connection superuser = POSTGRES.asSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            Set<String> names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** Those that row-level security keeps apart. */
    private static Set<String> tablesOfClinics() throws SQLException {
        Set<String> tables = names("""
                SELECT table_name FROM information_schema.columns JOIN information_schema.tables USING (table_name)
                 WHERE column_name = 'clinic_id' AND table_type = 'BASE TABLE' AND tables.table_schema = 'public'
                """);
        tables.removeAll(NOBODYS);
        tables.removeAll(months());
        return tables;
    }

    /** The parts of the trails, which nobody but their owner addresses. */
    private static Set<String> months() throws SQLException {
        return names("SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r'");
    }

    /** A connection of the application, as if in this clinic. */
    private static Connection in(String clinic) throws SQLException {
        Connection connection = POSTGRES.asApplication();
        try (PreparedStatement set =
                connection.prepareStatement("SELECT set_config('vitaravox.clinic_id', ?, false)")) {
            set.setString(1, clinic);
            set.execute();
        }
        return connection;
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void every_table_with_a_clinic_has_a_sample_and_is_protected_even_from_its_owner() throws SQLException {
        Set<String> tables = tablesOfClinics();
        assertEquals(tables, new TreeSet<>(SampleRows.all().keySet()));
        Set<String> all = new TreeSet<>(tables);
        all.addAll(OF_ACCESS);
        assertEquals(
                all,
                names("SELECT relname FROM pg_class"
                        + " WHERE relrowsecurity AND relforcerowsecurity AND NOT relispartition"),
                "row-level security is enabled and forced");
        assertEquals(OF_ACCESS, rule("(current_setting('vitaravox.access'::text, true) = 'on'::text)", false));
        assertEquals(tables, rule("(clinic_id = current_setting('vitaravox.clinic_id'::text, true))", false));
        assertEquals(
                Set.of("clinics"),
                names("SELECT tablename FROM pg_policies GROUP BY 1 HAVING count(*) > 1"),
                "the administration reads which clinics there are");
        assertEquals(
                Set.of("clinics"),
                names("SELECT tablename FROM pg_policies WHERE cmd = 'SELECT' AND permissive = 'PERMISSIVE'"
                        + " AND qual = '(current_setting(''vitaravox.access''::text, true) = ''on''::text)'"));
    }

    /** The tables, or the parts of tables, that have this rule for everybody and everything. */
    private static Set<String> rule(String rule, boolean parts) throws SQLException {
        return names("SELECT tablename FROM pg_policies JOIN pg_class ON relname = tablename"
                + " WHERE cmd = 'ALL' AND permissive = 'PERMISSIVE' AND roles = '{public}' AND qual = with_check"
                + " AND relispartition = " + parts + " AND qual = '" + rule.replace("'", "''") + "'");
    }

    @Test
    void each_month_of_a_trail_has_the_rule_of_the_whole_trail_even_where_it_is_addressed_itself() throws SQLException {
        Set<String> months = months();
        assertTrue(months.size() >= 10, "this month, the next three, and the others, of two trails");
        assertEquals(
                months,
                names("SELECT relname FROM pg_class"
                        + " WHERE relrowsecurity AND relforcerowsecurity AND relispartition AND relkind = 'r'"));
        Set<String> ruled = rule("(clinic_id = current_setting('vitaravox.clinic_id'::text, true))", true);
        assertTrue(ruled.stream().allMatch(month -> month.startsWith("audit_")));
        ruled.addAll(rule("(current_setting('vitaravox.access'::text, true) = 'on'::text)", true));
        assertEquals(months, ruled);

        try (Connection connection = in(ours.value());
                Statement statement = connection.createStatement()) {
            for (String month : months) {
                for (String attempt : List.of("SELECT * FROM ", "DELETE FROM ", "TRUNCATE ", "DROP TABLE ")) {
                    SQLException refusal =
                            assertThrows(SQLException.class, () -> statement.execute(attempt + month), month);
                    assertEquals(FORBIDDEN, refusal.getSQLState(), attempt + month);
                }
            }
        }
    }

    @Test
    void a_month_that_somebody_granted_by_mistake_still_shows_a_clinic_its_own_entries_only() throws SQLException {
        POSTGRES.administer("GRANT SELECT ON audit_other TO vitaravox_app");
        try (Connection own = in(ours.value());
                Connection stranger = in(theirs.value())) {
            assertEquals(1, count(own, "audit_other"));
            assertEquals(0, count(stranger, "audit_other"));
        } finally {
            POSTGRES.administer("REVOKE ALL ON audit_other FROM vitaravox_app");
        }
    }

    @Test
    void the_role_of_the_application_owns_nothing_and_bypasses_nothing() throws SQLException {
        String ours = "'" + TestServer.APPLICATION + "', 'vitaravox_app'";
        assertEquals(
                Set.of(),
                names("SELECT rolname FROM pg_roles WHERE rolname IN (" + ours + ") AND (rolsuper OR rolbypassrls)"));
        assertEquals(Set.of(), names("SELECT relname FROM pg_class WHERE relowner::regrole::text IN (" + ours + ")"));
        assertEquals(
                Set.of(TestServer.OWNER),
                names("SELECT relowner::regrole::text FROM pg_class WHERE relnamespace = 'public'::regnamespace"));
        assertEquals(
                WITH_THE_OWNERS_RIGHTS,
                names("SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"
                        + " AND 'search_path=public, pg_temp' = ANY (proconfig)"));
        assertEquals(
                WITH_THE_OWNERS_RIGHTS,
                names("SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"),
                "all of them look in our tables alone");
        assertEquals(
                Set.of(),
                names(
                        "SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace"),
                "no view shows what its owner sees");
    }

    @Test
    void every_other_table_is_known_by_name() throws SQLException {
        Set<String> others = new HashSet<>(names("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"));
        others.removeAll(tablesOfClinics());
        others.removeAll(OF_ACCESS);
        others.removeAll(months());
        Set<String> known = new HashSet<>(NOBODYS);
        known.addAll(OF_CHAINS);
        known.add("call_totals");
        known.add("flyway_schema_history");
        assertEquals(known, others);
    }

    @Test
    void the_queues_hold_ids_and_a_time_and_nothing_else() throws SQLException {
        assertEquals(
                Set.of("clinic_id text", "slot_id text", "due timestamp with time zone"), columns("unfinished_writes"));
        assertEquals(
                Set.of("clinic_id text", "person text", "due timestamp with time zone"),
                columns("unfinished_registrations"));
        assertEquals(
                Set.of("clinic_id text", "kind text", "id text", "due timestamp with time zone"),
                columns("waitlist_work"));
        assertEquals(Set.of("clinic_id text", "day date", "since timestamp with time zone"), columns("counts_due"));
        assertEquals(
                Set.of(
                        "clinic_id text",
                        "call_id text",
                        "user_id text",
                        "over boolean",
                        "due timestamp with time zone"),
                columns("open_trials"));
    }

    @Test
    void the_figures_of_all_clinics_are_numbers_and_nothing_else() throws SQLException {
        assertEquals(Set.of("day date", "counted text", "many bigint"), columns("call_totals"));
    }

    @Test
    void the_chains_hold_places_and_hashes_and_nothing_else() throws SQLException {
        assertEquals(Set.of("chain text", "position bigint", "previous bytea", "hash bytea"), columns("chain_heads"));
        assertEquals(
                Set.of(
                        "chain text",
                        "month date",
                        "first_position bigint",
                        "last_position bigint",
                        "previous bytea",
                        "hash bytea",
                        "sealed_at timestamp with time zone"),
                columns("chain_seals"));
    }

    private static Set<String> columns(String table) throws SQLException {
        return names("SELECT column_name || ' ' || data_type FROM information_schema.columns WHERE table_name = '"
                + table + "'");
    }

    @Test
    void keys_begin_with_the_clinic() throws SQLException {
        Set<String> keyed = names("""
                SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid AND NOT c.relispartition
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                 WHERE i.indisprimary AND a.attname = 'clinic_id'
                """);
        Set<String> expected = tablesOfClinics();
        expected.add("unfinished_writes");
        expected.add("waitlist_work");
        expected.add("unfinished_registrations");
        expected.add("counts_due");
        expected.add("open_trials");
        assertEquals(expected, keyed);
    }

    @Test
    void a_clinic_sees_its_own_rows() throws SQLException {
        try (Connection connection = in(ours.value())) {
            for (String table : tablesOfClinics()) {
                assertEquals(1, count(connection, table), table);
            }
        }
    }

    @Test
    void another_clinic_sees_no_row_of_it() throws SQLException {
        try (Connection connection = in(theirs.value())) {
            for (String table : tablesOfClinics()) {
                assertEquals(0, count(connection, table), table);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "'' OR true"})
    void without_a_clinic_nothing_is_seen(String nobody) throws SQLException {
        try (Connection connection = in(nobody)) {
            for (String table : tablesOfClinics()) {
                assertEquals(0, count(connection, table), table);
            }
        }
        try (Connection connection = POSTGRES.asApplication()) {
            for (String table : tablesOfClinics()) {
                assertEquals(0, count(connection, table), table);
            }
        }
    }

    @Test
    void nobody_else_can_write_rows_of_a_clinic() throws SQLException {
        for (Map.Entry<String, String> row : SampleRows.all().entrySet()) {
            for (Connection stranger : new Connection[] {in(theirs.value()), in(""), POSTGRES.asApplication()}) {
                try (stranger) {
                    SQLException refusal = assertThrows(
                            SQLException.class,
                            () -> insert(stranger, row.getKey(), row.getValue(), ours),
                            row.getKey());
                    assertEquals(FORBIDDEN, refusal.getSQLState(), refusal::getMessage);
                }
            }
        }
    }

    @Test
    void nobody_else_can_change_or_remove_rows_of_a_clinic() throws SQLException {
        try (Connection stranger = in(theirs.value())) {
            for (String table : tablesOfClinics()) {
                harmless(stranger, "UPDATE " + table + " SET clinic_id = '" + theirs + "'");
                harmless(stranger, "DELETE FROM " + table);
            }
        }
        a_clinic_sees_its_own_rows();
    }

    private static void harmless(Connection stranger, String change) throws SQLException {
        try (Statement statement = stranger.createStatement()) {
            assertEquals(0, statement.executeUpdate(change), change);
        } catch (SQLException refused) {
            assertEquals(FORBIDDEN, refused.getSQLState(), change);
        }
    }

    @Test
    void a_clinic_cannot_give_its_rows_to_another() throws SQLException {
        try (Connection connection = in(ours.value());
                Statement statement = connection.createStatement()) {
            for (String table : tablesOfClinics()) {
                SQLException refusal = assertThrows(
                        SQLException.class,
                        () -> statement.executeUpdate("UPDATE " + table + " SET clinic_id = '" + theirs + "'"),
                        table);
                assertEquals(FORBIDDEN, refusal.getSQLState(), table);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE stolen (x integer)",
                "CREATE VIEW stolen AS SELECT * FROM slots",
                "CREATE FUNCTION stolen() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                "ALTER TABLE slots DISABLE ROW LEVEL SECURITY",
                "ALTER TABLE slots DROP CONSTRAINT slots_do_not_overlap",
                "DROP TABLE slots",
                "TRUNCATE slots",
                "CALL keep_clinics_apart('lines')",
                "UPDATE flyway_schema_history SET version = '99'",
                "CREATE ROLE stolen",
                "SET ROLE " + TestServer.OWNER,
                "SET session_replication_role = 'replica'"
            })
    void the_application_changes_rows_and_nothing_else(String attempt) throws SQLException {
        try (Connection connection = in(ours.value());
                Statement statement = connection.createStatement()) {
            SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(attempt));
            assertEquals(FORBIDDEN, refusal.getSQLState(), refusal::getMessage);
        }
    }
}
