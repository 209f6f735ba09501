package ca.vitaravox.server.script;

import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.script.Script.Expected;
import ca.vitaravox.server.script.Script.Kept;
import ca.vitaravox.server.script.Script.Step;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays scripts: one phone call each, with everything Vapi sends around it. A tool that asks to be called again is, some
 * times, as the assistant does; so is one whose script waits for something. One call at a time.
 */
public final class CallPlayer {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z_]+)}");
    private static final String PLAIN_GREETING = "Hello, how can I help you?";
    private static final String CALL_AGAIN = "call_again";
    private static final int MOST_REPEATS = 5;
    private static final int MOST_WAITS = 100;
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final JsonMapper JSON = new JsonMapper();

    private final Webhook webhook;
    private final Transcript transcript;
    private final InstantSource clock;
    private final Map<String, String> kept = new TreeMap<>();

    /** A player that rings this webhook and writes this transcript. */
    public CallPlayer(Webhook webhook, Transcript transcript, InstantSource clock) {
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
        kept.clear();
        Envelope call = new Envelope(
                UUID.randomUUID().toString(), script.from(), script.to(), script.phoneNumberId(), clock.instant());
        kept.put("call_id", call.callId());
        kept.put("greeting", greeting(webhook.send(call.assistantRequest())));
        webhook.send(call.inProgress(clock.instant()));
        try {
            script.steps().forEach(step -> take(call, step));
        } finally {
            webhook.send(call.ended(clock.instant()));
        }
        webhook.send(call.report(script.summary(), clock.instant()));
        return Map.copyOf(kept);
    }

    private void take(Envelope call, Step step) {
        if (step instanceof Step.Said said) {
            transcript.said(said.who(), filled(said.words()));
        } else if (step instanceof Step.Tool tool) {
            use(call, tool);
        }
    }

    private void use(Envelope call, Step.Tool tool) {
        String arguments = filled(tool.arguments());
        ObjectNode result = once(call, tool.name(), arguments);
        for (int i = 0; i < MOST_REPEATS && result.path("next").asText().equals(CALL_AGAIN); i++) {
            result = once(call, tool.name(), arguments);
        }
        for (int i = 0; i < MOST_WAITS && isAwaited(tool, result); i++) {
            LockSupport.parkNanos(WAIT.toNanos());
            result = once(call, tool.name(), arguments);
        }
        kept.put("say", result.path("say").asText());
        for (Expected each : tool.expected()) {
            check(tool.name(), each, result);
        }
        for (Kept each : tool.kept()) {
            kept.put(each.name(), result.at(each.pointer()).asText());
        }
    }

    /** What others do takes a moment: what the script waits for is not there yet. */
    private static boolean isAwaited(Step.Tool tool, JsonNode result) {
        return tool.expected().stream()
                .filter(Expected::awaited)
                .anyMatch(each -> result.at(each.pointer()).isMissingNode());
    }

    private ObjectNode once(Envelope call, String tool, String arguments) {
        String id = "call_" + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        Instant asked = clock.instant();
        JsonNode answer = webhook.send(call.toolCall(id, tool, object(arguments), asked));
        Duration took = Duration.between(asked, clock.instant());
        JsonNode only = answer.at("/results/0");
        if (!id.equals(only.path("toolCallId").asText()) || only.has("error")) {
            transcript.tool(tool, arguments, "error", took);
            throw new Refused(tool + " failed: " + only.path("error").asText("no result came back") + ".");
        }
        ObjectNode result = object(only.path("result").asText());
        boolean success = result.path("success").asBoolean();
        transcript.tool(tool, arguments, success ? "ok" : result.path("code").asText("refused"), took);
        return result;
    }

    private void check(String tool, Expected expected, JsonNode result) {
        JsonNode there = result.at(expected.pointer());
        Optional<String> value = expected.value().map(this::filled);
        if (there.isMissingNode()
                || value.map(text -> !text.equals(there.asText())).orElse(false)) {
            throw new Refused(tool + " gave " + (there.isMissingNode() ? "nothing" : there.asText()) + " as "
                    + expected.pointer() + value.map(text -> ", not " + text).orElse("") + ".");
        }
    }

    private String filled(String text) {
        Matcher variables = VARIABLE.matcher(text);
        return variables.replaceAll(found -> {
            String value = kept.get(found.group(1));
            if (value == null) {
                throw new Refused("The script uses " + found.group() + " before anything was kept under that name.");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String greeting(JsonNode answer) {
        JsonNode alone = answer.at("/assistant/firstMessage");
        JsonNode own = alone.isMissingNode() ? answer.at("/squad/members/0/assistant/firstMessage") : alone;
        return own.isTextual()
                ? own.asText()
                : answer.at("/assistantOverrides/firstMessage").asText(PLAIN_GREETING);
    }

    private static ObjectNode object(String json) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException broken) {
            throw new Refused("This is not JSON: " + json, broken);
        }
        throw new Refused("This is not a JSON object: " + json);
    }
}
