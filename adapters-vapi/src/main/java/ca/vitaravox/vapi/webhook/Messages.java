package ca.vitaravox.vapi.webhook;

import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** What a message asks, by its type. The set of types is open: what is not known here needs no answer. Thread-safe. */
final class Messages {
    private final ToolCalls toolCalls;
    private final CallMessages callMessages;

    Messages(ToolCalls toolCalls, CallMessages callMessages) {
        this.toolCalls = toolCalls;
        this.callMessages = callMessages;
    }

    /** Answers a body that came to the general path, or to the path of the tool named by {@code slug}. */
    Reply answer(ObjectNode body, Optional<String> slug, Instant arrived) {
        Optional<ToolSpec> byPath = slug.flatMap(toolCalls::bySlug);
        JsonNode message = body.path("message");
        if (message.isObject()) {
            return ofMessage(message, byPath, arrived);
        }
        if (slug.isEmpty()) {
            return Reply.nothing();
        }
        return byPath.map(tool -> toolCalls.ofPlain(body, tool, arrived))
                .orElseGet(() -> Reply.fault(Fault.UNKNOWN_TOOL));
    }

    private Reply ofMessage(JsonNode message, Optional<ToolSpec> byPath, Instant arrived) {
        return switch (message.path("type").asText("")) {
            case "tool-calls" -> toolCalls.ofMessage(message, byPath, arrived);
            case "function-call" -> toolCalls.ofLegacyMessage(message, byPath, arrived);
            case "assistant-request" -> callMessages.assistant(message);
            case "transfer-destination-request" -> callMessages.destination(message);
            case "handoff-destination-request" -> TransferOrders.nobody();
            case "status-update", "end-of-call-report", "hang" -> callMessages.news(message, arrived);
            default ->
                ToolRequests.areIn(message) && !message.has("type")
                        ? toolCalls.ofMessage(message, byPath, arrived)
                        : Reply.nothing();
        };
    }
}
