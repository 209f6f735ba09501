package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.audit.ChainVerifier;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Verification.Fault;
import ca.vitaravox.ports.audit.Verification.Verdict;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The entries that a call and a login leave, tampered with by the owner of their tables, and found where it was done. */
class RealTrailsIT {
    private static final TestServer SERVER = TestServer.running();

    private final TestClinic clinic =
            TestClinic.open(SERVER.database(), "rtr" + Fresh.hex().substring(0, 8), 1);

    /** A patient is found, books and cancels. */
    private void call() {
        LocalDate day = clinic.freeDay();
        Phone phone = new Phone(SERVER.port(), clinic.phoneOf(1), clinic.number());
        phone.use("search_patient_by_phone", "{\"first_name\":\"Casey\",\"date_of_birth\":\"1980-01-02\"}");
        JsonNode found = phone.use(
                "find_earliest_appointment",
                "{\"earliest_date\":\"" + day + "\",\"latest_date\":\"" + day + "\",\"patient_id\":\"1\"}");
        JsonNode booked = phone.use(
                "create_appointment",
                "{\"slot_id\":\"" + found.at("/slots/0/slot_id").asText() + "\",\"patient_id\":\"1\"}");
        phone.use(
                "cancel_appointment",
                "{\"appointment_id\":\""
                        + booked.at("/appointment/appointment_id").asText() + "\",\"confirmed\":true}");
    }

    private static Verdict verified(ChainName chain) {
        return new ChainVerifier(SERVER.database().audit().chains(), InstantSource.system()).verify(chain, List.of());
    }

    /** What the owner of a table does in the open. */
    private interface Tampering {
        void by(Statement owner) throws SQLException;
    }

    private static void tamper(String table, Tampering what) throws SQLException {
        DatabaseUrl owner = SERVER.asOwner();
        try (Connection connection = DriverManager.getConnection(
                        owner.jdbcUrl(),
                        owner.user(),
                        owner.password().map(Secret::value).orElseThrow());
                Statement sql = connection.createStatement()) {
            sql.execute("ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY");
            what.by(sql);
            sql.execute("ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one flipped bit | UPDATE audit SET chart = translate(chart, '1', '3') WHERE $at = 5 | 5 | ALTERED",
                "another outcome | UPDATE audit SET result = 'done' WHERE $at = 2 | 2 | ALTERED",
                "one deleted | DELETE FROM audit WHERE $at = 4 | 4 | MISSING",
                "two changed places | UPDATE audit SET position = 9 - position WHERE $at IN (4, 5) | 4 | ALTERED"
            })
    void what_is_done_to_the_entries_of_a_call_is_found_where_it_was_done(
            String what, String change, long position, Fault fault) throws Exception {
        call();
        ChainName chain = ChainName.of(new ClinicId(clinic.id()));
        List<String> trail = SERVER.trail(clinic.id());
        assertTrue(trail.size() >= 5, trail::toString);
        assertEquals(
                trail.size(),
                assertInstanceOf(Verdict.Intact.class, verified(chain)).entries());
        String sql = change.replace("$at", "clinic_id = '" + clinic.id() + "' AND position");
        tamper("audit", owner -> assertTrue(owner.executeUpdate(sql) > 0, what));
        assertEquals(new Verdict.Broken(chain, position, fault), verified(chain), trail::toString);
    }

    /** The chain of access is one for all tests, so each is put back as it was. */
    @Test
    void what_is_done_to_the_entries_of_logins_is_found_where_it_was_done() throws Exception {
        User user = Admin.user(Role.PLATFORM_ADMIN);
        Admin.login(user, Admin.PASSWORD);
        Admin.login(user, "not theirs at all");
        assertInstanceOf(Verdict.Intact.class, verified(ChainName.ACCESS));
        tamper("access_trail", owner -> {
            long first;
            String both = "user_id = '" + user.id() + "'";
            try (ResultSet row = owner.executeQuery("SELECT min(position) FROM access_trail WHERE " + both)) {
                row.next();
                first = row.getLong(1);
            }
            String one = "UPDATE access_trail SET %s WHERE position = " + (first + 1);
            found(
                    owner,
                    one.formatted("result = 'done'"),
                    one.formatted("result = 'refused'"),
                    first + 1,
                    Fault.ALTERED);
            String away = "UPDATE access_trail SET position = position %s 1000000 WHERE position = ";
            found(owner, away.formatted("+") + first, away.formatted("-") + (first + 1_000_000), first, Fault.MISSING);
            String swap = "UPDATE access_trail SET position = " + (2 * first + 1) + " - position WHERE " + both;
            found(owner, swap, swap, first, Fault.ALTERED);
        });
        assertInstanceOf(Verdict.Intact.class, verified(ChainName.ACCESS));
    }

    private static void found(Statement owner, String change, String back, long position, Fault fault)
            throws SQLException {
        assertTrue(owner.executeUpdate(change) > 0, change);
        try {
            assertEquals(new Verdict.Broken(ChainName.ACCESS, position, fault), verified(ChainName.ACCESS), change);
        } finally {
            owner.executeUpdate(back);
        }
    }
}
