package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.log.JsonLine;
import ca.vitaravox.server.testing.CapturedLog;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What somebody who reads the log finds of one phone call, by its id, and of one request, by the id its answer had. */
class LogOfACallIT {
    private final TestServer server = TestServer.running();
    private final TestClinic clinic = TestClinic.open(server.database(), "logged", 1);
    private final Phone phone = new Phone(server.port(), clinic.phoneOf(1), clinic.number());
    private final List<String> requests = new ArrayList<>();

    @Test
    void every_line_of_a_tool_call_has_the_ids_of_its_request_and_its_call_and_nobodys_name() {
        List<JsonNode> lines;
        String text;
        try (CapturedLog log = new CapturedLog(new JsonLine())) {
            use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
            String slot = use("find_earliest_appointment", "{\"patient_id\":\"1\"}")
                    .at("/slots/0/slot_id")
                    .asText();
            use("create_appointment", "{\"slot_id\":\"" + slot + "\",\"patient_id\":\"1\"}");
            use("get_patient", "{\"patient_id\":\"1\",\"date_of_birth\":\"1980-01-02\"}");
            for (String request : requests) {
                log.until(1, request, "POST /vapi 200").until(1, request, " in call " + phone.id());
            }
            lines = log.lines().stream().map(Phone::read).toList();
            text = log.text();
        }

        for (String request : requests) {
            List<JsonNode> own =
                    lines.stream().filter(each -> of(each, "request", request)).toList();
            assertEquals(Set.of(phone.id()), calls(own), own::toString);
            assertTrue(own.stream().anyMatch(each -> says(each, "POST /vapi 200")), own::toString);
            assertTrue(own.stream().anyMatch(each -> says(each, "in call " + phone.id())), own::toString);
        }
        List<JsonNode> ofCall = lines.stream()
                .filter(each -> of(each, "call", phone.id()) || says(each, phone.id()))
                .toList();
        assertEquals(
                Set.copyOf(requests),
                ofCall.stream().map(each -> each.path("request").asText()).collect(Collectors.toSet()));
        for (String person : List.of("Casey", "Tester", clinic.phoneOf(1), "1980-01-02", clinic.number())) {
            assertFalse(text.contains(person), person);
        }
    }

    @Test
    void the_thread_of_a_request_tells_nothing_of_the_call_it_had_before() {
        use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        try (CapturedLog log = new CapturedLog(new JsonLine())) {
            for (int n = 0; n < 20; n++) {
                phone.post("/nowhere", "{}");
            }
            List<JsonNode> lines = log.until(20, "(no route)").lines().stream()
                    .map(Phone::read)
                    .filter(each -> says(each, "(no route)"))
                    .toList();

            assertEquals(20, lines.size());
            assertEquals(Set.of(""), calls(lines));
        }
    }

    private JsonNode use(String tool, String arguments) {
        HttpResponse<String> answer = phone.post("/vapi", phone.toolCalls(Phone.newToolCallId(), tool, arguments));
        requests.add(answer.headers().firstValue("X-Request-Id").orElseThrow());
        return Phone.read(Phone.read(answer.body()).at("/results/0/result").asText());
    }

    private static Set<String> calls(List<JsonNode> lines) {
        return lines.stream().map(each -> each.path("call").asText()).collect(Collectors.toSet());
    }

    private static boolean of(JsonNode line, String field, String id) {
        return line.path(field).asText().equals(id);
    }

    private static boolean says(JsonNode line, String words) {
        return line.path("message").asText().contains(words);
    }
}
