package ca.vitaravox.server.script;

import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.script.PlayedCall.Used;
import ca.vitaravox.server.script.Script.Expected;
import ca.vitaravox.server.script.Script.Kept;
import ca.vitaravox.server.script.Script.Step;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays scripts: one phone call each, with everything Vapi sends around it. A tool that asks to be called again is, some
 * times, as the assistant does; so is one whose script waits for something. One call at a time.
 */
public final class CallPlayer {
    private static final String CALL_AGAIN = "call_again";
    private static final int MOST_REPEATS = 5;
    private static final int MOST_WAITS = 100;
    private static final Duration WAIT = Duration.ofMillis(200);

    private final Wire webhook;
    private final Transcript transcript;
    private final InstantSource clock;

    /** A player that rings this webhook and writes this transcript. */
    public CallPlayer(Wire webhook, Transcript transcript, InstantSource clock) {
        this.webhook = webhook;
        this.transcript = transcript;
        this.clock = clock;
    }

    /**
     * Plays a script to its end.
     *
     * @return what was kept of the tools' results, and {@code call_id}
     * @throws Refused if the server does not answer, or a tool not as the script expects; the call is ended first
     */
    public Map<String, String> play(Script script) {
        PlayedCall.Line line = new PlayedCall.Line(
                UUID.randomUUID().toString(),
                script.from(),
                script.to(),
                script.phoneNumberId(),
                clock.instant(),
                Optional.empty());
        PlayedCall call = new PlayedCall(line, webhook, clock, Map.of());
        call.ring();
        try {
            script.steps().forEach(step -> take(call, step));
        } finally {
            call.hangUp();
        }
        call.report(script.summary());
        return call.kept();
    }

    private void take(PlayedCall call, Step step) {
        if (step instanceof Step.Said said) {
            transcript.said(said.who(), call.filled(said.words()));
        } else if (step instanceof Step.Tool tool) {
            use(call, tool);
        }
    }

    private void use(PlayedCall call, Step.Tool tool) {
        ObjectNode result = once(call, tool);
        for (int i = 0; i < MOST_REPEATS && result.path("next").asText().equals(CALL_AGAIN); i++) {
            result = once(call, tool);
        }
        for (int i = 0; i < MOST_WAITS && tool.isAwaited(result); i++) {
            LockSupport.parkNanos(WAIT.toNanos());
            result = once(call, tool);
        }
        for (Expected each : tool.expected()) {
            call.unexpected(each, result).ifPresent(why -> {
                throw new Refused(tool.name() + " gave " + why + ".");
            });
        }
        for (Kept each : tool.kept()) {
            call.keep(each, result);
        }
    }

    private ObjectNode once(PlayedCall call, Step.Tool tool) {
        String arguments = call.filled(tool.arguments());
        Used used = call.use(tool.name(), arguments);
        ObjectNode result = used.result();
        String ended = used.fault().isPresent()
                ? "error"
                : result.path("success").asBoolean()
                        ? "ok"
                        : result.path("code").asText("refused");
        transcript.tool(tool.name(), arguments, ended, used.took());
        used.fault().ifPresent(why -> {
            throw new Refused(tool.name() + " failed: " + why + ".");
        });
        return result;
    }
}
