package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said in calls, from the voice platform's report to whoever may read it, and in no other place. */
class TranscriptIT {
    private static final TestServer SERVER = TestServer.running();
    private static final String SAID = "quixotic marmalade";
    private static final String TEXT =
            "AI: How can I help?\nUser: My " + SAID + " has a rash, and it\u2019s \u201curgent\u201d.\n";

    private final TestClinic clinic =
            TestClinic.open(SERVER.database(), "trn" + Fresh.hex().substring(0, 8), 1);
    private final ClinicId id = new ClinicId(clinic.id());
    private final Phone phone = new Phone(SERVER.port(), clinic.phoneOf(1), clinic.number());
    private final String path = clinic.id() + "/calls/" + phone.id() + "/transcript";
    private final Desk manager = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, id)));

    private void turn(boolean on) {
        manager.change(clinic.id(), profile -> profile.put("transcriptsKept", on));
    }

    /** Whether the call says that there is one, which shows nobody what was said. */
    private boolean hasTranscript() {
        JsonNode call = manager.read(clinic.id() + "/calls/" + phone.id());
        assertFalse(call.toString().contains(SAID));
        return call.get("transcript").asBoolean();
    }

    private void report(String text, String summary) {
        ObjectNode report = (ObjectNode) Phone.read(phone.message("end-of-call-report"));
        ObjectNode message = (ObjectNode) report.get("message");
        message.put("endedReason", "customer-ended-call");
        message.putObject("artifact")
                .put("transcript", text)
                .putArray("messages")
                .addObject()
                .put("message", text);
        message.putObject("analysis").put("summary", summary);
        assertEquals(200, phone.post("/vapi", report.toString()).statusCode());
    }

    /** The tables that have the words in any column of any row, as they are or in hexadecimal digits. */
    private List<String> tablesWith(String words) {
        DatabaseUrl owner = SERVER.asOwner();
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        owner.jdbcUrl(),
                        owner.user(),
                        owner.password().map(Secret::value).orElseThrow());
                Statement sql = connection.createStatement();
                Statement look = connection.createStatement()) {
            sql.execute("SELECT set_config('vitaravox.clinic_id', '" + id + "', false)");
            sql.execute("SELECT set_config('vitaravox.access', 'on', false)");
            String hex = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8));
            int tables = 0;
            try (ResultSet each = sql.executeQuery("SELECT oid::regclass::text FROM pg_class"
                    + " WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace")) {
                while (each.next()) {
                    tables++;
                    String table = each.getString(1);
                    try (ResultSet any = look.executeQuery("SELECT count(*) FROM " + table
                            + " AS t WHERE t::text LIKE '%" + words + "%' OR t::text LIKE '%" + hex + "%'")) {
                        any.next();
                        if (any.getLong(1) > 0) {
                            found.add(table);
                        }
                    }
                }
            }
            assertTrue(tables > 40, "all tables were looked at");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return found;
    }

    @Test
    void nothing_of_what_was_said_is_kept_unless_the_clinic_says_so() {
        assertFalse(manager.read(clinic.id()).get("transcriptsKept").asBoolean());
        report(TEXT, "Booked.");
        assertEquals(List.of(), tablesWith(SAID));
        assertEquals(404, manager.get(path).statusCode());
        assertFalse(hasTranscript());
        assertTrue(SERVER.rows(clinic.id()).contains("\ntranscripts=0\n"));
        report(TEXT, "About a " + SAID);
        assertEquals(List.of("calls"), tablesWith(SAID), "what is there is found: the summary");
    }

    @Test
    void what_was_said_is_kept_sealed_once_and_shown_to_people_of_the_clinic_who_are_noted_for_it() {
        turn(true);
        report("AI: How can I help?\n", "Booked.");
        report(TEXT, "Booked.");
        assertEquals(List.of(), tablesWith(SAID));
        assertTrue(SERVER.rows(clinic.id()).contains("\ntranscripts=1\n"));

        assertTrue(hasTranscript());
        List<String> before = SERVER.trail(clinic.id());
        JsonNode shown = manager.read(path);
        assertEquals(TEXT, shown.get("text").asText());
        assertEquals(phone.id(), shown.get("call").asText());
        assertTrue(shown.get("since").asText().compareTo(shown.get("until").asText()) < 0);
        List<String> after = SERVER.trail(clinic.id());
        assertEquals(List.of("view_transcript " + phone.id() + " done"), after.subList(before.size(), after.size()));
        JsonNode entry =
                manager.read("/api/admin/audit?clinic=" + id + "&limit=200").get("items").findParents("action").stream()
                        .filter(each -> each.get("action").asText().equals("view_transcript"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("transcripts", entry.get("information").asText());
        Desk staff = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_STAFF, id)));
        assertEquals(TEXT, staff.read(path).get("text").asText());
    }

    @Test
    void nobody_else_is_shown_it() {
        turn(true);
        report(TEXT, "Booked.");
        ClinicId other = new ClinicId(
                TestClinic.open(SERVER.database(), "trn" + Fresh.hex().substring(0, 8), 0)
                        .id());
        for (Map.Entry<Desk, Integer> nobody : Map.of(
                        new Desk(Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN))), 403,
                        new Desk(Admin.fullToken(Admin.user(Role.AUDITOR, id))), 403,
                        new Desk(Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, other))), 404)
                .entrySet()) {
            assertEquals(nobody.getValue(), nobody.getKey().get(path).statusCode());
            assertEquals(
                    nobody.getValue(),
                    nobody.getKey().send("DELETE", path, null).statusCode());
        }
        assertEquals(
                403,
                new Desk(Admin.fullToken(Admin.user(Role.CLINIC_STAFF, id)))
                        .send("DELETE", path, null)
                        .statusCode());
        assertFalse(SERVER.trail(clinic.id()).toString().contains("transcript " + phone.id()));
        assertEquals(TEXT, manager.read(path).get("text").asText());
    }

    @Test
    void turned_off_again_nothing_more_is_kept_and_what_is_there_stays_until_it_is_old_or_taken_away() {
        turn(true);
        report(TEXT, "Booked.");
        turn(false);
        report("AI: Something else.\n", "Booked.");
        assertEquals(TEXT, manager.read(path).get("text").asText());
        assertEquals(204, manager.send("DELETE", path, null).statusCode());
        assertEquals(404, manager.get(path).statusCode());
        assertEquals(404, manager.send("DELETE", path, null).statusCode());
        assertTrue(SERVER.rows(clinic.id()).contains("\ntranscripts=0\n"));
        String call = "remove_transcript " + phone.id();
        List<String> trail = SERVER.trail(clinic.id());
        assertTrue(trail.containsAll(List.of(call + " intended", call + " done", call + " refused")), trail::toString);
    }
}
