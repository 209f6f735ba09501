package ca.vitaravox.vapi.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.vapi.webhook.Places;
import ca.vitaravox.vapi.webhook.TestTools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssistantsTest {
    private final Assistants assistants = new Assistants(new Places(), new TestTools());

    private static Line line(Language language, Optional<String> assistant) {
        return new Line(
                new ClinicId("harbourview"),
                new PhoneNumber(Places.HARBOURVIEW_NUMBER),
                Optional.of(Places.HARBOURVIEW_LINE),
                assistant,
                language);
    }

    private JsonNode described(Language language) {
        return assistants.forLine(Optional.of(line(language, Optional.empty()))).path("assistant");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_described_assistant_has_nothing_the_platform_does_not_know(Language language) {
        assertEquals(Set.of(), StrictSchema.faults(assistants.forLine(Optional.of(line(language, Optional.empty())))));
    }

    @Test
    void the_strict_schema_sees_a_property_too_many_and_one_of_a_wrong_type() {
        ObjectNode answer = assistants.forLine(Optional.of(line(Language.ENGLISH, Optional.empty())));
        ((ObjectNode) answer.path("assistant")).put("endCallFunctionEnabled", true);
        assertFalse(StrictSchema.faults(answer).isEmpty());
        ((ObjectNode) answer.path("assistant")).remove("endCallFunctionEnabled");
        ((ObjectNode) answer.at("/assistant/model/tools/0/function/parameters/properties/reason")).put("maxLength", 5);
        assertFalse(StrictSchema.faults(answer).isEmpty());
    }

    @Test
    void the_other_answers_fit_the_schema_too() {
        assertEquals(
                Set.of(),
                StrictSchema.faults(assistants.forLine(Optional.of(line(Language.FRENCH, Optional.of("b1a7"))))));
        assertEquals(Set.of(), StrictSchema.faults(assistants.forLine(Optional.empty())));
        assertEquals(Set.of(), StrictSchema.faults(assistants.unavailable()));
    }

    @Test
    void everybody_hears_the_clinics_name_that_it_is_a_machine_and_where_speech_goes() {
        JsonNode assistant = described(Language.ENGLISH);
        for (String heard : List.of("Harbourview Family Clinic", "automated assistant", "outside Canada", "9 1 1")) {
            assertTrue(assistant.path("firstMessage").asText().contains(heard), heard);
        }
        String prompt = assistant.at("/model/messages/0/content").asText();
        for (String told : List.of("Harbourview Family Clinic", "automated", "outside Canada", "+16045550101")) {
            assertTrue(prompt.contains(told), told);
        }
        assertTrue(described(Language.FRENCH).path("firstMessage").asText().contains("l'extérieur du Canada"));
        assertTrue(described(Language.CHINESE).path("firstMessage").asText().contains("加拿大境外"));
    }

    @Test
    void the_model_knows_the_time_at_the_clinic() {
        String prompt =
                described(Language.ENGLISH).at("/model/messages/0/content").asText();
        assertTrue(prompt.contains("{{\"now\" | date: \"%A, %B %d, %Y, %I:%M %p\", \"America/Vancouver\"}}"));
        assertFalse(prompt.contains("$"), "nothing is left to fill in");
        assertTrue(prompt.contains("English (en), Mandarin Chinese (zh)"));
    }

    @Test
    void each_tool_comes_with_the_static_parameters_and_none_is_asynchronous() {
        JsonNode tools = described(Language.ENGLISH).at("/model/tools");
        assertEquals(6, tools.size(), "five, and the end of the call");
        for (JsonNode tool : tools) {
            if (tool.path("type").asText().equals("function")) {
                assertEquals(
                        "[{\"key\":\"call_id\",\"value\":\"{{ call.id }}\"},"
                                + "{\"key\":\"called_number\",\"value\":\"{{ phoneNumber.number }}\"},"
                                + "{\"key\":\"caller_number\",\"value\":\"{{ customer.number }}\"}]",
                        tool.path("parameters").toString());
                assertFalse(tool.path("async").asBoolean(true));
            }
        }
        assertEquals(
                "{\"type\":\"string\",\"description\":\"Why.\"}",
                tools.at("/0/function/parameters/properties/reason").toString());
        assertEquals("[\"reason\"]", tools.at("/0/function/parameters/required").toString());
    }

    @Test
    void it_sends_what_is_answered_or_kept_and_records_nothing() {
        JsonNode assistant = described(Language.ENGLISH);
        assertEquals(
                "[\"tool-calls\",\"transfer-destination-request\",\"status-update\",\"end-of-call-report\",\"hang\"]",
                assistant.path("serverMessages").toString());
        assertFalse(assistant.at("/artifactPlan/recordingEnabled").asBoolean(true));
        assertFalse(assistant.has("server"), "its messages go to the server of the number");
    }

    @Test
    void it_hears_and_speaks_the_language_of_the_line() {
        assertEquals(
                "en-CA-ClaraNeural",
                described(Language.ENGLISH).at("/voice/voiceId").asText());
        assertEquals(
                "fr-CA-SylvieNeural",
                described(Language.FRENCH).at("/voice/voiceId").asText());
        assertEquals(
                "fr-CA", described(Language.FRENCH).at("/transcriber/language").asText());
        assertEquals(
                "zh-CN", described(Language.CHINESE).at("/transcriber/language").asText());
    }

    @Test
    void a_clinics_words_cannot_command_the_platforms_templates() {
        Clinic odd = Places.clinic(
                new ClinicId("odd"),
                "{{ customer.number }} {% raw %} Clinic with a very long name indeed",
                Places.HARBOURVIEW_NUMBER,
                "America/Vancouver",
                Language.ENGLISH);
        ObjectNode assistant = TransientAssistant.of(odd, line(Language.ENGLISH, Optional.empty()), List.of());
        assertFalse(assistant.path("firstMessage").asText().matches(".*[{}%].*"));
        assertTrue(assistant.path("name").asText().length() <= 40);
        assertFalse(assistant.at("/model/messages/0/content").asText().contains("customer.number }}"));
    }
}
