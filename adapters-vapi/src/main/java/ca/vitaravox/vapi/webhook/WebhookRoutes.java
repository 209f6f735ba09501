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
        webhook = Webhook.of(settings, toolbox, ports);
    }

    /** Adds the paths to a server that is being set up. */
    public void addTo(JavalinConfig config) {
        config.routes.post("/vapi", context -> answer(context, Optional.empty()));
        config.routes.post("/api/vapi/{tool}", context -> answer(context, Optional.of(context.pathParam("tool"))));
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
