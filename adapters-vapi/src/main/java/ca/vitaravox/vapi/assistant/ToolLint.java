package ca.vitaravox.vapi.assistant;

import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks through one function tool. Thread-safe. */
final class ToolLint {
    private static final int LONGEST_DESCRIPTION = 999;
    private static final Set<String> MESSAGE_TYPES =
            Set.of("request-start", "request-complete", "request-failed", "request-response-delayed");
    /** What the platform waits for where nothing is said. */
    private static final int USUAL_SECONDS = 20;

    private final Set<String> writing;
    private final Duration deadline;

    ToolLint(Definition definition, Duration deadline) {
        this.writing = definition.tools().stream()
                .filter(ToolSpec::writes)
                .map(ToolSpec::name)
                .collect(Collectors.toSet());
        this.deadline = deadline;
    }

    /** The rules a tool breaks. */
    List<LintRule> broken(JsonNode tool) {
        List<LintRule> broken = new ArrayList<>();
        JsonNode function = tool.path("function");
        Lint.when(
                function.path("description").asText().length() > LONGEST_DESCRIPTION,
                LintRule.DESCRIPTION_TOO_LONG,
                broken);
        Lint.when(tool.path("async").asBoolean(false), LintRule.ASYNC, broken);
        Lint.when(
                function.path("strict").asBoolean(false) && !mayBeStrict(function.path("parameters")),
                LintRule.STRICT_DROPPED,
                broken);
        Set<String> fixed = new HashSet<>();
        tool.path("parameters").forEach(each -> fixed.add(each.path("key").asText()));
        Lint.when(!fixed.containsAll(ToolShape.staticParameters()), LintRule.STATIC_PARAMETERS_MISSING, broken);
        messages(tool.path("messages"), broken);
        if (tool.has("server")) {
            server(tool.path("server"), writing.contains(function.path("name").asText()), broken);
        }
        return broken;
    }

    private static boolean mayBeStrict(JsonNode schema) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        return !schema.path("additionalProperties").asBoolean(true)
                && schema.path("properties").propertyStream().allMatch(each -> required.contains(each.getKey()));
    }

    private static void messages(JsonNode messages, List<LintRule> broken) {
        Set<String> types = new HashSet<>();
        for (JsonNode message : messages) {
            String type = message.path("type").asText();
            types.add(type);
            Lint.when(
                    type.equals("request-start")
                            && Lint.promises(message.path("content").asText()),
                    LintRule.FILLER_PROMISES,
                    broken);
        }
        Lint.when(!types.contains("request-start"), LintRule.NO_FILLER, broken);
        Lint.when(types.contains("request-complete"), LintRule.SAYS_COMPLETE, broken);
        Lint.when(!MESSAGE_TYPES.containsAll(types), LintRule.MESSAGE_TYPE_UNKNOWN, broken);
    }

    private void server(JsonNode server, boolean writes, List<LintRule> broken) {
        Duration waits = Duration.ofSeconds(server.path("timeoutSeconds").asInt(USUAL_SECONDS));
        Lint.when(waits.compareTo(deadline) <= 0, LintRule.TIMEOUT_TOO_SHORT, broken);
        Lint.when(writes && server.at("/backoffPlan/maxRetries").asInt(0) > 0, LintRule.WRITE_REPEATED, broken);
        Lint.when(!Lint.authenticated(server), LintRule.NOT_AUTHENTICATED, broken);
    }
}
