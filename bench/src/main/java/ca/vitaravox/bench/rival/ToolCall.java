package ca.vitaravox.bench.rival;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The one tool call of a message.
 *
 * @param call the phone call
 * @param line the number called
 * @param caller the number calling
 * @param at when it came
 */
record ToolCall(
        String id, String tool, JsonNode arguments, String call, String line, String caller, OffsetDateTime at) {
    static ToolCall in(JsonNode message) {
        JsonNode only = message.path("toolCallList").path(0);
        JsonNode function = only.path("function");
        return new ToolCall(
                only.path("id").asText(),
                function.path("name").asText(),
                function.path("arguments"),
                message.path("call").path("id").asText(),
                message.path("phoneNumber").path("number").asText(),
                message.path("customer").path("number").asText(),
                OffsetDateTime.now(ZoneOffset.UTC));
    }
}
