package ca.vitaravox.vapi.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** An answer of the stand-in. */
record Told(int status, String body, Map<String, String> headers) {
    static Told of(int status, JsonNode body) {
        return new Told(status, body.toString(), Map.of());
    }

    /** A refusal, as Vapi words them. */
    static Told refusal(int status, String error, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", message);
        return of(status, body.put("error", error).put("statusCode", status));
    }

    /** A body that the schema does not take. */
    static Told faulty(List<String> faults) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode message = body.putArray("message");
        faults.forEach(message::add);
        return of(400, body.put("error", "Bad Request").put("statusCode", 400));
    }
}
