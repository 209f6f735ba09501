package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.vapi.tool.ToolSpec;
import ca.vitaravox.vapi.tool.Toolbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The three forms in which tools are called, each with its form of answer. Thread-safe. */
final class ToolCalls {
    private final Toolbox toolbox;
    private final Origins origins;
    private final Dispatcher dispatcher;
    private final TransferOrders transfers;
    private final Duration answerWithin;

    ToolCalls(
            Toolbox toolbox, Origins origins, Dispatcher dispatcher, TransferOrders transfers, Duration answerWithin) {
        this.toolbox = toolbox;
        this.origins = origins;
        this.dispatcher = dispatcher;
        this.transfers = transfers;
        this.answerWithin = answerWithin;
    }

    /** A message with any number of calls. */
    Reply ofMessage(JsonNode message, Optional<ToolSpec> byPath, Instant arrived) {
        Arrival arrival = arrival(origins.ofMessage(message), byPath, arrived);
        List<Answered> answered = answers(ToolRequests.in(message), arrival);
        return transferring(message, arrival.origin(), answered, Reply.results(answered));
    }

    /** A legacy message with its one call. */
    Reply ofLegacyMessage(JsonNode message, Optional<ToolSpec> byPath, Instant arrived) {
        Arrival arrival = arrival(origins.ofMessage(message), byPath, arrived);
        List<Answered> answered = answers(List.of(ToolRequests.legacy(message)), arrival);
        Reply reply = Reply.legacy(answered.get(0).answer());
        return transferring(message, arrival.origin(), answered, reply);
    }

    /** Where a tool chose whom to hand the call to, that is ordered when the answer is out, if this call can be. */
    private Reply transferring(JsonNode message, Origin origin, List<Answered> answered, Reply reply) {
        boolean chosen = answered.stream()
                .map(Answered::answer)
                .anyMatch(answer -> answer.outcome().equals(Optional.of(Outcome.TRANSFERRED)));
        return Json.text(message, "/call/monitor/controlUrl")
                .filter(address -> chosen)
                .map(address -> reply.then(() -> transfers.place(origin, address)))
                .orElse(reply);
    }

    /** A request without envelope, for the tool its path names. */
    Reply ofPlain(ObjectNode body, ToolSpec tool, Instant arrived) {
        Arrival arrival = arrival(origins.ofPlain(body.path("call")), Optional.of(tool), arrived);
        ToolRequest request = new ToolRequest(
                body.path("toolCallId").asText(""), tool.name(), ToolRequests.arguments(body.path("arguments")));
        return Reply.plain(answers(List.of(request), arrival).get(0).answer());
    }

    /** The tool a path names. */
    Optional<ToolSpec> bySlug(String slug) {
        return toolbox.specs().stream().filter(spec -> spec.slug().equals(slug)).findFirst();
    }

    private Arrival arrival(Origin origin, Optional<ToolSpec> byPath, Instant arrived) {
        return new Arrival(origin, arrived, new Deadline(arrived.plus(answerWithin)), byPath);
    }

    private List<Answered> answers(List<ToolRequest> requests, Arrival arrival) {
        List<Supplier<Answer>> started = new ArrayList<>();
        for (ToolRequest request : requests) {
            started.add(start(request, started.size(), arrival));
        }
        List<Answered> answered = new ArrayList<>();
        for (ToolRequest request : requests) {
            answered.add(new Answered(request, started.get(answered.size()).get()));
        }
        return answered;
    }

    private Supplier<Answer> start(ToolRequest request, int place, Arrival arrival) {
        Optional<ToolSpec> spec = toolbox.spec(request.name()).or(arrival::byPath);
        if (spec.isEmpty()) {
            return () -> new Answer.Failed(Fault.UNKNOWN_TOOL);
        }
        if (request.arguments().isEmpty()) {
            return () -> new Answer.Failed(Fault.MALFORMED_ARGUMENTS);
        }
        ObjectNode arguments = request.arguments().get();
        Origin origin = origins.completed(arrival.origin(), arguments);
        ToolJob job = new ToolJob(spec.get(), request.id(), arguments, origin, arrival, place);
        Pending pending = dispatcher.start(job);
        return () -> dispatcher.answer(job, pending);
    }
}
