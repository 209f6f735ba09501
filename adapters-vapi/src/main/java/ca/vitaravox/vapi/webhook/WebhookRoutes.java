package ca.vitaravox.vapi.webhook;

import ca.vitaravox.vapi.tool.Toolbox;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The two paths of the webhook. Thread-safe. */
public final class WebhookRoutes {
    private final Webhook webhook;
    private final InstantSource clock;

    /** The webhook over these tools. */
    public WebhookRoutes(WebhookSettings settings, Toolbox toolbox, WebhookPorts ports) {
        clock = ports.clock();
        Origins origins = new Origins(ports.numbers());
        Repeats repeats = new Repeats(ports.replies(), toolbox, clock, ports.pause());
        ClinicKeys keys = new ClinicKeys(ports.trust().webhooks(), ports.trust().envelope(), settings.auth());
        Lines lines = new Lines(ports.directory(), keys);
        ToolRun run = new ToolRun(
                toolbox, lines, ports.holds(), repeats, ports.trust().rates(), clock);
        ToolNotes notes = new ToolNotes(ports.log(), clock);
        Dispatcher dispatcher = new Dispatcher(toolbox, run, notes, ports.executor(), settings, clock);
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
        webhook = new Webhook(door, origins, new Messages(toolCalls, callMessages, once));
    }

    /** Adds the paths to a server that is being set up. */
    public void addTo(JavalinConfig config) {
        config.routes.post("/vapi", context -> answer(context, Optional.empty()));
        config.routes.post("/api/vapi/{tool}", context -> answer(context, Optional.of(context.pathParam("tool"))));
    }

    private void answer(Context context, Optional<String> tool) throws IOException {
        Instant arrived = clock.instant();
        Optional<byte[]> body = Bodies.read(context.bodyInputStream());
        Reply reply = body.map(bytes -> webhook.answer(new Request(context::header, bytes, arrived), tool))
                .orElseGet(() -> Reply.fault(Fault.TOO_LARGE));
        context.status(reply.status());
        context.header("Cache-Control", "no-store");
        context.contentType("application/json");
        if (reply.afterwards().isPresent()) {
            writeAtOnce(context, reply.bytes());
            reply.afterwards().get().run();
        } else {
            context.result(reply.bytes());
        }
    }

    /** The answer is out when this returns, and not some time after the handler. */
    private static void writeAtOnce(Context context, byte[] body) throws IOException {
        context.res().setContentLength(body.length);
        try (OutputStream out = context.res().getOutputStream()) {
            out.write(body);
        }
    }
}
