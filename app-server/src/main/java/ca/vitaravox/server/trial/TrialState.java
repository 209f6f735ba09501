package ca.vitaravox.server.trial;

import ca.vitaravox.server.script.PlayedCall;
import ca.vitaravox.server.script.PlayedCall.Line;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a trial stands, as JSON: who calls whom, where its script is, what was kept, and its steps. Not thread-safe. */
final class TrialState {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> SHOWN = List.of("id", "startedAt", "caller", "called", "language", "script");

    private final ObjectNode root;

    private TrialState(ObjectNode root) {
        this.root = root;
    }

    static TrialState of(Line line, Optional<String> script) {
        ObjectNode root = JSON.createObjectNode()
                .put("id", line.callId())
                .put("startedAt", line.startedAt().toString());
        line.from().ifPresent(number -> root.put("caller", number));
        line.to().ifPresent(number -> root.put("called", number));
        line.phoneNumberId().ifPresent(id -> root.put("phoneNumberId", id));
        line.language().ifPresent(language -> root.put("language", language));
        script.ifPresent(name -> root.put("script", name));
        root.put("at", 0).putObject("kept");
        root.putArray("steps");
        return new TrialState(root);
    }

    static TrialState read(String text) {
        try {
            return new TrialState(JSON.readValue(text, ObjectNode.class));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("a trial that was kept cannot be read", broken);
        }
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(root.path(field).textValue());
    }

    Line line() {
        return new Line(
                root.path("id").asText(),
                text("caller"),
                text("called"),
                text("phoneNumberId"),
                Instant.parse(root.path("startedAt").asText()),
                text("language"));
    }

    Optional<String> script() {
        return text("script");
    }

    /** The place in the script. */
    int at() {
        return root.path("at").asInt();
    }

    void goTo(int place) {
        root.put("at", place);
    }

    Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>();
        root.path("kept")
                .properties()
                .forEach(each -> kept.put(each.getKey(), each.getValue().asText()));
        return kept;
    }

    void keep(PlayedCall call) {
        ObjectNode kept = root.putObject("kept");
        call.kept().forEach(kept::put);
    }

    /** A new step, to be filled in. */
    ObjectNode step(String kind, Instant at) {
        return ((ArrayNode) root.path("steps")).addObject().put("kind", kind).put("at", at.toString());
    }

    String text() {
        return root.toString();
    }

    /** As it is shown. */
    ObjectNode shown(boolean over, int scripted, Instant endsAt) {
        ObjectNode shown = JSON.createObjectNode();
        for (String field : SHOWN) {
            JsonNode value = root.get(field);
            if (value != null) {
                shown.set(field, value);
            }
        }
        shown.put("over", over).put("left", over ? 0 : Math.max(0, scripted - at()));
        shown.put("endsAt", endsAt.toString());
        shown.set("steps", root.path("steps"));
        return shown;
    }
}
