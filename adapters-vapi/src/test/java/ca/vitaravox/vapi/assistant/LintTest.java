package ca.vitaravox.vapi.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.vapi.tool.DeclaredToolbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LintTest {
    private static final Duration DEADLINE = Duration.ofMillis(3_800);
    private static final Definition DEFINITION = new Definition(AssistantSettings.USUAL, DeclaredToolbox.declared());

    private final Lint lint = new Lint(DEFINITION, DEADLINE);

    private static ObjectNode whole(Part part) {
        Clinic clinic = Sites.clinic(Language.values());
        return DEFINITION.assistant(
                clinic,
                part,
                DEFINITION.described(part.language(), Optional.of(Sites.BEHIND)),
                Optional.of(Sites.BEHIND));
    }

    private static ObjectNode whole() {
        return whole(Part.opening(Sites.clinic(Language.values()), Language.ENGLISH));
    }

    private static ObjectNode at(ObjectNode assistant, String place) {
        return (ObjectNode) assistant.at(place);
    }

    private static ObjectNode tool(ObjectNode assistant, String name) {
        for (JsonNode tool : assistant.at("/model/tools")) {
            if (tool.at("/function/name").asText().equals(name)) {
                return (ObjectNode) tool;
            }
        }
        throw new AssertionError(name);
    }

    /** How an assistant comes to break a rule. */
    private static Consumer<ObjectNode> breaking(LintRule rule) {
        return assistant -> {
            ObjectNode model = at(assistant, "/model");
            ObjectNode booking = tool(assistant, "create_appointment");
            ArrayNode messages = (ArrayNode) booking.path("messages");
            switch (rule) {
                case TOOL_CALLS_NOT_SENT -> assistant.putArray("serverMessages").add("hang");
                case MESSAGES_TOO_MANY -> assistant.withArray("serverMessages").add("phone-call-control");
                case NAME_TOO_LONG -> assistant.put("name", "n".repeat(41));
                case CALL_TOO_LONG -> assistant.put("maxDurationSeconds", 900);
                case TOO_FEW_TOKENS -> model.put("maxTokens", 299);
                case NO_TEMPERATURE -> model.remove("temperature");
                case UTC_TIME -> at(assistant, "/model/messages/0").put("content", "It is {{ now }}.");
                case RECORDS_UNASKED -> at(assistant, "/artifactPlan").put("recordingEnabled", true);
                case SUMS_UP_NOTHING ->
                    at(assistant, "/analysisPlan/summaryPlan").put("enabled", true);
                case GONE_FIELD -> assistant.put("endCallFunctionEnabled", true);
                case NO_SILENCE_HOOK -> assistant.remove("hooks");
                case REPORT_NOT_REPEATED -> at(assistant, "/server").remove("backoffPlan");
                case KEYWORD_MALFORMED ->
                    at(assistant, "/transcriber").putArray("keywords").add("Mara Wexford:2");
                case TOOL_TWICE -> model.withArray("tools").add(booking.deepCopy());
                case TOOL_MISSING -> model.withArray("tools").remove(0);
                case DESCRIPTION_TOO_LONG -> at(booking, "/function").put("description", "d".repeat(1_000));
                case ASYNC -> booking.put("async", true);
                case STRICT_DROPPED -> at(booking, "/function").put("strict", true);
                case STATIC_PARAMETERS_MISSING ->
                    booking.withArray("parameters").remove(0);
                case TIMEOUT_TOO_SHORT -> at(booking, "/server").put("timeoutSeconds", 3);
                case WRITE_REPEATED -> at(booking, "/server/backoffPlan").put("maxRetries", 1);
                case NO_FILLER -> messages.remove(0);
                case FILLER_PROMISES -> ((ObjectNode) messages.get(0)).put("content", "I'm booking that for you now.");
                case SAYS_COMPLETE ->
                    messages.addObject().put("type", "request-complete").put("content", "Done.");
                case MESSAGE_TYPE_UNKNOWN -> messages.addObject().put("type", "request-strat");
                case NOT_AUTHENTICATED -> at(booking, "/server").remove("credentialId");
            }
        };
    }

    private Set<LintRule> broken(ObjectNode assistant) {
        return lint.findings(assistant).stream().map(LintFinding::rule).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void our_own_assistants_break_no_rule(Language language) {
        Clinic clinic = Sites.clinic(Language.values());
        for (Part part : DEFINITION.parts(clinic, language)) {
            assertEquals(List.of(), lint.findings(whole(part)));
        }
    }

    @ParameterizedTest
    @EnumSource(LintRule.class)
    void each_rule_has_an_assistant_that_breaks_it_and_no_other(LintRule rule) {
        ObjectNode assistant = whole();
        breaking(rule).accept(assistant);
        assertEquals(Set.of(rule), broken(assistant));
        LintFinding finding = lint.findings(assistant).get(0);
        assertTrue(finding.sentence().contains(rule.sentence()), finding.sentence());
    }

    @Test
    void the_bounds_are_where_they_are_said_to_be() {
        ObjectNode assistant = whole();
        assistant.put("name", "n".repeat(40)).put("maxDurationSeconds", 899);
        at(assistant, "/model").put("maxTokens", 300);
        at(tool(assistant, "create_appointment"), "/function").put("description", "d".repeat(999));
        at(tool(assistant, "create_appointment"), "/server").put("timeoutSeconds", 4);
        assertEquals(Set.of(), broken(assistant));
    }

    @Test
    void strict_is_kept_for_a_schema_that_requires_all_it_has_and_allows_nothing_else() {
        ObjectNode assistant = whole();
        ObjectNode function = at(tool(assistant, "create_appointment"), "/function");
        function.put("strict", true);
        ObjectNode parameters =
                function.putObject("parameters").put("type", "object").put("additionalProperties", false);
        parameters.putObject("properties").putObject("slot_id").put("type", "string");
        parameters.putArray("required").add("slot_id");
        assertEquals(Set.of(), broken(assistant));
    }

    @Test
    void a_header_takes_the_place_of_the_credential_and_that_is_seen() {
        ObjectNode assistant = whole();
        at(assistant, "/server").putObject("headers").put("authorization", "Bearer in-the-open");
        assertEquals(Set.of(LintRule.NOT_AUTHENTICATED), broken(assistant));
    }

    @Test
    void our_deadline_being_longer_than_the_platform_waits_is_seen() {
        Lint slow = new Lint(DEFINITION, Duration.ofSeconds(10));
        assertEquals(
                DEFINITION.tools().size(),
                slow.findings(whole()).stream()
                        .filter(each -> each.rule() == LintRule.TIMEOUT_TOO_SHORT)
                        .count());
        assertEquals(List.of(), new Lint(DEFINITION, Duration.ofMillis(9_999)).findings(whole()));
    }
}
