package ca.vitaravox.vapi.webhook;

import ca.vitaravox.vapi.tool.Toolbox;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The two paths of the webhook. Thread-safe. */
public final class WebhookRoutes {
    private static final int OK = 200;

    private final Webhook webhook;
    private final InstantSource clock;

    /** The webhook over these tools. */
    public WebhookRoutes(WebhookSettings settings, Toolbox toolbox, WebhookPorts ports) {
        clock = ports.clock();
        webhook = Webhook.of(settings, toolbox, ports);
    }

    /** Adds the paths to a server that is being set up. */
    public void addTo(JavalinConfig config) {
        config.routes.post("/vapi", context -> answer(context, Optional.empty()));
        config.routes.post("/api/vapi/{tool}", context -> answer(context, Optional.of(context.pathParam("tool"))));
    }

    /**
     * Answers a message of somebody within this process as if it came over HTTP: who it is has to be proved, and all is
     * done that is done for others.
     *
     * @param header the value of a header by its name; null where there is none
     * @param body JSON, as the voice platform sends it
     * @return the answer's body, which is JSON
     * @throws IllegalStateException with the status, if it is refused
     */
    public byte[] answer(UnaryOperator<String> header, byte[] body) {
        Reply reply = webhook.answer(new Request(header, body, clock.instant()), Optional.empty());
        reply.afterwards().ifPresent(Runnable::run);
        if (reply.status() != OK) {
            throw new IllegalStateException("the webhook answered " + reply.status());
        }
        return reply.bytes();
    }

    private void answer(Context context, Optional<String> tool) throws IOException {
        Instant arrived = clock.instant();
        Optional<byte[]> body = Bodies.read(context.bodyInputStream(), context.contentLength());
        Reply reply = body.map(bytes -> webhook.answer(new Request(context::header, bytes, arrived), tool))
                .orElseGet(() -> Reply.fault(Fault.TOO_LARGE));
        context.status(reply.status());
        context.header("Cache-Control", "no-store");
        context.contentType("application/json");
        writeAtOnce(context, reply.bytes());
        reply.afterwards().ifPresent(Runnable::run);
    }

    /** The answer is out when this returns, and not some time after the handler. */
    private static void writeAtOnce(Context context, byte[] body) throws IOException {
        context.res().setContentLength(body.length);
        try (OutputStream out = context.res().getOutputStream()) {
            out.write(body);
        }
    }
}
