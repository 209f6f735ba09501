package ca.vitaravox.server.call;

import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditLine;
import ca.vitaravox.ports.call.CallArchive.Brief;
import ca.vitaravox.ports.call.CallRecord;
import ca.vitaravox.ports.call.ToolArgument;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.EmrRequest;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.server.access.Words;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Calls as JSON. Whoever is not to see people sees four digits of a number, no words, and no ids of charts. */
final class CallShape {
    private CallShape() {}

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void put(ObjectNode shape, Optional<PhoneNumber> caller, boolean whole) {
        caller.ifPresent(number -> shape.put("caller", whole ? number.e164() : number.toString()));
    }

    private static void put(ObjectNode shape, String field, Optional<? extends Enum<?>> constant) {
        constant.ifPresent(known -> shape.put(field, Words.word(known)));
    }

    private static void moment(ObjectNode shape, String field, Optional<Instant> at) {
        at.ifPresent(known -> shape.put(field, known.toString()));
    }

    static ObjectNode of(Brief brief, boolean whole, boolean trial) {
        ObjectNode shape = object().put("id", brief.mark().call().value())
                .put("at", brief.mark().at().toString());
        put(shape, brief.caller(), whole);
        moment(shape, "endedAt", brief.endedAt());
        put(shape, "intent", brief.intent());
        put(shape, "outcome", brief.outcome());
        return shape.put("toolCalls", brief.toolCalls()).put("trial", trial);
    }

    static ObjectNode of(CallRecord call, List<AuditLine> trail, boolean whole) {
        ObjectNode shape = object().put("id", call.call().value());
        put(shape, call.caller(), whole);
        moment(shape, "startedAt", call.startedAt());
        moment(shape, "endedAt", call.endedAt());
        call.duration().ifPresent(length -> shape.put("seconds", length.toSeconds()));
        call.endedReason().ifPresent(reason -> shape.put("endedReason", reason));
        call.costUsd().ifPresent(cost -> shape.put("costUsd", cost));
        put(shape, "intent", call.derivedIntent());
        put(shape, "outcome", call.derivedOutcome());
        put(shape, "saidIntent", call.saidIntent());
        put(shape, "saidOutcome", call.saidOutcome());
        call.satisfaction().ifPresent(stars -> shape.put("satisfaction", stars));
        call.summary().filter(words -> whole).ifPresent(words -> shape.put("summary", words));
        shape.putArray("timeline").addAll(timeline(call, trail, whole));
        return shape;
    }

    /** What happened, in order: what the assistant asked, and what was seen and done for it. */
    private static List<ObjectNode> timeline(CallRecord call, List<AuditLine> trail, boolean whole) {
        List<Event> events = new ArrayList<>();
        call.toolCalls().forEach(tool -> events.add(new Event(tool.at(), of(tool, whole))));
        trail.forEach(line -> events.add(new Event(line.entry().at(), of(line, whole))));
        return events.stream()
                .sorted(Comparator.comparing(Event::at))
                .map(Event::shape)
                .toList();
    }

    private record Event(Instant at, ObjectNode shape) {}

    /** Whoever is not to see people sees which arguments there were, and the values that say nothing of anybody. */
    private static ObjectNode of(ToolCall tool, boolean whole) {
        ObjectNode shape = object().put("at", tool.at().toString())
                .put("event", "tool_call")
                .put("tool", tool.tool())
                .put("millis", tool.took().toMillis());
        tool.code().ifPresent(code -> shape.put("code", code));
        put(shape, "outcome", tool.outcome());
        var arguments = shape.putArray("arguments");
        for (ToolArgument argument : tool.arguments()) {
            ObjectNode one = arguments.addObject().put("name", argument.name());
            if (whole || argument.harmless()) {
                one.put("value", argument.value());
            }
        }
        var requests = shape.putArray("emrRequests");
        for (EmrRequest request : tool.emrRequests()) {
            ObjectNode one = requests.addObject()
                    .put("operation", request.operation())
                    .put("millis", request.took().toMillis());
            request.status().ifPresent(status -> one.put("status", status));
        }
        return shape;
    }

    private static ObjectNode of(AuditLine line, boolean whole) {
        AuditEntry entry = line.entry();
        ObjectNode shape = object().put("at", entry.at().toString())
                .put("event", "audit")
                .put("action", Words.word(entry.action()))
                .put("result", Words.word(entry.result()));
        entry.chart().filter(id -> whole).ifPresent(id -> shape.put("patientId", id));
        entry.subject().filter(id -> whole).ifPresent(id -> shape.put("subject", id));
        return shape;
    }
}
