package ca.vitaravox.server.script;

import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.script.Script.Expected;
import ca.vitaravox.server.script.Script.Kept;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One phone call under way, as Vapi makes it, and what was kept of its answers. {@code ${name}} in what is said and sent
 * stands for what was kept under that name. Not thread-safe.
 */
public final class PlayedCall {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z_]+)}");
    private static final String PLAIN_GREETING = "Hello, how can I help you?";
    private static final JsonMapper JSON = new JsonMapper();

    private final Line line;
    private final Envelope call;
    private final Wire wire;
    private final InstantSource clock;
    private final Map<String, String> kept;

    /**
     * Who calls whom.
     *
     * @param callId the phone call
     * @param from the calling number; empty when withheld
     * @param to the called number
     * @param phoneNumberId Vapi's id of the called number
     * @param startedAt when it rang
     * @param language what is spoken, where the assistant says so
     */
    public record Line(
            String callId,
            Optional<String> from,
            Optional<String> to,
            Optional<String> phoneNumberId,
            Instant startedAt,
            Optional<String> language) {}

    /**
     * A tool call and its answer.
     *
     * @param request the message that was sent
     * @param result what the tool answered; what was answered in its place, if it failed
     * @param fault why it failed; empty if the tool answered
     * @param took how long it took
     */
    public record Used(ObjectNode request, ObjectNode result, Optional<String> fault, Duration took) {
        /** What the assistant is given to say. */
        public String say() {
            return result.path("say").asText();
        }
    }

    /** A call over this wire, of which so much was kept already. */
    public PlayedCall(Line line, Wire wire, InstantSource clock, Map<String, String> kept) {
        this.line = line;
        this.call = new Envelope(
                line.callId(), line.from(), line.to(), line.phoneNumberId(), line.startedAt(), line.language());
        this.wire = wire;
        this.clock = clock;
        this.kept = new TreeMap<>(kept);
        this.kept.put("call_id", line.callId());
    }

    /** Who calls whom. */
    public Line line() {
        return line;
    }

    /** What was kept by now. */
    public Map<String, String> kept() {
        return Map.copyOf(kept);
    }

    /** Rings, and is answered. */
    public void ring() {
        kept.put("greeting", greeting(wire.send(call.assistantRequest())));
        wire.send(call.inProgress(clock.instant()));
    }

    /** The caller hangs up. */
    public void hangUp() {
        wire.send(call.ended(clock.instant()));
    }

    /** What Vapi reports afterwards. */
    public void report(Optional<String> summary) {
        wire.send(call.report(summary, clock.instant()));
    }

    /** Calls a tool once; what it gives to say is kept as {@code say}. */
    public Used use(String tool, String arguments) {
        ObjectNode read = object(filled(arguments));
        String id = "call_" + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        Instant asked = clock.instant();
        ObjectNode request = call.toolCall(id, tool, read, asked);
        JsonNode only = wire.send(request.deepCopy()).at("/results/0");
        Duration took = Duration.between(asked, clock.instant());
        if (!id.equals(only.path("toolCallId").asText()) || only.has("error")) {
            String why = only.path("error").asText("no result came back");
            return new Used(request, JSON.createObjectNode().put("error", why), Optional.of(why), took);
        }
        Used used = new Used(request, object(only.path("result").asText()), Optional.empty(), took);
        kept.put("say", used.say());
        return used;
    }

    /** Keeps a value of a result. */
    public void keep(Kept each, JsonNode result) {
        kept.put(each.name(), result.at(each.pointer()).asText());
    }

    /** What a result has in the place of what was expected; empty if that is there. */
    public Optional<String> unexpected(Expected expected, JsonNode result) {
        JsonNode there = result.at(expected.pointer());
        Optional<String> value = expected.value().map(this::filled);
        if (there.isMissingNode()
                || value.map(text -> !text.equals(there.asText())).orElse(false)) {
            return Optional.of((there.isMissingNode() ? "nothing" : there.asText()) + " as " + expected.pointer()
                    + value.map(text -> ", not " + text).orElse(""));
        }
        return Optional.empty();
    }

    /**
     * A text with what was kept in its places.
     *
     * @throws Refused if nothing was kept under a name
     */
    public String filled(String text) {
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
