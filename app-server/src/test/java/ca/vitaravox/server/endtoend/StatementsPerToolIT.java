package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.testing.CountedServer;
import ca.vitaravox.server.testing.OwnDatabase;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import ca.vitaravox.vapi.tool.DeclaredToolbox;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each tool costs the database, counted where the statements arrive; the demo EMR's are among them. A tool that sends
 * more than it did, or waits more often, is a step back, and fails here. Time stands still, so that nothing falls due
 * meanwhile.
 */
class StatementsPerToolIT {
    private static final Logger LOG = LoggerFactory.getLogger(StatementsPerToolIT.class);
    private static final String CLINIC = "counted";
    /** What is sent last for a tool call: the note of it, and the kept answer. */
    private static final List<String> LAST = List.of("INTO tool_calls", "UPDATE seen_signatures SET answer");

    private static final Set<String> NOT_YET = Set.of("NOT_CONFIRMED", "CONSENT_REQUIRED");
    private static final String FAITH = """
            {"first_name":"Faith","last_name":"Newpatient","date_of_birth":"1990-04-09","sex":"F","phone":"416-555-0110",
             "consent":true}""";

    private final List<String> wrong = new ArrayList<>();
    private final Set<String> tools = new HashSet<>();
    /** In the middle of a month: at its end openings are looked for in two. */
    private static final Instant NOW = Instant.parse("2026-03-10T17:00:00Z");

    private CountedServer server;
    private Phone phone;

    /** Uses a tool, signed, and counts until all that it leaves behind is written. */
    private JsonNode costs(int statements, int roundTrips, String tool, String arguments) throws Exception {
        server.counted().countUntil(LAST);
        tools.add(tool);
        String id = Phone.newToolCallId();
        String body = phone.toolCalls(id, tool, arguments);
        JsonNode answer = Phone.read(
                Phone.send(phone.signedAt(NOW, TestServer.SECRET, body)).body());
        server.awaitNoted(id);
        server.await(
                "SELECT FROM seen_signatures WHERE clinic_id = '" + CLINIC + "' AND answer LIKE ?", "%" + id + "%");
        List<String> sent = server.counted().executed();
        int waits = server.counted().roundTrips();
        LOG.info("{}: {} statements in {} round trips", tool, sent.size(), waits);
        if (sent.size() > statements || waits > roundTrips) {
            wrong.add("%s: %d statements in %d round trips, not %d in %d:%n%s"
                    .formatted(tool, sent.size(), waits, statements, roundTrips, String.join("\n", sent)));
        }
        JsonNode result = Phone.read(answer.at("/results/0/result").asText());
        assertTrue(
                result.path("success").asBoolean()
                        || NOT_YET.contains(result.path("code").asText()),
                tool + " gave " + answer);
        return result;
    }

    @Test
    void each_tool_asks_the_database_as_little_as_it_can(@TempDir Path folder) throws Exception {
        try (OwnDatabase own = OwnDatabase.start(folder);
                CountedServer counted = new CountedServer(own, CLINIC, TestServer.config(), NOW)) {
            server = counted;
            TestClinic clinic = TestClinic.open(own.database(), CLINIC, 1);
            phone = new Phone(server.port(), clinic.phoneOf(1), clinic.number());
            // what is remembered of a clinic for seconds is remembered now, and nothing of this call is written later
            String first = Phone.newToolCallId();
            phone.use(first, "get_clinic_info", "{}");
            server.awaitNoted(first);
            countEach();
        }
        assertEquals(List.of(), wrong);
    }

    private void countEach() throws Exception {
        costs(4, 4, "get_clinic_info", "{}");
        JsonNode patient =
                costs(19, 16, "search_patient_by_phone", "{\"first_name\":\"Casey\",\"date_of_birth\":\"1980-01-02\"}");
        costs(
                18,
                15,
                "search_patient",
                "{\"first_name\":\"Casey\",\"last_name\":\"Tester\",\"date_of_birth\":\"1980-01-02\"}");
        String id = "\"patient_id\":\"" + patient.path("patient_id").asText() + "\"";
        costs(7, 7, "get_patient", "{" + id + "}");
        costs(7, 8, "get_providers", "{}");
        JsonNode found = costs(9, 8, "find_earliest_appointment", "{" + id + "}");
        JsonNode booked = costs(17, 17, "create_appointment", "{" + id + "," + slot(found, 0) + "}");
        costs(9, 9, "check_appointments", "{" + id + "}");
        String appointment = "\"appointment_id\":\""
                + booked.at("/appointment/appointment_id").asText() + "\"";
        costs(11, 11, "update_appointment", "{" + appointment + "," + slot(found, 1) + "}");
        costs(7, 9, "register_new_patient", FAITH);
        costs(7, 7, "log_call_metadata", "{\"intent\":\"book\",\"outcome\":\"booked\"}");
        costs(7, 8, "transfer_call", "{\"reason\":\"leave_message\",\"summary\":\"Please call back\"}");
        costs(10, 10, "cancel_appointment", "{" + appointment + "}");
        // last: where somebody waits, a job of the server looks at what came free
        costs(
                8,
                10,
                "add_to_waitlist",
                "{\"kind\":\"earlier_appointment\",\"first_name\":\"Robin\",\"last_name\":\"Castellan\",\"phone\":\"604-555-0142\"}");
        assertEquals(
                DeclaredToolbox.declared().stream().map(ToolSpec::name).collect(Collectors.toSet()),
                tools,
                "tools without a count");
    }

    private static String slot(JsonNode found, int which) {
        return "\"slot_id\":\"" + found.at("/slots/" + which + "/slot_id").asText() + "\"";
    }
}
