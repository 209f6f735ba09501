package ca.vitaravox.server.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.ReceivedRequest;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each tool costs the clinic's OSCAR, counted where the requests arrive. An OSCAR is one slow machine that a whole
 * clinic works on: a tool that asks it more than it did is a step back, and fails here.
 */
class RequestsPerToolTest {
    private static final Logger LOG = LoggerFactory.getLogger(RequestsPerToolTest.class);
    private static final String ROBIN =
            "{\"first_name\":\"Robin\",\"last_name\":\"Castellan\",\"date_of_birth\":\"1985-03-15\"}";
    private static final String FAITH = """
            {"first_name":"Faith","last_name":"Newpatient","date_of_birth":"1990-04-09","sex":"F","phone":"416-555-0110",
             "consent":true}""";

    private OscarReception oscar;
    private String call = "first";
    private final List<String> table = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> counted = new LinkedHashSet<>();

    private void start(Line line) {
        oscar = new OscarReception(line);
    }

    @AfterEach
    void close() {
        oscar.close();
    }

    private JsonNode use(String tool, String arguments) {
        return oscar.use(call, tool, arguments);
    }

    /** Uses a tool and counts; {@code now} is said of the case. */
    private JsonNode costs(int requests, String tool, String when, String arguments) {
        oscar.server.requests().forget();
        JsonNode answer = use(tool, arguments);
        List<ReceivedRequest> arrived = oscar.server.requests().last();
        String paths = arrived.stream()
                .map(each -> each.endpoint().map(Object::toString).orElse("?"))
                .collect(Collectors.joining(", "));
        table.add("%-26s %-44s %d  %s".formatted(tool, when, arrived.size(), paths));
        counted.add(tool);
        if (requests != arrived.size()) {
            wrong.add("%s, %s: expected %d, was %d".formatted(tool, when, requests, arrived.size()));
        }
        assertTrue(
                answer.path("success").asBoolean()
                        || Set.of("NOT_CONFIRMED", "CONSENT_REQUIRED")
                                .contains(answer.path("code").asText()),
                answer::toString);
        return answer;
    }

    private static String with(String field, JsonNode value, String more) {
        return "{\"" + field + "\":\"" + value.asText() + "\"" + more + "}";
    }

    private String search(JsonNode robin, String more) {
        return with("patient_id", robin.path("patient_id"), ",\"visit_type\":\"checkup\"" + more);
    }

    private static String booking(JsonNode found, int which, JsonNode robin) {
        return with(
                "slot_id",
                found.at("/slots/" + which + "/slot_id"),
                ",\"patient_id\":\"" + robin.path("patient_id").asText() + "\"");
    }

    @ParameterizedTest
    @EnumSource
    void each_tool_asks_as_little_as_it_can(Line line) {
        start(line);
        use("search_patient_by_phone", "{}");
        costs(
                1,
                "search_patient_by_phone",
                "by the number of the caller",
                "{\"first_name\":\"Robin\",\"date_of_birth\":\"1985-03-15\"}");
        costs(
                2,
                "search_patient_by_phone",
                "and by a number that is said",
                "{\"phone\":\"604-555-0199\",\"first_name\":\"Morgan\",\"date_of_birth\":\"1970-01-01\"}");
        JsonNode robin = costs(1, "search_patient", "by name and date of birth", ROBIN);
        costs(1, "get_patient", "", with("patient_id", robin.path("patient_id"), ""));
        costs(0, "get_clinic_info", "", "{}");

        JsonNode found =
                costs(5, "find_earliest_appointment", "cold: 2 months, their last days, own", search(robin, ""));
        costs(0, "find_earliest_appointment", "warm", search(robin, ""));
        costs(0, "get_providers", "after a search", "{}");
        found = use("find_earliest_appointment", search(robin, ""));
        JsonNode booked = costs(3, "create_appointment", "the patient's own are remembered", booking(found, 0, robin));
        costs(1, "check_appointments", "", with("patient_id", robin.path("patient_id"), ""));

        JsonNode id = booked.at("/appointment/appointment_id");
        JsonNode others =
                use("find_earliest_appointment", search(robin, ",\"appointment_id\":\"" + id.asText() + "\""));
        String move = with(
                "appointment_id",
                id,
                ",\"slot_id\":\"" + others.at("/slots/1/slot_id").asText() + "\"");
        costs(1, "update_appointment", "to be confirmed", move);
        JsonNode moved = costs(5, "update_appointment", "confirmed", move.replace("}", ",\"confirmed\":true}"));
        String cancel = with("appointment_id", moved.at("/appointment/appointment_id"), "");
        costs(1, "cancel_appointment", "to be confirmed", cancel);
        costs(2, "cancel_appointment", "confirmed", cancel.replace("}", ",\"confirmed\":true}"));

        call = "second";
        robin = use("search_patient", ROBIN);
        found = use("find_earliest_appointment", "{\"visit_type\":\"checkup\"}");
        costs(4, "create_appointment", "nobody remembers the patient's own", booking(found, 0, robin));
        costs(0, "register_new_patient", "consent is to be asked", FAITH);
        costs(3, "register_new_patient", "the first", FAITH);
        call = "third";
        use("register_new_patient", FAITH);
        costs(
                2,
                "register_new_patient",
                "whose program is known",
                FAITH.replace("Faith", "Hope").replace("0110", "0111"));
        costs(
                0,
                "add_to_waitlist",
                "",
                "{\"kind\":\"earlier_appointment\",\"first_name\":\"Robin\",\"last_name\":\"Castellan\",\"phone\":\"604-555-0142\"}");
        costs(0, "transfer_call", "", "{\"reason\":\"leave_message\",\"summary\":\"Please call back\"}");
        costs(0, "log_call_metadata", "", "{\"intent\":\"book\",\"outcome\":\"booked\"}");

        LOG.info("EMR requests per tool call, {}:", line);
        table.forEach(LOG::info);
        assertEquals(List.of(), wrong);
        assertEquals(
                oscar.toolbox.specs().stream().map(ToolSpec::name).collect(Collectors.toSet()),
                counted,
                "tools without a count");
    }
}
