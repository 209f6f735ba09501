package ca.vitaravox.vapi.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.vapi.assistant.AssistantSettings;
import ca.vitaravox.vapi.assistant.Definition;
import ca.vitaravox.vapi.assistant.Provided;
import ca.vitaravox.vapi.assistant.Sites;
import ca.vitaravox.vapi.platform.Change.Act;
import ca.vitaravox.vapi.standin.StandInVapi;
import ca.vitaravox.vapi.tool.DeclaredToolbox;
import ca.vitaravox.vapi.webhook.AuthMode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SetupsTest {
    private static final String KEY = "EXAMPLE-not-a-real-key";
    private static final String SECRET = "EXAMPLE-not-a-real-webhook-secret";
    private static final Instant NOW = Instant.parse("2026-09-14T17:00:00Z");
    private static final PhoneNumber STAFF = new PhoneNumber("+16045550199");
    private static final int TOOLS = DeclaredToolbox.declared().size();

    private final StandInVapi vapi = StandInVapi.start(KEY, () -> NOW);
    private final TestParts parts = new TestParts();
    private final List<Line> learnt = new ArrayList<>();
    private final Setups setups = setups(AssistantSettings.USUAL);

    private Setups setups(AssistantSettings assistants) {
        return new Setups(
                new VapiRest(vapi.baseUrl(), KEY, length -> {}),
                parts,
                new Learning(),
                new Definition(assistants, DeclaredToolbox.declared()),
                () -> NOW);
    }

    private final class Learning implements ClinicSettings {
        @Override
        public void save(Clinic clinic) {
            throw new AssertionError("settings are not for us to change");
        }

        @Override
        public void assign(ClinicId clinic, List<Line> lines) {
            throw new AssertionError("lines are not for us to change");
        }

        @Override
        public void know(Line line) {
            learnt.add(line);
        }
    }

    private static ClinicSetup setup(Clinic clinic, String secret) {
        return new ClinicSetup(
                clinic,
                List.of(Sites.line(clinic.languages().get(0), Optional.empty())),
                Optional.of(STAFF),
                URI.create("https://voice.clinic.example/vapi"),
                AuthMode.HMAC,
                secret,
                Optional.of(Provided.of("telnyx/carrier-1")));
    }

    private static ClinicSetup setup(Language... languages) {
        return setup(Sites.clinic(languages), SECRET);
    }

    private ObjectNode only(String kind) {
        assertEquals(1, vapi.all(kind).size());
        return vapi.all(kind).get(0);
    }

    private void edit(String kind, ObjectNode thing, java.util.function.Consumer<ObjectNode> hand) {
        vapi.edit(kind, thing.path("id").asText(), hand);
    }

    @AfterEach
    void stop() {
        vapi.close();
    }

    @Test
    void looking_says_what_is_to_be_made_and_makes_nothing() {
        Report report = setups.look(setup(Language.ENGLISH));
        assertEquals(1 + TOOLS + 1 + 1, report.changes().size(), "a credential, tools, an assistant, a number");
        assertTrue(report.changes().stream().allMatch(change -> change.act() == Act.CREATE));
        assertTrue(vapi.requests().stream().allMatch(request -> request.startsWith("GET")));
        assertEquals(List.of(), parts.of(Sites.HARBOURVIEW));
    }

    @Test
    void a_push_makes_everything_and_a_second_one_changes_nothing() {
        Report first = setups.push(setup(Language.values()));
        assertEquals(1 + 3 * TOOLS + 4 + 1 + 1, first.open().size(), "three languages, four assistants, a squad");
        int asked = vapi.requests().size();
        Report second = setups.push(setup(Language.values()));
        assertTrue(second.inStep(), second.lines().toString());
        assertTrue(vapi.requests().stream().skip(asked).allMatch(request -> request.startsWith("GET")));
        assertTrue(setups.look(setup(Language.values())).inStep());
        assertEquals(List.of(), first.dropped().stream()
                .filter(sentence -> !sentence.endsWith("function.strict."))
                .toList());
    }

    @Test
    void what_the_platform_drops_without_a_word_is_told_once_and_is_no_drift() {
        Report report = setups.push(setup(Language.ENGLISH));
        assertEquals(TOOLS, report.dropped().size());
        assertTrue(report.dropped().contains("tool/en/create_appointment: Vapi did not keep function.strict."));
        assertTrue(setups.look(setup(Language.ENGLISH)).inStep());
    }

    @Test
    void what_is_made_names_what_was_made_before() {
        setups.push(setup(Language.values()));
        String credential = only("credential").path("id").asText();
        for (ObjectNode tool : vapi.all("tool")) {
            assertEquals(credential, tool.at("/server/credentialId").asText());
            assertEquals("https://voice.clinic.example/vapi", tool.at("/server/url").asText());
        }
        for (ObjectNode assistant : vapi.all("assistant")) {
            assertEquals(TOOLS, assistant.at("/model/toolIds").size());
            assertEquals("endCall", assistant.at("/model/tools/0/type").asText());
        }
        assertEquals(4, only("squad").path("members").size());
        ObjectNode number = only("phone-number");
        assertEquals("+16045550101", number.path("number").asText());
        assertEquals(STAFF.e164(), number.at("/fallbackDestination/number").asText());
        assertFalse(number.has("assistantId"), "so that the platform asks us");
        assertEquals(7, number.at("/server/timeoutSeconds").asInt());
    }

    @Test
    void the_ids_of_number_and_assistant_are_learnt_with_the_line() {
        setups.push(setup(Language.ENGLISH));
        assertEquals(1, learnt.size());
        assertEquals(
                Optional.of(only("assistant").path("id").asText()), learnt.get(0).assistantId());
        assertEquals(
                Optional.of(only("phone-number").path("id").asText()), learnt.get(0).phoneNumberId());
        setups.push(setup(Language.values()));
        assertEquals(Optional.empty(), learnt.get(1).assistantId(), "calls of several languages go to a squad");
    }

    @Test
    void an_assistant_edited_by_hand_is_reported_and_restored() {
        setups.push(setup(Language.ENGLISH));
        ObjectNode before = only("assistant");
        edit("assistant", before, assistant -> {
            ((ObjectNode) assistant.path("model")).put("temperature", 0.9);
            ((ObjectNode) assistant.path("voice")).put("speed", 1.5);
            assistant.put("modelOutputInMessagesEnabled", true);
            assistant.withArray("serverMessages").remove(0);
        });
        List<String> lines = setups.look(setup(Language.ENGLISH)).lines();
        assertTrue(lines.contains("~ assistant/en/opening: model.temperature is 0.9, to be 0.2"), lines.toString());
        assertTrue(lines.contains("~ assistant/en/opening: voice.speed is 1.5, to be not there"), lines.toString());
        assertTrue(
                lines.contains("~ assistant/en/opening: modelOutputInMessagesEnabled is true, to be not there"),
                lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.contains("serverMessages[0]")), lines.toString());
        setups.push(setup(Language.ENGLISH));
        assertEquals(before, only("assistant"));
        assertTrue(setups.look(setup(Language.ENGLISH)).inStep());
    }

    @Test
    void a_tool_a_squad_a_number_and_a_credential_edited_by_hand_are_restored_too() {
        setups.push(setup(Language.ENGLISH, Language.FRENCH));
        ObjectNode tool = vapi.all("tool").get(3);
        ObjectNode squad = only("squad");
        ObjectNode number = only("phone-number");
        edit("tool", tool, each -> ((ObjectNode) each.path("server")).put("url", "https://elsewhere.example"));
        edit("squad", squad, each -> each.withArray("members").remove(1));
        edit("phone-number", number, each -> each.put("assistantId", "by-hand").remove("fallbackDestination"));
        edit("credential", only("credential"), each -> each.put("name", "renamed"));
        Report report = setups.push(setup(Language.ENGLISH, Language.FRENCH));
        assertEquals(4, report.open().size(), report.lines().toString());
        assertEquals(tool, vapi.all("tool").get(3));
        assertEquals(squad, only("squad"));
        assertEquals(number, only("phone-number"));
        assertEquals("harbourview webhook", only("credential").path("name").asText());
    }

    @Test
    void what_the_platform_adds_by_itself_is_no_drift() {
        setups.push(setup(Language.ENGLISH));
        edit("assistant", only("assistant"), assistant -> assistant.put("isServerUrlSecretSet", false));
        edit("phone-number", only("phone-number"), number -> number.put("twilioAuthToken", "of-the-carrier"));
        assertTrue(setups.look(setup(Language.ENGLISH)).inStep());
        assertFalse(parts.of(Sites.HARBOURVIEW).toString().contains("of-the-carrier"));
    }

    @Test
    void a_clinic_that_changes_is_out_of_step_until_the_next_push() {
        setups.push(setup(Language.ENGLISH));
        ClinicSetup renamed =
                setup(Sites.clinic("Harbourview by the Sea", Optional.empty(), Language.ENGLISH), SECRET);
        List<String> lines = setups.look(renamed).lines();
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("~ assistant/en/opening: firstMessage")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("~ number/+16045550101: name")));
        setups.push(renamed);
        assertTrue(setups.look(renamed).inStep());
        assertTrue(only("assistant").path("firstMessage").asText().contains("by the Sea"));
    }

    @Test
    void a_language_that_goes_takes_its_tools_assistants_and_squad_along_and_leaves_the_number() {
        setups.push(setup(Language.ENGLISH, Language.FRENCH));
        Report report = setups.push(setup(Language.ENGLISH));
        assertEquals(
                TOOLS + 1 + 2,
                report.changes().stream().filter(each -> each.act() == Act.DELETE).count(),
                "the squad, and both assistants that go on");
        assertEquals(TOOLS, vapi.all("tool").size());
        assertEquals(1, vapi.all("assistant").size());
        assertEquals(0, vapi.all("squad").size());
        assertEquals(1, vapi.all("phone-number").size());
        assertTrue(setups.look(setup(Language.ENGLISH)).inStep());
    }

    @Test
    void what_was_taken_away_by_hand_is_made_again_and_what_names_it_follows() {
        setups.push(setup(Language.ENGLISH));
        ObjectNode gone = vapi.all("tool").get(0);
        vapi.remove("tool", gone.path("id").asText());
        List<String> lines = setups.look(setup(Language.ENGLISH)).lines();
        assertTrue(lines.contains("+ tool/en/search_patient_by_phone"), lines.toString());
        setups.push(setup(Language.ENGLISH));
        assertEquals(TOOLS, vapi.all("tool").size());
        assertNotEquals(
                gone.path("id").asText(),
                only("assistant").at("/model/toolIds/0").asText());
        assertTrue(setups.look(setup(Language.ENGLISH)).inStep());
    }

    @Test
    void a_push_that_breaks_off_is_gone_on_with_and_makes_nothing_twice() {
        vapi.troubles().spare(5);
        vapi.troubles().refuse(1, 503);
        assertThrows(PlatformTroubleException.class, () -> setups.push(setup(Language.ENGLISH)));
        assertEquals(5, parts.of(Sites.HARBOURVIEW).size());
        setups.push(setup(Language.ENGLISH));
        assertEquals(1, vapi.all("credential").size());
        assertEquals(TOOLS, vapi.all("tool").size());
        assertTrue(setups.look(setup(Language.ENGLISH)).inStep());
    }

    @Test
    void a_number_that_was_imported_by_hand_is_taken_over() {
        ObjectNode number = JsonNodeFactory.instance.objectNode();
        number.put("provider", "telnyx").put("number", "+16045550101").put("credentialId", "carrier-9");
        String id = vapi.importNumber(number.put("assistantId", "somebody"));
        Report report = setups.push(setup(Language.ENGLISH));
        assertEquals(Act.UPDATE, report.changes().get(report.changes().size() - 1).act());
        assertEquals(id, only("phone-number").path("id").asText());
        assertFalse(only("phone-number").has("assistantId"));
        assertEquals("carrier-9", only("phone-number").path("credentialId").asText());
    }

    @Test
    void a_number_the_platform_cannot_get_is_asked_for_and_everything_else_is_done() {
        ClinicSetup usual = setup(Language.ENGLISH);
        ClinicSetup without = new ClinicSetup(
                usual.clinic(),
                usual.lines(),
                usual.fallback(),
                usual.webhook(),
                usual.auth(),
                usual.secret(),
                Optional.empty());
        Report report = setups.push(without);
        assertEquals(1, vapi.all("assistant").size());
        assertEquals(0, vapi.all("phone-number").size());
        assertTrue(report.lines().get(report.lines().size() - 1).startsWith("! number/+16045550101: Vapi does not have"));
        assertEquals(1, setups.look(without).open().size());
    }

    @Test
    void a_new_secret_reaches_the_credential_and_no_report_shows_it() {
        setups.push(setup(Sites.clinic(Language.ENGLISH), SECRET));
        ClinicSetup rotated = setup(Sites.clinic(Language.ENGLISH), "EXAMPLE-another-webhook-secret");
        Report report = setups.push(rotated);
        assertEquals(
                List.of("credential"), report.open().stream().map(Change::name).toList());
        assertTrue(setups.look(rotated).inStep());
        for (String shown : List.of(
                report.toString(),
                report.lines().toString(),
                parts.of(Sites.HARBOURVIEW).toString(),
                setups.print(rotated).toString(),
                rotated.toString())) {
            assertFalse(shown.contains("EXAMPLE"), shown);
        }
    }

    @Test
    void a_report_has_the_version_of_what_it_says() {
        long before = setups.look(setup(Language.ENGLISH)).version();
        assertEquals(before, setups.look(setup(Language.ENGLISH)).version());
        setups.push(setup(Language.ENGLISH));
        long inStep = setups.look(setup(Language.ENGLISH)).version();
        assertNotEquals(before, inStep);
        edit("assistant", only("assistant"), each -> ((ObjectNode) each.path("model")).put("temperature", 0.9));
        long warm = setups.look(setup(Language.ENGLISH)).version();
        edit("assistant", only("assistant"), each -> ((ObjectNode) each.path("model")).put("temperature", 0.8));
        assertEquals(3, Set.of(inStep, warm, setups.look(setup(Language.ENGLISH)).version()).size());
        assertTrue(warm >= 0 && warm < 1_000_000_000_000_000_000L, "an ETag of at most 18 digits");
    }

    @Test
    void everything_is_printed_as_it_would_be_sent() {
        var printed = setups.print(setup(Language.ENGLISH));
        assertEquals(1 + TOOLS + 1 + 1, printed.size());
        assertEquals(
                "(credential)",
                printed.get("tool/en/create_appointment").at("/server/credentialId").asText());
        JsonNode ids = printed.get("assistant/en/opening").at("/model/toolIds");
        assertEquals("(tool/en/search_patient_by_phone)", ids.get(0).asText());
    }
}
