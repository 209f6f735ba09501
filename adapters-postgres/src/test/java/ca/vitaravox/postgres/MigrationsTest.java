package ca.vitaravox.postgres;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationsTest {
    private static final String ODD_ROLE = "odd \"role\"; DROP TABLE slots";

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @AfterEach
    void dropRole() throws SQLException {
        POSTGRES.administer("DROP ROLE IF EXISTS \"" + ODD_ROLE.replace("\"", "\"\"") + "\"");
    }

    private static DatabaseLogin login(String role, String password) {
        DatabaseLogin usual = POSTGRES.login(role);
        return new DatabaseLogin(usual.jdbcUrl(), role, Optional.of(password));
    }

    @Test
    void running_again_changes_nothing() {
        Migrations.run(POSTGRES.login(TestServer.OWNER));
        Migrations.run(POSTGRES.login(TestServer.OWNER));
        Database.open(POSTGRES.settings(), InstantSource.system()).close();
    }

    @Test
    void a_role_for_the_application_may_have_any_name_and_gets_a_new_password_when_asked_again() throws SQLException {
        for (String password : List.of("first 'one'", "second \"one\"")) {
            Migrations.ensureApplicationRole(POSTGRES.login(TestServer.OWNER), ODD_ROLE, password);
            Database.open(DatabaseSettings.usual(login(ODD_ROLE, password)), InstantSource.system())
                    .close();
        }
    }

    @Test
    void a_password_reaches_the_server_hashed() throws SQLException {
        Migrations.ensureApplicationRole(POSTGRES.login(TestServer.OWNER), ODD_ROLE, "a word");
        try (Connection superuser = POSTGRES.asSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("SELECT rolpassword FROM pg_authid WHERE rolname LIKE 'odd%'")) {
            assertTrue(row.next());
            assertTrue(row.getString(1).startsWith("SCRAM-SHA-256$"));
        }
    }

    @Test
    void a_login_hides_its_password() {
        DatabaseLogin login = new DatabaseLogin("jdbc:postgresql://db.example/x", "someone", Optional.of("a word"));
        assertFalse(DatabaseSettings.usual(login).toString().contains("a word"));
    }

    /** So that a whole day can be simulated. */
    @Test
    void no_default_of_a_column_asks_for_the_present() throws SQLException {
        try (Connection superuser = POSTGRES.asSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT table_name, column_name FROM information_schema.columns
                         WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history'
                           AND column_default ~* 'now|current|local|timestamp'
                        """)) {
            assertFalse(row.next());
        }
    }
}
