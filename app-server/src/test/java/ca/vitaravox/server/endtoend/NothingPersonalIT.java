package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.CapturedLog;
import ca.vitaravox.server.testing.NothingPersonal;
import ca.vitaravox.server.testing.OwnDatabase;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.Seeded;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Things break in the middle of what people said, and neither the log nor the answers tell of it. That all other
 * end-to-end tests left nothing in the log either, {@link NothingPersonal} sees to.
 */
class NothingPersonalIT {
    private static final Logger LOG = LoggerFactory.getLogger("ca.vitaravox.server.serve.Talkative");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Casey called",
                "from +17785550001",
                "from 778-555-0001",
                "born 1980-01-02",
                "PHN 9876 543 217",
                "she has a RASH",
                "secret=" + TestServer.SECRET,
                "key " + TestServer.JWT_SECRET,
                TestServer.ENCRYPTION_KEYS,
                "tried " + Admin.PASSWORD,
                "eyJhbGciOiJIUzI1NiJ9.e30.x",
                "Authorization: Bearer abcdefghijklmnopqrstuvwxyz",
                "v1.k1.AAAAAAAAAAAAAAAA.BBBB",
                "$2a$12$abc"
            })
    void a_planted_leak_is_found_and_told_of_without_repeating_it(String leak) {
        assertEquals(1, Seeded.in(leak).size(), leak);
        List<String> found = NothingPersonal.leaks(
                "2026-03-02T17:00:00Z INFO Somebody - a line\n2026-03-02T17:00:00Z WARN Leaky - " + leak);
        assertEquals(1, found.size());
        assertTrue(found.get(0).endsWith("by 2026-03-02T17:00:00Z WARN Leaky"), found::toString);
        assertEquals(Set.of(), Seeded.in(found.get(0)));
    }

    @Test
    void the_log_is_read_at_the_most_talkative_level_our_code_has() {
        try (CapturedLog log = new CapturedLog()) {
            LOG.debug("a line for those who look closely");
            assertTrue(log.text().contains("DEBUG") && log.text().contains("look closely"), log::text);
        }
    }

    @Test
    void broken_tables_tell_nothing_of_who_called(@TempDir Path folder) throws Exception {
        try (OwnDatabase own = OwnDatabase.start(folder);
                Database database = own.open(6);
                Connection owner = own.asOwner("");
                Statement sql = owner.createStatement();
                Backend backend = Backend.start(TestServer.config(), database, InstantSource.system());
                CapturedLog log = new CapturedLog()) {
            TestClinic clinic = TestClinic.open(database, "breaking", 2);
            Phone phone = new Phone(backend.port(), clinic.phoneOf(1), clinic.number());
            phone.use("search_patient_by_phone", "{\"first_name\":\"Casey\",\"date_of_birth\":\"1980-01-02\"}");
            for (String table : List.of(
                    "identifications",
                    "slots",
                    "tasks",
                    "waitlist_entries",
                    "calls",
                    "audit",
                    "demo_charts",
                    "lines")) {
                sql.execute("ALTER TABLE " + table + " RENAME TO broken_" + table);
                assertEquals(Set.of(), Seeded.in(errors(phone)), table);
                sql.execute("ALTER TABLE broken_" + table + " RENAME TO " + table);
            }
            assertTrue(log.text().contains("broke"), "something broke");
            assertEquals(List.of(), NothingPersonal.leaks(log.text()));
        }
    }

    /** What went wrong with each tool, as the assistant hears it; answers that are errors as a whole are searched anyway. */
    private static String errors(Phone phone) {
        Map<String, String> uses = Map.of(
                "search_patient",
                "{\"first_name\":\"Casey\",\"last_name\":\"Tester\",\"date_of_birth\":\"1980-01-02\"}",
                "get_patient",
                "{\"patient_id\":\"1\"}",
                "find_earliest_appointment",
                "{\"patient_id\":\"1\"}",
                "create_appointment",
                "{\"patient_id\":\"1\",\"slot_id\":\"abcd\",\"reason\":\"a rash\"}",
                "add_to_waitlist",
                "{\"kind\":\"new_patient\",\"first_name\":\"Casey\",\"last_name\":\"Tester\",\"phone\":\"+17785550001\"}",
                "transfer_call",
                "{\"reason\":\"leave_message\",\"summary\":\"Casey has a rash\"}",
                "log_call_metadata",
                "{\"intent\":\"book\",\"outcome\":\"booked\",\"summary\":\"Casey has a rash\"}");
        StringBuilder errors = new StringBuilder();
        uses.forEach((tool, arguments) ->
                errors.append(Phone.read(phone.post("/vapi", phone.toolCalls(Phone.newToolCallId(), tool, arguments))
                                .body())
                        .at("/results/0/error")
                        .asText()));
        phone.post("/vapi", phone.message("status-update"));
        phone.post("/vapi", phone.message("assistant-request"));
        return errors.toString();
    }

    @Test
    void what_people_type_into_the_administration_is_in_no_answer_and_no_log() {
        String token = Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN));
        try (CapturedLog log = new CapturedLog()) {
            List<HttpResponse<String>> answers = List.of(
                    Admin.send(
                            "POST", "/api/auth/login", Map.of("email", "casey", "password", Admin.PASSWORD), Map.of()),
                    Admin.send("POST", "/api/auth/login", "{\"email\":\"Casey Tester", Map.of()),
                    Admin.send("GET", "/api/admin/clinics/Casey%20Tester", null, Admin.bearer(token)),
                    Admin.send("GET", "/api/admin/users?after=Casey%20Tester&limit=Casey", null, Admin.bearer(token)),
                    Admin.send("GET", "/nowhere/Casey/+17785550001", null, Admin.bearer(token)),
                    Admin.send(
                            "POST",
                            "/api/admin/users",
                            Map.of("email", "Casey Tester 1980-01-02", "name", "\u0000", "role", "Casey"),
                            Admin.bearer(token)));
            for (HttpResponse<String> answer : answers) {
                assertTrue(answer.statusCode() >= 400);
                assertEquals(Set.of(), Seeded.in(answer.body()), answer.body());
            }
            assertEquals(List.of(), NothingPersonal.leaks(log.text()));
        }
    }
}
