package ca.vitaravox.vapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Messages with tool calls. */
final class Calls {
    private Calls() {}

    /** A message of Harbourview's line without calls yet. */
    static ObjectNode message() {
        ObjectNode envelope = TestServer.JSON.createObjectNode();
        ObjectNode message = envelope.putObject("message");
        message.put("type", "tool-calls");
        message.putArray("toolCallList");
        message.putObject("call").put("id", "call-1").put("phoneNumberId", Places.HARBOURVIEW_LINE);
        message.putObject("phoneNumber")
                .put("number", Places.HARBOURVIEW_NUMBER)
                .put("id", Places.HARBOURVIEW_LINE);
        message.putObject("customer").put("number", "+16045550142");
        return envelope;
    }

    /** A message with one call. */
    static ObjectNode message(String id, String tool, ObjectNode arguments) {
        return with(message(), id, tool, arguments);
    }

    /** One call more. */
    static ObjectNode with(ObjectNode envelope, String id, String tool, JsonNode arguments) {
        ObjectNode call = envelope.withArray("/message/toolCallList").addObject();
        call.put("id", id).put("type", "function");
        call.putObject("function").put("name", tool).set("arguments", arguments);
        return envelope;
    }

    static ObjectNode arguments() {
        return TestServer.JSON.createObjectNode();
    }

    /** The result text of the n-th call, read as JSON. */
    static JsonNode result(JsonNode answer, int place) {
        return TestServer.parse(answer.at("/results/" + place + "/result").asText());
    }
}
