package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class EmergencyTest {
    private static ObjectNode emergency() {
        return Calls.message("e", "transfer_call", Calls.arguments().put("reason", "emergency"));
    }

    private static String say(JsonNode answer) {
        return Calls.result(answer, 0).path("say").asText();
    }

    @Test
    void an_emergency_is_answered_with_the_database_down() {
        try (TestServer server = new TestServer()) {
            server.places.breakDown();
            server.log.broken = true;
            assertEquals("Dial 911 (en).", say(server.answer(emergency())));
            JsonNode other = server.answer(
                    Calls.message("o", "transfer_call", Calls.arguments().put("reason", "billing")));
            assertEquals(
                    Fault.INTERNAL_ERROR.text(), other.at("/results/0/error").asText());
        }
    }

    @Test
    void an_emergency_is_answered_without_clinic_or_call_and_in_the_callers_language() {
        try (TestServer server = new TestServer()) {
            ObjectNode message = emergency();
            message.withObject("/message").remove("phoneNumber");
            message.withObject("/message").remove("call");
            message.withObject("/message/assistant/transcriber").put("language", "fr-CA");
            assertEquals("Dial 911 (fr).", say(server.answer(message)));
            ObjectNode plain = Calls.arguments();
            plain.putObject("arguments").put("reason", "emergency").put("language", "zh");
            JsonNode answer = TestServer.read(server.post("/api/vapi/transfer-call", plain));
            assertEquals("Dial 911 (zh).", answer.path("say").asText());
            assertTrue(server.tools.executions.isEmpty());
        }
    }

    @Test
    void an_emergency_comes_into_the_record_of_its_call() throws InterruptedException {
        try (TestServer server = new TestServer()) {
            server.answer(emergency());
            assertEquals("transfer_call", server.log.next().tool());
        }
    }
}
