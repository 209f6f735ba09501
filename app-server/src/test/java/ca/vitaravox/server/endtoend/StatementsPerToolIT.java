package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.Databases;
import ca.vitaravox.server.testing.CountedStatements;
import ca.vitaravox.server.testing.OwnDatabase;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import ca.vitaravox.vapi.tool.DeclaredToolbox;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
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
    private static final Set<String> NOT_YET = Set.of("NOT_CONFIRMED", "CONSENT_REQUIRED");
    private static final String FAITH = """
            {"first_name":"Faith","last_name":"Newpatient","date_of_birth":"1990-04-09","sex":"F","phone":"416-555-0110",
             "consent":true}""";

    private final Instant now = Instant.now();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> tools = new HashSet<>();
    private CountedStatements counted;
    private OwnDatabase own;
    private Phone phone;

    /** Uses a tool, signed, and counts until all that it leaves behind is written. */
    private JsonNode costs(int statements, int roundTrips, String tool, String arguments) throws Exception {
        counted.forget();
        tools.add(tool);
        String id = Phone.newToolCallId();
        String body = phone.toolCalls(id, tool, arguments);
        JsonNode answer = Phone.read(
                Phone.send(phone.proving(TestServer.SECRET, true, body)).body());
        await("SELECT FROM tool_calls WHERE clinic_id = '" + CLINIC + "' AND tool_call_id = ?", id);
        await("SELECT FROM seen_signatures WHERE clinic_id = '" + CLINIC + "' AND answer LIKE ?", "%" + id + "%");
        List<String> sent = counted.executed();
        LOG.info("{}: {} statements in {} round trips", tool, sent.size(), counted.roundTrips());
        if (sent.size() > statements || counted.roundTrips() > roundTrips) {
            wrong.add("%s: %d statements in %d round trips, not %d in %d:%n%s"
                    .formatted(
                            tool, sent.size(), counted.roundTrips(), statements, roundTrips, String.join("\n", sent)));
        }
        JsonNode result = Phone.read(answer.at("/results/0/result").asText());
        assertTrue(
                result.path("success").asBoolean()
                        || NOT_YET.contains(result.path("code").asText()),
                tool + " gave " + answer);
        return result;
    }

    private void await(String row, String parameter) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try (Connection owner = own.asOwner(CLINIC);
                PreparedStatement query = owner.prepareStatement(row)) {
            query.setString(1, parameter);
            while (true) {
                try (ResultSet found = query.executeQuery()) {
                    if (found.next()) {
                        return;
                    }
                }
                assertTrue(System.nanoTime() < end, "nothing was written: " + row);
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
    }

    @Test
    void each_tool_asks_the_database_as_little_as_it_can(@TempDir Path folder) throws Exception {
        own = OwnDatabase.start(folder);
        try {
            count();
        } finally {
            own.close();
        }
        assertEquals(List.of(), wrong);
    }

    private void count() throws Exception {
        try (CountedStatements way =
                        new CountedStatements(portOf(own.url()), CLINIC, StatementsPerToolIT::isRemembered);
                Database database = Databases.open(through(way.port()), 6, () -> now);
                Backend server = Backend.start(TestServer.config(), database, () -> now)) {
            counted = way;
            TestClinic clinic = TestClinic.open(own.database(), CLINIC, 1);
            phone = new Phone(server.port(), clinic.phoneOf(1), clinic.number());
            // what is remembered of a clinic for seconds is remembered now, and nothing of this call is written later
            String first = Phone.newToolCallId();
            phone.use(first, "get_clinic_info", "{}");
            await("SELECT FROM tool_calls WHERE clinic_id = '" + CLINIC + "' AND tool_call_id = ?", first);
            countEach();
        }
    }

    private static boolean isRemembered(String statement) {
        return statement.contains("FROM clinic_webhooks")
                || statement.contains("FROM clinic_emrs")
                || statement.contains("FROM clinics c");
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
        JsonNode found = costs(8, 8, "find_earliest_appointment", "{" + id + "}");
        JsonNode booked = costs(17, 17, "create_appointment", "{" + id + "," + slot(found, 0) + "}");
        costs(8, 9, "check_appointments", "{" + id + "}");
        String appointment = "\"appointment_id\":\""
                + booked.at("/appointment/appointment_id").asText() + "\"";
        costs(11, 11, "update_appointment", "{" + appointment + "," + slot(found, 1) + "}");
        costs(7, 9, "register_new_patient", FAITH);
        costs(
                8,
                10,
                "add_to_waitlist",
                "{\"kind\":\"earlier_appointment\",\"first_name\":\"Robin\",\"last_name\":\"Castellan\",\"phone\":\"604-555-0142\"}");
        costs(7, 7, "log_call_metadata", "{\"intent\":\"book\",\"outcome\":\"booked\"}");
        costs(7, 8, "transfer_call", "{\"reason\":\"leave_message\",\"summary\":\"Please call back\"}");
        costs(10, 10, "cancel_appointment", "{" + appointment + "}");
        assertEquals(
                DeclaredToolbox.declared().stream().map(ToolSpec::name).collect(Collectors.toSet()),
                tools,
                "tools without a count");
    }

    private static String slot(JsonNode found, int which) {
        return "\"slot_id\":\"" + found.at("/slots/" + which + "/slot_id").asText() + "\"";
    }

    private static int portOf(String url) {
        return URI.create(DatabaseUrl.of(url).jdbcUrl().substring("jdbc:".length()))
                .getPort();
    }

    private DatabaseUrl through(int port) {
        DatabaseUrl direct = DatabaseUrl.of(own.url());
        return new DatabaseUrl(
                direct.jdbcUrl().replace(":" + portOf(own.url()) + "/", ":" + port + "/"),
                direct.user(),
                direct.password());
    }
}
