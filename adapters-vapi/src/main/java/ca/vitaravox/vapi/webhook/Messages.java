package ca.vitaravox.vapi.webhook;

import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a message asks, by its type. The set of types is open: what is not known here needs no answer. Thread-safe. */
final class Messages {
    private final ToolCalls toolCalls;
    private final CallMessages callMessages;
    private final Once once;

    Messages(ToolCalls toolCalls, CallMessages callMessages, Once once) {
        this.toolCalls = toolCalls;
        this.callMessages = callMessages;
        this.once = once;
    }

    /** Answers a body that came to the general path, or to the path of the tool named by {@code slug}. */
    Reply answer(ObjectNode body, Optional<String> slug, Delivery delivery) {
        Optional<ToolSpec> byPath = slug.flatMap(toolCalls::bySlug);
        JsonNode message = body.path("message");
        if (message.isObject()) {
            return ofMessage(message, byPath, delivery);
        }
        if (slug.isEmpty()) {
            return Reply.nothing();
        }
        return byPath.map(tool -> toolCalls.ofPlain(body, tool, delivery))
                .orElseGet(() -> Reply.fault(Fault.UNKNOWN_TOOL));
    }

    private Reply ofMessage(JsonNode message, Optional<ToolSpec> byPath, Delivery delivery) {
        return switch (message.path("type").asText("")) {
            case "tool-calls" -> toolCalls.ofMessage(message, byPath, delivery);
            case "function-call" -> toolCalls.ofLegacyMessage(message, byPath, delivery);
            // executes nothing, so a caller does not wait until it is known whether it came before
            case "assistant-request" -> callMessages.assistant(message, delivery.proof());
            case "transfer-destination-request" ->
                once.acknowledged(
                        delivery, () -> callMessages.destination(message, delivery.proof()), TransferOrders::nobody);
            case "handoff-destination-request" -> TransferOrders.nobody();
            case "status-update", "end-of-call-report", "hang" ->
                once.acknowledged(
                        delivery, () -> callMessages.news(message, delivery), () -> Reply.fault(Fault.INTERNAL_ERROR));
            default ->
                ToolRequests.areIn(message) && !message.has("type")
                        ? toolCalls.ofMessage(message, byPath, delivery)
                        : callMessages.ignored(delivery);
        };
    }
}
