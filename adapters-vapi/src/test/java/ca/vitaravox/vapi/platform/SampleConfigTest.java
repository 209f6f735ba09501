package ca.vitaravox.vapi.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.vapi.assistant.AssistantSettings;
import ca.vitaravox.vapi.assistant.Definition;
import ca.vitaravox.vapi.assistant.Provided;
import ca.vitaravox.vapi.assistant.Sites;
import ca.vitaravox.vapi.tool.DeclaredToolbox;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What we send, beside samples of it that are known to be right. Where we differ is listed here, and nowhere else. */
class SampleConfigTest {
    /** As the sample: what is said is written down. */
    private static final Clinic CLINIC = Sites.clinic(Language.ENGLISH).keepingTranscripts(true);

    /** As the sample: the platform is to ask where calls go. */
    private static final Definition DEFINITION = new Definition(
            new AssistantSettings(
                    AssistantSettings.USUAL.transcriber(),
                    AssistantSettings.USUAL.model(),
                    AssistantSettings.USUAL.voices(),
                    false,
                    Set.of()),
            DeclaredToolbox.declared());

    private static ObjectNode sample(String name) throws IOException {
        try (InputStream in = SampleConfigTest.class.getResourceAsStream("/vapi-config/" + name + ".json")) {
            return (ObjectNode) new ObjectMapper().readTree(in);
        }
    }

    private static ClinicSetup setup(WebhookAuth auth, String secret) {
        return new ClinicSetup(
                CLINIC,
                List.of(Sites.line(Language.ENGLISH, Optional.empty())),
                Optional.of(new PhoneNumber("+16045550199")),
                Sites.BEHIND.url(),
                auth,
                secret,
                Optional.of(Provided.of("telnyx/8a4a9d1e-6f1b-4b3e-8c0a-1c6f0f6d2b77")));
    }

    private static Set<String> paths(List<Difference> differences) {
        return differences.stream().map(Difference::path).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void credentials_are_as_the_samples_but_for_their_names() throws IOException {
        assertEquals(
                Set.of("name"),
                paths(Difference.between(
                        sample("credential-bearer"),
                        SetupShapes.credential(setup(WebhookAuth.BEARER, "EXAMPLE-not-a-real-token")))));
        assertEquals(
                Set.of("name"),
                paths(Difference.between(
                        sample("credential-hmac"),
                        SetupShapes.credential(setup(WebhookAuth.HMAC, "EXAMPLE-not-a-real-secret")))));
        assertEquals(
                SetupShapes.credential(setup(WebhookAuth.HMAC, "s")),
                SetupShapes.credential(setup(WebhookAuth.EITHER, "s")),
                "where either will do, the stronger");
    }

    /** The webhook takes the secret in either header; made is the one that everybody knows. */
    @Test
    void of_the_two_headers_for_a_secret_the_usual_one_is_made() throws IOException {
        assertEquals(
                Set.of("name", "authenticationPlan.headerName", "authenticationPlan.bearerPrefixEnabled"),
                paths(Difference.between(
                        sample("credential-x-vapi-secret"),
                        SetupShapes.credential(setup(WebhookAuth.BEARER, "EXAMPLE-not-a-real-token")))));
    }

    /** Nobody here gives out tokens to the platform, so nothing is made like that. */
    @Test
    void a_credential_that_asks_for_tokens_is_made_for_nobody() throws IOException {
        assertEquals(
                "oauth2",
                sample("credential-oauth2").at("/authenticationPlan/type").asText());
        for (WebhookAuth auth : WebhookAuth.values()) {
            assertNotEquals(
                    "oauth2",
                    SetupShapes.credential(setup(auth, "s"))
                            .at("/authenticationPlan/type")
                            .asText());
        }
    }

    @Test
    void every_sample_is_compared() throws IOException {
        String here = Files.readString(Path.of("src/test/java/ca/vitaravox/vapi/platform/SampleConfigTest.java"));
        try (Stream<Path> samples = Files.list(Path.of("src/test/resources/vapi-config"))) {
            List<String> names = samples.map(
                            file -> file.getFileName().toString().replace(".json", ""))
                    .toList();
            assertEquals(7, names.size());
            names.forEach(name -> assertTrue(here.contains("sample(\"" + name + "\")"), name));
        }
    }

    @Test
    void a_number_is_as_the_sample() throws IOException {
        ClinicSetup setup = setup(WebhookAuth.HMAC, "s");
        ObjectNode ours = SetupShapes.newNumber(
                setup, "+16045550101", SetupShapes.number(setup, setup.lines().get(0), Sites.BEHIND));
        assertEquals(List.of(), Difference.between(sample("phone-number-telnyx"), ours));
    }

    @Test
    void a_tool_is_as_the_sample_but_for_its_words_and_times() throws IOException {
        ToolSpec booking = DEFINITION.tools().stream()
                .filter(tool -> tool.name().equals("create_appointment"))
                .findFirst()
                .orElseThrow();
        List<Difference> differences = Difference.between(
                sample("create-tool-create_appointment"),
                DEFINITION.tool(booking, Language.ENGLISH, Optional.of(Sites.BEHIND)));
        assertEquals(
                Set.of(
                        // our catalogue's words
                        "function.description",
                        "function.parameters.properties.slot_id.description",
                        "function.parameters.properties.patient_id.description",
                        "function.parameters.properties.reason.description",
                        // arguments that the sample's tool does not take
                        "function.parameters.properties.another",
                        "function.parameters.properties.language",
                        // fillers that promise nothing: the sample says "I'm booking that for you now"
                        "messages[0].content",
                        "messages[1].content",
                        "messages[2].content",
                        // 10 seconds, not 12
                        "server.timeoutSeconds"),
                paths(differences));
    }

    @Test
    void an_assistant_is_as_the_sample_but_for_what_was_decided_otherwise() throws IOException {
        ObjectNode ours = DEFINITION.assistant(
                CLINIC,
                DEFINITION.parts(CLINIC, Language.ENGLISH).get(0),
                DEFINITION.described(Language.ENGLISH, Optional.of(Sites.BEHIND)),
                Optional.of(Sites.BEHIND));
        ObjectNode sample = sample("create-assistant");
        List<String> missing = Difference.between(sample, ours).stream()
                .filter(each -> each.theirs().isMissingNode())
                .map(Difference::path)
                .filter(path -> !path.startsWith("model.tools"))
                .toList();
        assertEquals(
                List.of(
                        // the usual speed
                        "voice.speed",
                        // no header beside the credential
                        "server.headers",
                        // nobody listens but us
                        "clientMessages[0]",
                        "clientMessages[1]",
                        "clientMessages[2]",
                        // the words of log_call_metadata in its place
                        "analysisPlan.structuredDataPlan.schema.properties.appointment_booked",
                        // what came of a call is known here
                        "analysisPlan.successEvaluationPlan.rubric",
                        // is the organisation's to set
                        "compliancePlan",
                        "metadata.config_version"),
                missing);
        for (String same : List.of(
                "/transcriber/provider",
                "/transcriber/model",
                "/transcriber/language",
                "/transcriber/smartFormat",
                "/transcriber/numerals",
                "/model/provider",
                "/model/model",
                "/model/temperature",
                "/voice/provider",
                "/voice/voiceId",
                "/firstMessageMode",
                "/endCallMessage",
                "/server/url",
                "/server/credentialId",
                "/server/timeoutSeconds",
                "/server/backoffPlan",
                "/serverMessages",
                "/hooks/0",
                "/artifactPlan/recordingEnabled",
                "/artifactPlan/transcriptPlan",
                "/monitorPlan/listenEnabled")) {
            assertEquals(sample.at(same), ours.at(same), same);
        }
        JsonNode tools = ours.at("/model/tools");
        assertEquals("endCall", tools.get(tools.size() - 1).path("type").asText());
        assertEquals("transferCall", tools.get(tools.size() - 2).path("type").asText());
        assertTrue(ours.at("/model/messages/0/content").asText().contains("\"America/Vancouver\"}}"));
    }
}
