package ca.vitaravox.server.script;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The messages Vapi sends about one phone call, as full as its own.
 *
 * @param callId the phone call
 * @param from the calling number; empty when withheld
 * @param to the called number
 * @param phoneNumberId Vapi's id of the called number
 * @param startedAt when it rang
 * @param language what is spoken, where the assistant says so
 */
record Envelope(
        String callId,
        Optional<String> from,
        Optional<String> to,
        Optional<String> phoneNumberId,
        Instant startedAt,
        Optional<String> language) {
    private static final String ENDED = "customer-ended-call";

    ObjectNode assistantRequest() {
        return envelope("assistant-request", "ringing", startedAt);
    }

    ObjectNode inProgress(Instant now) {
        ObjectNode envelope = envelope("status-update", "in-progress", now);
        message(envelope).put("status", "in-progress");
        return envelope;
    }

    ObjectNode toolCall(String id, String name, ObjectNode arguments, Instant now) {
        ObjectNode envelope = envelope("tool-calls", "in-progress", now);
        ObjectNode call = call(id, name, arguments);
        message(envelope).putArray("toolCallList").add(call);
        message(envelope).putArray("toolCalls").add(call.deepCopy());
        ObjectNode definition =
                message(envelope).putArray("toolWithToolCallList").addObject();
        definition.put("type", "function").put("async", false);
        definition.putObject("function").put("name", name);
        definition.set("toolCall", call.deepCopy());
        return envelope;
    }

    ObjectNode ended(Instant now) {
        ObjectNode envelope = envelope("status-update", "ended", now);
        message(envelope).put("status", "ended").put("endedReason", ENDED);
        return envelope;
    }

    ObjectNode report(Optional<String> summary, Instant now) {
        ObjectNode envelope = envelope("end-of-call-report", "ended", now);
        ObjectNode message = message(envelope);
        message.put("endedReason", ENDED);
        message.put("startedAt", startedAt.toString()).put("endedAt", now.toString());
        double minutes = Duration.between(startedAt, now).toMillis() / 60_000.0;
        message.put("cost", Math.round(minutes * 0.07 * 10_000) / 10_000.0);
        message.putObject("analysis").put("summary", summary.orElse(""));
        message.putObject("artifact").putArray("messages");
        return envelope;
    }

    private static ObjectNode call(String id, String name, ObjectNode arguments) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        call.put("id", id).put("type", "function");
        call.putObject("function").put("name", name).set("arguments", arguments);
        return call;
    }

    private ObjectNode envelope(String type, String status, Instant now) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        ObjectNode message = envelope.putObject("message");
        message.put("timestamp", now.toEpochMilli()).put("type", type);
        ObjectNode call = message.putObject("call");
        call.put("id", callId).put("orgId", "7c1f9a52-3b1e-4f0e-9d57-0f3a51c0aa01");
        call.put("createdAt", startedAt.toString()).put("updatedAt", now.toString());
        call.put("type", "inboundPhoneCall").put("status", status);
        call.put("phoneCallProvider", "telnyx").put("phoneCallTransport", "pstn");
        phoneNumberId.ifPresent(id -> call.put("phoneNumberId", id));
        language.ifPresent(spoken ->
                call.putObject("assistantOverrides").putObject("variableValues").put("language", spoken));
        from.ifPresent(number -> call.putObject("customer").put("number", number));
        ObjectNode phoneNumber = message.putObject("phoneNumber");
        phoneNumberId.ifPresent(id -> phoneNumber.put("id", id));
        phoneNumber.put("provider", "telnyx");
        to.ifPresent(number -> phoneNumber.put("number", number));
        from.ifPresent(number -> message.putObject("customer").put("number", number));
        return envelope;
    }

    private static ObjectNode message(ObjectNode envelope) {
        return (ObjectNode) envelope.get("message");
    }
}
