package ca.vitaravox.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {
    private static final String ROLE = "test_misfit";

    @RegisterExtension
    static final Server PROVIDED = new Server();

    private TestServer server;
    private String name;

    static final class Server implements BeforeAllCallback {
        private TestServer server;

        @Override
        public void beforeAll(ExtensionContext context) {
            server = TestDatabase.server(context);
        }
    }

    @BeforeEach
    void createDatabase(TestInfo test) throws SQLException {
        server = PROVIDED.server;
        name = server.createDatabase();
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        server.dropDatabase(name);
        server.administer("postgres", "DROP ROLE IF EXISTS " + ROLE);
    }

    private Database open(String role) {
        return open(server.login(name, role));
    }

    private static Database open(DatabaseLogin login) {
        return open(login, Duration.ofSeconds(10));
    }

    private static Database open(DatabaseLogin login, Duration patience) {
        return Database.open(new DatabaseSettings(login, 2, patience, Duration.ofSeconds(3)), InstantSource.system());
    }

    private String refusal(String role) {
        return assertThrows(UnfitDatabaseException.class, () -> open(role)).getMessage();
    }

    @Test
    void a_role_made_for_the_application_may_run_it() {
        try (Database database = open(TestServer.APPLICATION)) {
            assertTrue(database.connections().check(Duration.ofSeconds(10)).isPresent());
        }
    }

    @Test
    void a_closed_database_gives_no_sign_of_life() {
        Database database = open(TestServer.APPLICATION);
        database.close();
        assertEquals(Optional.empty(), database.connections().check(Duration.ofSeconds(1)));
    }

    @Test
    void a_superuser_is_refused() {
        assertTrue(refusal(TestServer.SUPERUSER).contains("can bypass row-level security"));
    }

    @Test
    void a_role_that_bypasses_row_level_security_is_refused() throws SQLException {
        server.administer(name, "CREATE ROLE " + ROLE + " LOGIN BYPASSRLS IN ROLE vitaravox_app");
        assertTrue(refusal(ROLE).contains("can bypass row-level security"));
    }

    @Test
    void a_role_that_could_become_a_superuser_is_refused() throws SQLException {
        server.administer(name, "CREATE ROLE " + ROLE + " LOGIN NOINHERIT IN ROLE vitaravox_app, postgres");
        assertTrue(refusal(ROLE).contains("can bypass row-level security"));
    }

    @Test
    void the_owner_of_the_tables_is_refused() {
        assertTrue(refusal(TestServer.OWNER).contains("owns tables"));
    }

    @Test
    void a_role_that_could_become_the_owner_is_refused() throws SQLException {
        server.administer(name, "CREATE ROLE " + ROLE + " LOGIN IN ROLE vitaravox_app, " + TestServer.OWNER);
        assertTrue(refusal(ROLE).contains("owns tables"));
    }

    @Test
    void a_role_without_rights_is_told_which_it_needs() throws SQLException {
        server.administer(name, "CREATE ROLE " + ROLE + " LOGIN");
        assertTrue(refusal(ROLE).contains("GRANT vitaravox_app TO \"" + ROLE + "\""));
    }

    @Test
    void tables_older_than_the_program_are_refused() throws SQLException {
        server.administer(name, "DELETE FROM flyway_schema_history WHERE version::integer = " + Fitness.SCHEMA_VERSION);
        assertTrue(refusal(TestServer.APPLICATION).contains("are older"));
    }

    @Test
    void tables_newer_than_the_program_are_taken_where_they_only_have_more() throws SQLException {
        makeNewer();
        server.administer(name, "ALTER TABLE clinics ADD COLUMN later text");

        try (Database database = open(TestServer.APPLICATION)) {
            assertTrue(database.connections().check(Duration.ofSeconds(10)).isPresent());
        }
    }

    @Test
    void tables_that_say_they_are_too_new_for_the_program_are_refused() throws SQLException {
        makeNewer();
        oldestProgram(Fitness.SCHEMA_VERSION);
        open(TestServer.APPLICATION).close();

        oldestProgram(Fitness.SCHEMA_VERSION + 1);
        assertTrue(refusal(TestServer.APPLICATION).contains("are newer"));
    }

    private void oldestProgram(int version) throws SQLException {
        server.administer(
                name,
                "CREATE OR REPLACE FUNCTION oldest_program() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT "
                        + version + "'");
    }

    private void makeNewer() throws SQLException {
        server.administer(
                name,
                "UPDATE flyway_schema_history SET version = '" + (Fitness.SCHEMA_VERSION + 1)
                        + "' WHERE version::integer = " + Fitness.SCHEMA_VERSION);
    }

    @Test
    void a_database_without_tables_is_refused() throws SQLException {
        String empty = server.createEmptyDatabase();
        try {
            String message = assertThrows(
                            UnfitDatabaseException.class, () -> open(server.login(empty, TestServer.APPLICATION)))
                    .getMessage();
            assertTrue(message.contains("no tables of ours"));
        } finally {
            server.dropDatabase(empty);
        }
    }

    @Test
    void a_database_that_does_not_answer_is_refused_in_words_without_the_password() {
        DatabaseLogin nowhere =
                new DatabaseLogin("jdbc:postgresql://localhost:1/none", "nobody", Optional.of("hidden-word"));
        UnfitDatabaseException refusal =
                assertThrows(UnfitDatabaseException.class, () -> open(nowhere, Duration.ofMillis(500)));
        assertTrue(refusal.getMessage().contains("does not answer the role \"nobody\""));
        for (Throwable each = refusal; each != null; each = each.getCause()) {
            assertTrue(!each.toString().contains("hidden-word"));
        }
    }
}
