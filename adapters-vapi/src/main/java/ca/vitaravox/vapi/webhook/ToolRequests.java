package ca.vitaravox.vapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The one reader of every shape tool calls come in: documented, undocumented, older and newer. */
final class ToolRequests {
    private ToolRequests() {}

    /** The tool calls of a message in order, each id once (the lists of a message repeat each other's calls). */
    static List<ToolRequest> in(JsonNode message) {
        List<ToolRequest> requests = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ToolRequest request : all(message)) {
            if (request.id().isEmpty() || seen.add(request.id())) {
                requests.add(request);
            }
        }
        return requests;
    }

    /** The one call of a legacy message, which has no id. */
    static ToolRequest legacy(JsonNode message) {
        JsonNode call = message.path("functionCall");
        return new ToolRequest(exactly(call, "id"), exactly(call, "name"), arguments(raw(call)));
    }

    /** Whether a message has tool calls, whatever its type says. */
    static boolean areIn(JsonNode message) {
        return Stream.of("toolCallList", "toolCalls", "toolWithToolCallList")
                .anyMatch(list -> !message.path(list).isEmpty());
    }

    /** Arguments as an object or as its text; nothing and blank are none, anything else is no arguments at all. */
    static Optional<ObjectNode> arguments(JsonNode raw) {
        if (raw.isMissingNode()
                || raw.isNull()
                || raw.isTextual() && raw.textValue().isBlank()) {
            return Optional.of(Json.object());
        }
        return raw.isTextual() ? Json.value(raw.textValue()).flatMap(Json::asObject) : Json.asObject(raw);
    }

    private static List<ToolRequest> all(JsonNode message) {
        for (String list : List.of("toolCallList", "toolCalls")) {
            if (message.path(list).isArray() && !message.path(list).isEmpty()) {
                return message.path(list)
                        .valueStream()
                        .map(item -> request(item, MissingNode.getInstance()))
                        .toList();
            }
        }
        return message.path("toolWithToolCallList")
                .valueStream()
                .map(tool -> request(tool.path("toolCall"), tool))
                .toList();
    }

    private static ToolRequest request(JsonNode item, JsonNode tool) {
        String id = first(exactly(item, "id"), exactly(item, "toolCallId"), exactly(item.path("toolCall"), "id"));
        String name = first(
                exactly(item.path("function"), "name"),
                exactly(item, "name"),
                exactly(tool.path("function"), "name"),
                exactly(tool, "name"));
        return new ToolRequest(id, name, arguments(raw(item)));
    }

    private static JsonNode raw(JsonNode item) {
        return Stream.of(
                        item.path("function").path("arguments"),
                        item.path("function").path("parameters"),
                        item.path("arguments"),
                        item.path("parameters"),
                        item.path("toolCall").path("parameters"))
                .filter(node -> !node.isMissingNode() && !node.isNull())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    /** A text or number as it stands, nothing trimmed: ids are echoed. */
    private static String exactly(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }
}
