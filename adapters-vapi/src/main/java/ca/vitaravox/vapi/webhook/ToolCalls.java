package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.vapi.tool.ToolSpec;
import ca.vitaravox.vapi.tool.Toolbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The three forms in which tools are called, each with its form of answer. Thread-safe. */
final class ToolCalls {
    private final Toolbox toolbox;
    private final Origins origins;
    private final Dispatcher dispatcher;
    private final TransferOrders transfers;
    private final Once once;
    private final Duration answerWithin;

    ToolCalls(
            Toolbox toolbox,
            Origins origins,
            Dispatcher dispatcher,
            TransferOrders transfers,
            Once once,
            Duration answerWithin) {
        this.toolbox = toolbox;
        this.origins = origins;
        this.dispatcher = dispatcher;
        this.transfers = transfers;
        this.once = once;
        this.answerWithin = answerWithin;
    }

    /** A message with any number of calls. */
    Reply ofMessage(JsonNode message, Optional<ToolSpec> byPath, Delivery delivery) {
        Arrival arrival = arrival(origins.ofMessage(message), byPath, delivery);
        return replied(
                ToolRequests.in(message),
                arrival,
                delivery,
                answered -> transferring(message, arrival, answered, Reply.results(answered)));
    }

    /** A legacy message with its one call. */
    Reply ofLegacyMessage(JsonNode message, Optional<ToolSpec> byPath, Delivery delivery) {
        Arrival arrival = arrival(origins.ofMessage(message), byPath, delivery);
        return replied(
                List.of(ToolRequests.legacy(message)),
                arrival,
                delivery,
                answered -> transferring(
                        message, arrival, answered, Reply.legacy(answered.get(0).answer())));
    }

    /** Where a tool chose whom to hand the call to, that is ordered when the answer is out, if this call can be. */
    private Reply transferring(JsonNode message, Arrival arrival, List<Answered> answered, Reply reply) {
        boolean chosen = answered.stream()
                .map(Answered::answer)
                .anyMatch(answer -> answer.outcome().equals(Optional.of(Outcome.TRANSFERRED)));
        return Json.text(message, "/call/monitor/controlUrl")
                .filter(address -> chosen)
                .map(address -> reply.then(() -> transfers.place(arrival.origin(), arrival.proof(), address)))
                .orElse(reply);
    }

    /** A request without envelope, for the tool its path names. */
    Reply ofPlain(ObjectNode body, ToolSpec tool, Delivery delivery) {
        Arrival arrival = arrival(origins.ofPlain(body.path("call")), Optional.of(tool), delivery);
        ToolRequest request = new ToolRequest(
                body.path("toolCallId").asText(""), tool.name(), ToolRequests.arguments(body.path("arguments")));
        return replied(
                List.of(request),
                arrival,
                delivery,
                answered -> Reply.plain(answered.get(0).answer()));
    }

    /** The reply to calls; to such as need an answer from nobody, without asking whether they came before. */
    private Reply replied(
            List<ToolRequest> requests, Arrival arrival, Delivery delivery, Function<List<Answered>, Reply> shape) {
        Function<Arrival, Reply> reply = as -> {
            List<Answered> answered = answers(requests, as);
            return answered.stream().anyMatch(ToolCalls::isOutOfReach)
                    ? Reply.fault(Fault.UNAUTHORIZED)
                    : shape.apply(answered);
        };
        if (delivery.proof().signature().isEmpty() || requests.stream().allMatch(each -> needsNobody(each, arrival))) {
            return reply.apply(arrival);
        }
        return once.answered(
                delivery, arrival.deadline(), () -> reply.apply(arrival), doubt -> reply.apply(arrival.in(doubt)));
    }

    private static boolean isOutOfReach(Answered answered) {
        return answered.answer() instanceof Answer.Failed failed && failed.fault() == Fault.UNAUTHORIZED;
    }

    private boolean needsNobody(ToolRequest request, Arrival arrival) {
        return toolbox.spec(request.name())
                .or(arrival::byPath)
                .filter(spec -> request.arguments().isPresent())
                .map(spec -> job(spec, request, 0, arrival))
                .filter(dispatcher::alwaysAnswered)
                .isPresent();
    }

    /** The tool a path names. */
    Optional<ToolSpec> bySlug(String slug) {
        return toolbox.specs().stream().filter(spec -> spec.slug().equals(slug)).findFirst();
    }

    private Arrival arrival(Origin origin, Optional<ToolSpec> byPath, Delivery delivery) {
        Deadline deadline = new Deadline(delivery.at().plus(answerWithin));
        return new Arrival(origin, delivery.at(), deadline, byPath, delivery.proof(), Doubt.NONE);
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
        ToolJob job = job(spec.get(), request, place, arrival);
        Pending pending = dispatcher.start(job);
        return () -> dispatcher.answer(job, pending);
    }

    private ToolJob job(ToolSpec spec, ToolRequest request, int place, Arrival arrival) {
        ObjectNode arguments = request.arguments().orElseThrow();
        Origin origin = origins.completed(arrival.origin(), arguments);
        return new ToolJob(spec, request.id(), arguments, origin, arrival, place);
    }
}
