package ca.vitaravox.vapi.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.simulation.Question;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.vapi.webhook.OpenWebhook;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Asks one question as the voice platform does: which clinic it is for, only the number says that was called.
 *
 * @param webhook where the platform reaches us
 * @param question what is asked; its name is the tool call's id
 */
record ToolLine(OpenWebhook webhook, Question question) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_RESULT = 1_000;

    static ObjectNode arguments() {
        return JSON.createObjectNode();
    }

    /** The tool's answer, after a look at its form. */
    Heard call(String tool, ObjectNode arguments) {
        JsonNode results = webhook.answer(message(tool, arguments)).path("results");
        assertEquals(1, results.size(), () -> "one call, one result: " + results);
        JsonNode only = results.get(0);
        assertEquals(question.id(), only.path("toolCallId").asText());
        assertEquals(tool, only.path("name").asText());
        assertFalse(only.has("error"), () -> tool + " broke: " + only);
        String text = only.path("result").asText();
        assertTrue(text.lines().count() == 1 && text.length() < LONGEST_RESULT, text);
        JsonNode body = parsed(text);
        assertFalse(body.path("say").asText().isBlank(), text);
        return new Heard(body);
    }

    private ObjectNode message(String tool, ObjectNode arguments) {
        ObjectNode envelope = JSON.createObjectNode();
        ObjectNode message = envelope.putObject("message").put("type", "tool-calls");
        message.putObject("call").put("id", question.context().call().value());
        message.putObject("phoneNumber").put("number", question.called().e164());
        question.context()
                .caller()
                .map(PhoneNumber::e164)
                .ifPresent(number -> message.putObject("customer").put("number", number));
        ObjectNode call = message.putArray("toolCallList").addObject();
        call.put("id", question.id()).put("type", "function");
        call.putObject("function").put("name", tool).set("arguments", arguments);
        return envelope;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("no JSON: " + text, broken);
        }
    }
}
