package ca.vitaravox.vapi.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks through a whole assistant, its tools in it, for the mistakes that are known. Thread-safe. */
public final class Lint {
    private static final int MOST_SECONDS = 900;
    private static final int FEWEST_TOKENS = 300;
    private static final Set<String> ANSWERED_OR_KEPT =
            Set.of("tool-calls", "transfer-destination-request", "status-update", "end-of-call-report", "hang");
    private static final List<String> GONE = List.of(
            "endCallFunctionEnabled", "silenceTimeoutSeconds", "serverUrl", "serverUrlSecret", "endCallAfterSpoken");
    private static final Pattern UTC = Pattern.compile("\\{\\{\\s*(now|date|time)\\s*}}");
    private static final Pattern KEYWORD = Pattern.compile("\\p{L}[\\p{L}\\d]*(:[+-]?\\d+)?");
    private static final Pattern PROMISE = Pattern.compile(
            "\\b(booking|booked|moving|moved|cancelling|cancelled|registering|registered|confirmed|i'll book|done)\\b"
                    + "|\\b(réserve|réservé|déplace|déplacé|annule|annulé|inscris|inscrit|confirmé)\\b"
                    + "|预约|预订|改期|取消|登记|确认好|办好",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private final Collection<String> catalogue;
    private final ToolLint tools;

    /**
     * A linter.
     *
     * @param definition whose tools must all be there
     * @param deadline within which we answer a tool call
     */
    public Lint(Definition definition, Duration deadline) {
        this.catalogue = definition.tools().stream().map(tool -> tool.name()).toList();
        this.tools = new ToolLint(definition, deadline);
    }

    /** Whether a sentence says that something is being done that may yet fail. */
    static boolean promises(String sentence) {
        return PROMISE.matcher(sentence).find();
    }

    /** What is wrong with an assistant; empty if nothing is known to be. */
    public List<LintFinding> findings(JsonNode assistant) {
        String name = assistant.path("name").asText("an assistant");
        List<LintFinding> findings = new ArrayList<>();
        own(assistant).forEach(rule -> findings.add(new LintFinding(rule, name)));
        Set<String> seen = new HashSet<>();
        for (JsonNode tool : assistant.at("/model/tools")) {
            if (tool.path("type").asText().equals("function")) {
                String of = tool.at("/function/name").asText();
                tools.broken(tool).forEach(rule -> findings.add(new LintFinding(rule, name + ", tool " + of)));
                if (!seen.add(of)) {
                    findings.add(new LintFinding(LintRule.TOOL_TWICE, name + ", tool " + of));
                }
            }
        }
        catalogue.stream()
                .filter(each -> !seen.contains(each))
                .forEach(each -> findings.add(new LintFinding(LintRule.TOOL_MISSING, name + ", tool " + each)));
        return findings;
    }

    private static List<LintRule> own(JsonNode assistant) {
        List<LintRule> broken = new ArrayList<>();
        Set<String> messages = new HashSet<>();
        assistant.path("serverMessages").forEach(each -> messages.add(each.asText()));
        when(!messages.contains("tool-calls"), LintRule.TOOL_CALLS_NOT_SENT, broken);
        when(!ANSWERED_OR_KEPT.containsAll(messages), LintRule.MESSAGES_TOO_MANY, broken);
        when(assistant.path("name").asText().length() > AssistantShape.LONGEST_NAME, LintRule.NAME_TOO_LONG, broken);
        when(assistant.path("maxDurationSeconds").asInt(MOST_SECONDS) >= MOST_SECONDS, LintRule.CALL_TOO_LONG, broken);
        when(assistant.at("/model/maxTokens").asInt(0) < FEWEST_TOKENS, LintRule.TOO_FEW_TOKENS, broken);
        when(!assistant.at("/model/temperature").isNumber(), LintRule.NO_TEMPERATURE, broken);
        when(UTC.matcher(assistant.at("/model/messages").toString()).find(), LintRule.UTC_TIME, broken);
        when(recordsUnasked(assistant), LintRule.RECORDS_UNASKED, broken);
        when(sumsUpNothing(assistant), LintRule.SUMS_UP_NOTHING, broken);
        when(GONE.stream().anyMatch(assistant::has), LintRule.GONE_FIELD, broken);
        when(!asksTheSilent(assistant), LintRule.NO_SILENCE_HOOK, broken);
        when(malformedKeywords(assistant.path("transcriber")), LintRule.KEYWORD_MALFORMED, broken);
        if (assistant.has("server")) {
            JsonNode server = assistant.path("server");
            when(server.at("/backoffPlan/maxRetries").asInt(0) < 1, LintRule.REPORT_NOT_REPEATED, broken);
            when(!authenticated(server), LintRule.NOT_AUTHENTICATED, broken);
        }
        return broken;
    }

    static void when(boolean wrong, LintRule rule, List<LintRule> broken) {
        if (wrong) {
            broken.add(rule);
        }
    }

    static boolean authenticated(JsonNode server) {
        return !server.path("credentialId").asText().isEmpty()
                && server.path("headers")
                        .propertyStream()
                        .noneMatch(each -> each.getKey().equalsIgnoreCase("Authorization"));
    }

    private static boolean recordsUnasked(JsonNode assistant) {
        return assistant.at("/artifactPlan/recordingEnabled").asBoolean(true)
                && assistant.at("/compliancePlan/recordingConsentPlan/type").isMissingNode();
    }

    private static boolean sumsUpNothing(JsonNode assistant) {
        return assistant.at("/analysisPlan/summaryPlan/enabled").asBoolean(true)
                && !assistant.at("/artifactPlan/transcriptPlan/enabled").asBoolean(true);
    }

    private static boolean asksTheSilent(JsonNode assistant) {
        return assistant
                .path("hooks")
                .valueStream()
                .anyMatch(hook -> hook.path("on").asText().startsWith("customer.speech.timeout"));
    }

    private static boolean malformedKeywords(JsonNode transcriber) {
        return transcriber
                        .path("keywords")
                        .valueStream()
                        .anyMatch(each -> !KEYWORD.matcher(each.asText()).matches())
                || transcriber.has("keywords")
                        && transcriber.path("model").asText().startsWith("nova-3");
    }
}
