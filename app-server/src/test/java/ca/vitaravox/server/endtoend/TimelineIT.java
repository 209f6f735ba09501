package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.TestBackends;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.OscarClinic;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the administration shows of a call that was made, with a clinic whose EMR is reached over HTTP. */
@Timeout(120)
class TimelineIT {
    private static final String WHO =
            "{\"first_name\":\"Casey\",\"last_name\":\"Tester\",\"date_of_birth\":\"1980-01-02\"}";
    private static OscarClinic clinic;
    private static Backend backend;
    private static Phone call;

    @BeforeAll
    static void somebodyCalls() throws InterruptedException {
        TestServer server = TestServer.running();
        clinic = OscarClinic.open(server.database(), "tml" + Fresh.hex().substring(0, 8), Line.OPEN_O, 1);
        backend = TestBackends.start(
                TestServer.config().withEmrs(EmrHosts.NONE.and(clinic.server().baseUrl())),
                server.database(),
                InstantSource.system(),
                UnaryOperator.identity());
        while (!isCalled()) {
            // on a busy machine the EMR may be late; what was read meanwhile is remembered for seconds
            TimeUnit.SECONDS.sleep(6);
        }
    }

    private static boolean isCalled() {
        call = clinic.call(backend.port(), 1);
        boolean found = call.use("search_patient", WHO).path("success").asBoolean();
        JsonNode openings =
                call.use("find_earliest_appointment", "{\"visit_type\":\"checkup\",\"part_of_day\":\"morning\"}");
        call.use("get_clinic_info", "{}");
        return found && openings.path("success").asBoolean();
    }

    @AfterAll
    static void close() {
        backend.close();
        clinic.close();
    }

    private static Desk as(Role role) {
        return new Desk(Admin.fullToken(Admin.user(role, new ClinicId(clinic.id()))));
    }

    private static Desk asPlatform() {
        return new Desk(Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN)));
    }

    /** Tool calls are noted when they are answered: the last may still be on its way. */
    private static List<JsonNode> toolCalls(Desk desk) throws InterruptedException {
        while (true) {
            List<JsonNode> events = new ArrayList<>();
            desk.read(clinic.id() + "/calls/" + call.id()).get("timeline").forEach(events::add);
            events.removeIf(event -> !event.get("event").asText().equals("tool_call"));
            if (events.size() == 3) {
                return events;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static String value(JsonNode toolCall, String argument) {
        for (JsonNode each : toolCall.get("arguments")) {
            if (each.get("name").asText().equals(argument)) {
                return each.path("value").asText("withheld");
            }
        }
        return "missing";
    }

    @Test
    void staff_see_what_a_tool_was_called_with() throws InterruptedException {
        JsonNode search = toolCalls(as(Role.CLINIC_STAFF)).get(0);
        assertEquals("Tester", value(search, "last_name"));
        assertEquals("1980-01-02", value(search, "date_of_birth"));
        assertEquals("missing", value(search, "health_number"));
    }

    @Test
    void platform_admins_see_which_arguments_there_were_and_values_of_nobody() throws InterruptedException {
        List<JsonNode> calls = toolCalls(asPlatform());
        assertEquals("withheld", value(calls.get(0), "last_name"));
        assertEquals("withheld", value(calls.get(0), "date_of_birth"));
        assertEquals("withheld", value(calls.get(1), "visit_type"));
        assertEquals("morning", value(calls.get(1), "part_of_day"));
        assertFalse(calls.toString().contains("Casey") || calls.toString().contains("1980"), calls::toString);
    }

    @Test
    void who_audits_sees_no_calls_but_their_trail() {
        assertEquals(
                403, as(Role.AUDITOR).get(clinic.id() + "/calls/" + call.id()).statusCode());
    }

    @Test
    void what_the_emr_was_asked_is_shown_with_how_long_it_took_and_nobody_in_it() throws InterruptedException {
        List<JsonNode> calls = toolCalls(as(Role.CLINIC_MANAGER));
        JsonNode asked = calls.get(0).get("emrRequests");
        assertFalse(asked.isEmpty(), calls::toString);
        asked.forEach(request -> {
            assertEquals(200, request.path("status").asInt(), request::toString);
            assertTrue(
                    request.get("millis").asInt() <= calls.get(0).get("millis").asInt(), calls::toString);
        });
        assertTrue(asked.toString().contains("/demographics/search"), asked::toString);
        assertFalse(asked.toString().toLowerCase().contains("tester"), asked::toString);
        assertFalse(calls.get(1).get("emrRequests").isEmpty(), "helpers of a tool ask for it");
        assertTrue(calls.get(2).get("emrRequests").isEmpty(), "what a clinic is asks no EMR");
    }
}
