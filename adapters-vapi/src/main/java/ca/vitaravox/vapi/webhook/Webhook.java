package ca.vitaravox.vapi.webhook;

import ca.vitaravox.vapi.tool.Toolbox;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets requests in that prove a secret, and has them answered. Thread-safe. */
final class Webhook {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);

    private final Door door;
    private final Origins origins;
    private final Messages messages;

    Webhook(Door door, Origins origins, Messages messages) {
        this.door = door;
        this.origins = origins;
        this.messages = messages;
    }

    /** The webhook over these tools. */
    static Webhook of(WebhookSettings settings, Toolbox toolbox, WebhookPorts ports) {
        InstantSource clock = ports.clock();
        Origins origins = new Origins(ports.numbers());
        Repeats repeats = new Repeats(ports.replies(), toolbox, clock, ports.pause());
        ClinicKeys keys = new ClinicKeys(ports.trust().webhooks(), ports.trust().envelope(), settings.auth());
        Lines lines = new Lines(ports.directory(), keys);
        ToolRun run = new ToolRun(
                toolbox, lines, ports.holds(), repeats, ports.trust().rates(), clock);
        ToolNotes notes = new ToolNotes(toolbox, ports.diary(), ports.emrs(), clock);
        Dispatcher dispatcher =
                new Dispatcher(toolbox, run, notes, ports.executor(), settings, ports.watch(), clock, ports.pause());
        Errands errands = new Errands(ports.executor(), settings.callsAtOnce());
        Once once = new Once(lines, ports, errands);
        TransferOrders transfers = new TransferOrders(lines, ports, errands, settings.answerWithin());
        ToolCalls toolCalls = new ToolCalls(toolbox, origins, dispatcher, transfers, once, settings.answerWithin());
        CallMessages callMessages = new CallMessages(
                origins,
                lines,
                ports.diary(),
                ports.assistants(),
                new ReadsAhead(ports.starts(), ports.executor(), clock),
                transfers,
                errands,
                settings.answerWithin());
        Door door = new Door(settings.authentication(), keys, lines, errands, clock);
        return new Webhook(door, origins, new Messages(toolCalls, callMessages, once));
    }

    /** Answers a request; {@code slug} is the tool its path names. */
    Reply answer(Request request, Optional<String> slug) {
        Optional<Proof> ofPlatform = door.ofPlatform(request);
        if (ofPlatform.isEmpty() && !request.carriesProof()) {
            return Reply.fault(Fault.UNAUTHORIZED);
        }
        Optional<ObjectNode> body = request.saysJson() ? Json.object(request.body()) : Optional.empty();
        Optional<Proof> proof = ofPlatform.or(() -> body.flatMap(json -> door.ofClinic(request, origins.called(json))));
        if (proof.isEmpty()) {
            return Reply.fault(Fault.UNAUTHORIZED);
        }
        if (!request.saysJson()) {
            return Reply.fault(Fault.NOT_JSON);
        }
        return body.map(json -> reply(json, slug, proof.get(), request))
                .orElseGet(() -> Reply.fault(Fault.MALFORMED_REQUEST));
    }

    private Reply reply(ObjectNode body, Optional<String> slug, Proof proof, Request request) {
        origins.call(body).ifPresent(LogContext::tell);
        try {
            return messages.answer(body, slug, new Delivery(proof, origins.called(body), request.arrived()));
        } catch (RuntimeException e) {
            LOG.error("a message broke: {}", Trace.of(e));
            return Reply.fault(Fault.INTERNAL_ERROR);
        }
    }
}
