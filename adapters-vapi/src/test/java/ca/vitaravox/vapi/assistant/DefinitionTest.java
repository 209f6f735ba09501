package ca.vitaravox.vapi.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.vapi.standin.PlatformSchema;
import ca.vitaravox.vapi.tool.DeclaredToolbox;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefinitionTest {
    private static final String PROMPT = "/model/messages/0/content";

    private final List<ToolSpec> catalogue = DeclaredToolbox.declared();
    private final Definition definition = new Definition(AssistantSettings.USUAL, catalogue);

    private ObjectNode described(Definition by, Clinic clinic, Part part) {
        return by.assistant(
                clinic, part, by.described(part.language(), Optional.of(Sites.BEHIND)), Optional.of(Sites.BEHIND));
    }

    private ObjectNode opening(Clinic clinic) {
        return described(
                definition,
                clinic,
                definition.parts(clinic, clinic.languages().get(0)).get(0));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everybody_hears_first_whose_machine_it_is_where_speech_goes_and_how_to_reach_people(Language language) {
        ObjectNode assistant = opening(Sites.clinic(language));
        Map<Language, List<String>> heard = Map.of(
                Language.ENGLISH, List.of("automated assistant", "outside Canada", "staff", "9 1 1"),
                Language.FRENCH, List.of("assistante automatisée", "l'extérieur du Canada", "personnel", "9 1 1"),
                Language.CHINESE, List.of("自动", "加拿大境外", "人工", "九一一"));
        String first = assistant.path("firstMessage").asText();
        assertEquals(
                "assistant-speaks-first", assistant.path("firstMessageMode").asText());
        assertTrue(first.contains("Harbourview Family Clinic"), first);
        heard.get(language).forEach(words -> assertTrue(first.contains(words), first));
        assertFalse(first.contains("''") || first.contains("{"), first);
    }

    @Test
    void a_clinics_own_greeting_takes_the_place_of_the_welcome_and_of_nothing_else() {
        String first = opening(Sites.clinic("Harbourview", Optional.of("Good day from the harbour!"), Language.ENGLISH))
                .path("firstMessage")
                .asText();
        assertTrue(first.startsWith("Good day from the harbour! This is Harbourview. You are speaking with"), first);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_clinic_is_named_once_whether_its_own_greeting_names_it_or_not(Language language) {
        for (String greeting : List.of("Hello!", "Hello, this is harbourview clinic.")) {
            String first = opening(Sites.clinic("Harbourview Clinic", Optional.of(greeting), language))
                    .path("firstMessage")
                    .asText();
            assertTrue(first.startsWith(greeting), first);
            assertEquals(2, first.toLowerCase(Locale.ROOT).split("harbourview clinic", -1).length, first);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_model_knows_the_time_at_the_clinic_and_nothing_is_left_to_fill_in(Language language) {
        for (Part part : definition.parts(Sites.clinic(Language.values()), language)) {
            String prompt = described(definition, Sites.clinic(Language.values()), part)
                    .at(PROMPT)
                    .asText();
            assertTrue(prompt.contains("{{\"now\" | date: "), prompt);
            assertTrue(prompt.contains("\"America/Vancouver\"}}"), prompt);
            assertFalse(prompt.contains("$") || prompt.contains("''") || prompt.contains("{0}"), prompt);
            assertTrue(prompt.contains("911") || prompt.contains("emergency"), prompt);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void it_hears_thinks_and_speaks_as_was_decided(Language language) {
        ObjectNode assistant = opening(Sites.clinic(language));
        assertEquals("deepgram", assistant.at("/transcriber/provider").asText());
        assertEquals("nova-2", assistant.at("/transcriber/model").asText());
        assertEquals(
                Map.of(Language.ENGLISH, "en", Language.FRENCH, "fr-CA", Language.CHINESE, "zh-CN")
                        .get(language),
                assistant.at("/transcriber/language").asText());
        assertEquals("gpt-4o", assistant.at("/model/model").asText());
        assertEquals("azure", assistant.at("/voice/provider").asText());
        assertEquals(
                Map.of(
                                Language.ENGLISH, "en-CA-ClaraNeural",
                                Language.FRENCH, "fr-CA-SylvieNeural",
                                Language.CHINESE, "zh-CN-XiaoxiaoNeural")
                        .get(language),
                assistant.at("/voice/voiceId").asText());
    }

    @Test
    void ears_mind_and_voice_are_whatever_is_configured() {
        AssistantSettings others = new AssistantSettings(
                Provided.of("deepgram/nova-3-medical"),
                Provided.of("openai/gpt-4.1"),
                Map.of(
                        Language.ENGLISH, Provided.of("azure/emma"),
                        Language.FRENCH, Provided.of("azure/f"),
                        Language.CHINESE, Provided.of("azure/z")),
                true,
                Set.of());
        Clinic clinic = Sites.clinic(Language.ENGLISH);
        Definition by = new Definition(others, catalogue);
        ObjectNode assistant =
                described(by, clinic, by.parts(clinic, Language.ENGLISH).get(0));
        assertEquals("nova-3-medical", assistant.at("/transcriber/model").asText());
        assertFalse(assistant.path("transcriber").has("keywords"), "which that model does not take");
        assertTrue(texts(assistant.at("/transcriber/keyterm")).contains("Wexford"));
        assertEquals("gpt-4.1", assistant.at("/model/model").asText());
        assertEquals("emma", assistant.at("/voice/voiceId").asText());
        assertEquals(List.of(), PlatformSchema.faults("CreateAssistantDTO", assistant));
    }

    @Test
    void it_listens_for_the_names_of_those_who_can_be_booked() {
        List<String> keywords = texts(opening(Sites.clinic(Language.ENGLISH)).at("/transcriber/keywords"));
        assertEquals(List.of("Mara:2", "Wexford:2", "Élodie:2", "Côté:2", "Gagnon:2", "Harbourview:2"), keywords);
        keywords.forEach(each -> assertTrue(each.matches("^\\p{L}[\\p{L}\\d]*(:[+-]?\\d+)?$"), each));
    }

    @Test
    void every_tool_of_the_catalogue_is_there_and_no_other_but_the_platforms_own() {
        List<String> names = new ArrayList<>();
        opening(Sites.clinic(Language.ENGLISH))
                .at("/model/tools")
                .forEach(tool -> names.add(
                        tool.at("/function/name").asText(tool.path("type").asText())));
        List<String> expected =
                new ArrayList<>(catalogue.stream().map(ToolSpec::name).toList());
        expected.add("endCall");
        assertEquals(expected, names);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_tool_says_its_filler_is_never_asynchronous_and_carries_what_the_model_cannot_touch(Language language) {
        for (ToolSpec spec : catalogue) {
            ObjectNode tool = definition.tool(spec, language, Optional.of(Sites.BEHIND));
            assertEquals(List.of(), PlatformSchema.faults("CreateFunctionToolDTO", tool), spec.name());
            assertFalse(tool.path("async").asBoolean(true));
            assertFalse(tool.at("/function/strict").asBoolean(true));
            assertEquals(
                    "[{\"key\":\"caller_number\",\"value\":\"{{ customer.number }}\"},"
                            + "{\"key\":\"called_number\",\"value\":\"{{ phoneNumber.number }}\"},"
                            + "{\"key\":\"call_id\",\"value\":\"{{ call.id }}\"}]",
                    tool.path("parameters").toString());
            assertEquals(
                    List.of("request-start", "request-response-delayed", "request-failed"),
                    Stream.iterate(0, i -> i + 1)
                            .limit(3)
                            .map(i -> tool.at("/messages/" + i + "/type").asText())
                            .toList());
            assertEquals(3, tool.path("messages").size(), "nothing is said for it when it is done");
            assertEquals(
                    spec.fillers().get(language), tool.at("/messages/0/content").asText());
            assertEquals(10, tool.at("/server/timeoutSeconds").asInt());
            assertEquals(
                    spec.writes() ? 0 : 1,
                    tool.at("/server/backoffPlan/maxRetries").asInt(-1),
                    spec.name());
        }
    }

    @Test
    void no_filler_promises_anything() {
        for (ToolSpec spec : catalogue) {
            for (String filler : spec.fillers().values()) {
                assertFalse(Lint.promises(filler), spec.name() + ": " + filler);
            }
        }
        assertTrue(Lint.promises("Great, I'm booking that for you now."));
        assertTrue(Lint.promises("Je vous inscris tout de suite."));
        assertTrue(Lint.promises("我这就帮您预约。"));
    }

    @Test
    void it_sends_what_is_answered_or_kept_records_nothing_and_ends_in_time() {
        ObjectNode assistant = opening(Sites.clinic(Language.ENGLISH));
        assertEquals(
                List.of("tool-calls", "transfer-destination-request", "status-update", "end-of-call-report", "hang"),
                texts(assistant.path("serverMessages")));
        assertFalse(assistant.at("/artifactPlan/recordingEnabled").asBoolean(true));
        assertFalse(assistant.at("/artifactPlan/videoRecordingEnabled").asBoolean(true));
        assertEquals(840, assistant.path("maxDurationSeconds").asInt());
        assertEquals(500, assistant.at("/model/maxTokens").asInt());
        assertEquals(3, assistant.at("/server/backoffPlan/maxRetries").asInt(), "for the report of the call's end");
        assertEquals("customer.speech.timeout", assistant.at("/hooks/0/on").asText());
        assertEquals("endCall", assistant.at("/hooks/1/do/1/tool/type").asText());
    }

    /** The platform makes its summary of the transcript; of an empty one it would make something up. */
    @Test
    void the_platform_writes_down_what_is_said_and_sums_it_up_only_where_the_clinic_keeps_transcripts() {
        ObjectNode off = opening(Sites.clinic(Language.ENGLISH));
        for (String plan : List.of(
                "/artifactPlan/transcriptPlan", "/analysisPlan/summaryPlan", "/analysisPlan/structuredDataPlan")) {
            assertFalse(off.at(plan + "/enabled").asBoolean(true), plan);
        }
        ObjectNode on = opening(Sites.clinic(Language.ENGLISH).keepingTranscripts(true));
        for (String plan : List.of(
                "/artifactPlan/transcriptPlan", "/analysisPlan/summaryPlan", "/analysisPlan/structuredDataPlan")) {
            assertTrue(on.at(plan + "/enabled").asBoolean(), plan);
        }
        assertTrue(texts(on.at("/analysisPlan/structuredDataPlan/schema/properties/outcome/enum"))
                .contains("booked"));
        for (ObjectNode assistant : List.of(off, on)) {
            assertEquals(List.of(), PlatformSchema.faults("CreateAssistantDTO", assistant));
        }
    }

    @Test
    void callers_are_told_first_that_what_they_say_is_kept_in_each_language() {
        for (Language language : Language.values()) {
            Clinic clinic = Sites.clinic(language);
            String kept = Manner.of(language).say("kept");
            assertTrue(kept.contains("90") || kept.contains("九十"), kept);
            assertFalse(opening(clinic).path("firstMessage").asText().contains(kept));
            assertTrue(opening(clinic.keepingTranscripts(true))
                    .path("firstMessage")
                    .asText()
                    .contains(kept));
        }
    }

    @Test
    void where_a_clinic_records_callers_are_asked_first() {
        AssistantSettings recording = new AssistantSettings(
                AssistantSettings.USUAL.transcriber(),
                AssistantSettings.USUAL.model(),
                AssistantSettings.USUAL.voices(),
                true,
                Set.of(Sites.HARBOURVIEW));
        Clinic clinic = Sites.clinic(Language.FRENCH);
        Definition by = new Definition(recording, catalogue);
        ObjectNode assistant =
                described(by, clinic, by.parts(clinic, Language.FRENCH).get(0));
        assertTrue(assistant.at("/artifactPlan/recordingEnabled").asBoolean());
        assertEquals(
                "verbal",
                assistant.at("/compliancePlan/recordingConsentPlan/type").asText());
        assertTrue(assistant
                .at("/compliancePlan/recordingConsentPlan/message")
                .asText()
                .contains("enregistré"));
        assertEquals(List.of(), PlatformSchema.faults("CreateAssistantDTO", assistant));
    }

    @Test
    void the_platform_transfers_calls_only_where_we_do_not() {
        assertFalse(opening(Sites.clinic(Language.ENGLISH))
                .at("/model/tools")
                .toString()
                .contains("transferCall"));
        AssistantSettings without = new AssistantSettings(
                AssistantSettings.USUAL.transcriber(),
                AssistantSettings.USUAL.model(),
                AssistantSettings.USUAL.voices(),
                false,
                Set.of());
        Clinic clinic = Sites.clinic(Language.ENGLISH);
        Definition by = new Definition(without, catalogue);
        ObjectNode assistant =
                described(by, clinic, by.parts(clinic, Language.ENGLISH).get(0));
        JsonNode tools = assistant.at("/model/tools");
        JsonNode transfer = tools.get(tools.size() - 2);
        assertEquals("transferCall", transfer.path("type").asText());
        assertEquals("[]", transfer.path("destinations").toString());
        assertFalse(assistant.at("/monitorPlan/controlEnabled").asBoolean(true));
        assertEquals(List.of(), PlatformSchema.faults("CreateAssistantDTO", assistant));
    }

    @Test
    void assistants_of_a_squad_hand_over_in_silence_to_every_other_language() {
        Clinic clinic = Sites.clinic(Language.ENGLISH, Language.FRENCH, Language.CHINESE);
        ObjectNode squad = definition.squad(
                clinic,
                Language.ENGLISH,
                (part, member) -> member.set("assistant", described(definition, clinic, part)));
        Set<String> names = new HashSet<>();
        for (JsonNode member : squad.path("members")) {
            JsonNode assistant = member.path("assistant");
            assertTrue(names.add(assistant.path("name").asText()), "the platform refuses two of one name");
            assertTrue(assistant.path("name").asText().length() <= 40);
        }
        assertEquals(4, names.size());
        for (int i = 0; i < 4; i++) {
            JsonNode member = squad.path("members").get(i);
            JsonNode handoffs = member.at("/assistantOverrides/tools:append");
            assertEquals(2, handoffs.size());
            for (JsonNode handoff : handoffs) {
                assertEquals("[]", handoff.path("messages").toString());
                assertTrue(names.contains(
                        handoff.at("/destinations/0/assistantName").asText()));
                assertEquals(
                        "all",
                        handoff.at("/destinations/0/contextEngineeringPlan/type")
                                .asText());
            }
            boolean opens = i == 0;
            assertEquals(opens, !member.at("/assistant/firstMessage").asText().isEmpty());
            assertEquals(
                    opens ? "assistant-speaks-first" : "assistant-speaks-first-with-model-generated-message",
                    member.at("/assistant/firstMessageMode").asText());
        }
        String first = squad.at("/members/0/assistant/firstMessage").asText();
        assertTrue(first.contains("Pour le français, dites « français »."), first);
        assertTrue(first.contains("For Mandarin"), first);
        assertTrue(squad.at("/members/0/assistantOverrides/tools:append/0/destinations/0/assistantName")
                .asText()
                .endsWith(" fr going on"));
    }

    @Test
    void a_clinics_words_cannot_command_the_platforms_templates() {
        ObjectNode assistant = opening(Sites.clinic(
                "{{ customer.number }} {% raw %} Clinic with a very long name indeed",
                Optional.of("{{ call.id }} {0} hello"), Language.ENGLISH));
        assertFalse(assistant.path("firstMessage").asText().matches(".*[{}%].*"));
        assertTrue(assistant.path("name").asText().length() <= 40);
        assertFalse(assistant.at(PROMPT).asText().contains("customer.number }}"));
    }

    @Test
    void the_model_is_shown_what_is_checked() {
        for (ToolSpec spec : catalogue) {
            ObjectNode tool = definition.tool(spec, Language.ENGLISH, Optional.empty());
            assertEquals(spec.description(), tool.at("/function/description").asText());
            List<String> shown = new ArrayList<>();
            tool.at("/function/parameters/properties").fieldNames().forEachRemaining(shown::add);
            List<String> checked = new ArrayList<>();
            spec.parameters().path("properties").fieldNames().forEachRemaining(checked::add);
            assertEquals(checked, shown, spec.name());
            assertEquals(spec.parameters().path("required"), tool.at("/function/parameters/required"), spec.name());
        }
    }
}
