package ca.vitaravox.postgres.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.access.AccessEvent;
import ca.vitaravox.ports.access.Account;
import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of access: out of sight for the work of clinics, their trail never changed, nothing kept too long. */
class AccessApartTest {
    private static final String FORBIDDEN = "42501";
    private static final Instant NOW = TestDatabase.NOW;

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final Database database = POSTGRES.database();
    private final User user = new User(
            new UserId(Fresh.hex()),
            new EmailAddress(Fresh.hex() + "@clinic.test"),
            "Somebody",
            Role.PLATFORM_ADMIN,
            Set.of(),
            false,
            false,
            1,
            NOW);

    @BeforeEach
    void fillEveryTable() {
        database.access().users().add(new Account(user, "hash", Optional.empty(), Optional.empty()));
        Session session = new Session(new SessionId(Fresh.hex()), user.id(), Session.Kind.API, true, NOW, NOW);
        database.access().sessionLedger().open(session, Fresh.hex());
        database.access().secondFactors().set(user.id(), "sealed", 1, Set.of(Fresh.hex()), session.id(), NOW);
        database.access().loginAttempts().begin(Fresh.hex(), NOW);
        database.access()
                .accessTrail()
                .append(new AccessEvent(
                        NOW,
                        AccessEvent.Action.LOGIN,
                        Optional.of(user.id()),
                        Optional.of(user.id()),
                        Optional.empty(),
                        AccessEvent.Result.DONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "recovery_codes", "sessions", "refresh_tokens", "login_attempts", "access_trail"})
    void no_transaction_of_a_clinic_sees_a_row(String table) throws SQLException {
        String clinic = POSTGRES.newClinic().value();
        try (Connection connection = POSTGRES.asApplication();
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("''", "'" + clinic + "'")) {
                statement.execute("SELECT set_config('vitaravox.clinic_id', " + setting + ", false)");
                assertEquals("0", one(statement, "SELECT count(*) FROM " + table));
            }
            statement.execute("SELECT set_config('vitaravox.access', 'on', false)");
            assertEquals("t", one(statement, "SELECT count(*) > 0 FROM " + table), "there are rows");
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE access_trail SET result = 'done'",
                "DELETE FROM access_trail",
                "TRUNCATE access_trail",
                "DELETE FROM users",
                "CALL keep_to_access('users')",
                "DROP POLICY access_only ON users"
            })
    void the_application_cannot_change_the_trail_nor_remove_users(String attempt) throws SQLException {
        try (Connection connection = POSTGRES.asApplication();
                Statement statement = connection.createStatement()) {
            statement.execute("SET vitaravox.access = 'on'");
            SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(attempt));
            assertEquals(FORBIDDEN, refusal.getSQLState());
        }
    }

    @Test
    void what_is_over_is_removed_and_nothing_else() throws SQLException {
        database.retention(NOW.plus(Session.LONGEST).minusMillis(1));
        assertEquals(1, database.access().sessionLedger().of(user.id(), NOW).size());

        database.retention(NOW.plus(Session.LONGEST));

        assertEquals(0, database.access().sessionLedger().of(user.id(), NOW).size());
        assertEquals(
                user.email(),
                database.access().users().find(user.id()).orElseThrow().user().email());
        try (Connection connection = POSTGRES.asSuperuser();
                Statement statement = connection.createStatement()) {
            assertEquals("0", one(statement, "SELECT count(*) FROM refresh_tokens"));
            assertEquals("0", one(statement, "SELECT count(*) FROM login_attempts"));
            assertEquals("t", one(statement, "SELECT count(*) > 0 FROM access_trail"));
        }
    }

    @Test
    void sealed_secrets_are_read_in_pages_and_replaced_only_while_they_are_as_read() {
        fillAnother();
        SealedSecrets secrets = database.access().secondFactorSecrets();
        List<SealedSecrets.Sealed> all = new ArrayList<>();
        Optional<SecretPlace> after = Optional.empty();
        List<SealedSecrets.Sealed> page = secrets.page(after, 1);
        while (!page.isEmpty()) {
            all.addAll(page);
            after = Optional.of(page.get(0).place());
            page = secrets.page(after, 1);
        }
        SealedSecrets.Sealed ours = all.stream()
                .filter(each -> each.place().equals(new SecretPlace("user/" + user.id(), "totp")))
                .findFirst()
                .orElseThrow();

        assertEquals(true, secrets.replace(ours, "anew"));
        assertEquals(false, secrets.replace(ours, "once more"));
        assertEquals(
                Optional.of("anew"),
                database.access().users().find(user.id()).orElseThrow().sealedSecret());
        assertEquals(
                all.size(),
                all.stream().map(SealedSecrets.Sealed::place).distinct().count());
    }

    private void fillAnother() {
        User other = new User(
                new UserId(Fresh.hex()),
                new EmailAddress(Fresh.hex() + "@clinic.test"),
                "Another",
                Role.PLATFORM_ADMIN,
                Set.of(),
                false,
                false,
                1,
                NOW);
        database.access().users().add(new Account(other, "hash", Optional.empty(), Optional.empty()));
        database.access().secondFactors().set(other.id(), "sealed", 1, Set.of(), new SessionId(Fresh.hex()), NOW);
    }
}
