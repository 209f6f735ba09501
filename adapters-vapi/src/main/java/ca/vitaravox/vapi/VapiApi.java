package ca.vitaravox.vapi;

import ca.vitaravox.vapi.tool.Toolbox;
import ca.vitaravox.vapi.webhook.WebhookPorts;
import ca.vitaravox.vapi.webhook.WebhookRoutes;
import ca.vitaravox.vapi.webhook.WebhookSettings;
import io.javalin.config.JavalinConfig;
import java.util.function.UnaryOperator;

/**
 * Everything the voice platform sees of us: {@code POST /vapi} for all its messages, {@code POST /api/vapi/{tool}} for
 * one tool each. Thread-safe.
 */
public final class VapiApi {
    private final WebhookRoutes routes;

    /**
     * The interface over these tools.
     *
     * @param settings who may speak to us, and the limits
     * @param toolbox the tools
     * @param ports what the webhook itself needs
     */
    public VapiApi(WebhookSettings settings, Toolbox toolbox, WebhookPorts ports) {
        routes = new WebhookRoutes(settings, toolbox, ports);
    }

    /**
     * The interface over the voice tools of these use cases.
     *
     * @param settings who may speak to us, and the limits
     * @param useCases what can be done here
     * @param ports what the webhook itself needs
     */
    public static VapiApi of(WebhookSettings settings, UseCases useCases, WebhookPorts ports) {
        return new VapiApi(settings, VoiceTools.of(useCases, ports.numbers(), ports.clock()), ports);
    }

    /** As {@link WebhookRoutes#answer(UnaryOperator, byte[])}: a message of somebody within this process. */
    public byte[] answer(UnaryOperator<String> header, byte[] body) {
        return routes.answer(header, body);
    }

    /** Adds its paths; to be called within {@code Javalin.create}. */
    public void addTo(JavalinConfig config) {
        routes.addTo(config);
    }
}
