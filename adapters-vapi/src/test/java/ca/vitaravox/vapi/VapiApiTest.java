package ca.vitaravox.vapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.ProviderList;
import ca.vitaravox.ports.call.CallDiary;
import ca.vitaravox.ports.call.CallStart;
import ca.vitaravox.ports.call.CallTransfer;
import ca.vitaravox.ports.call.Patience;
import ca.vitaravox.ports.call.SeenSignatures;
import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.clinic.EmrWatch;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.PhoneNumbers;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.ports.patient.PatientLookup;
import ca.vitaravox.ports.patient.Registration;
import ca.vitaravox.ports.waitlist.Waitlist;
import ca.vitaravox.vapi.assistant.AssistantSettings;
import ca.vitaravox.vapi.assistant.Assistants;
import ca.vitaravox.vapi.assistant.Definition;
import ca.vitaravox.vapi.assistant.StrictSchema;
import ca.vitaravox.vapi.platform.TestParts;
import ca.vitaravox.vapi.tool.Next;
import ca.vitaravox.vapi.tool.ToolSpec;
import ca.vitaravox.vapi.webhook.CallControl;
import ca.vitaravox.vapi.webhook.CallRates;
import ca.vitaravox.vapi.webhook.Places;
import ca.vitaravox.vapi.webhook.TestWebhooks;
import ca.vitaravox.vapi.webhook.ToolWatch;
import ca.vitaravox.vapi.webhook.WebhookPorts;
import ca.vitaravox.vapi.webhook.WebhookSettings;
import ca.vitaravox.vapi.webhook.WebhookTrust;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole interface with the real tools, over use cases and ledgers of which every one is broken. */
class VapiApiTest {
    private static final String SECRET = "EXAMPLE-not-a-real-secret";
    private static final Instant NOW = Instant.parse("2026-09-14T17:02:15Z");

    private final Places places = new Places();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final PhoneNumbers numbers = written -> Optional.empty();
    private final UseCases useCases = new UseCases(
            broken(ClinicInfo.class),
            broken(ProviderList.class),
            broken(PatientLookup.class),
            broken(Registration.class),
            broken(OpeningSearch.class),
            broken(AppointmentList.class),
            broken(Booking.class),
            broken(Moving.class),
            broken(Cancellation.class),
            broken(CallDiary.class),
            broken(CallTransfer.class),
            broken(Waitlist.class),
            broken(Patience.class));
    private Javalin server;

    private static <T> T broken(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, given) -> {
            throw new IllegalStateException(method.getName() + " is broken");
        }));
    }

    @BeforeEach
    void start() {
        WebhookPorts ports = new WebhookPorts(
                places,
                new Assistants(
                        places,
                        new TestParts(),
                        new Definition(
                                AssistantSettings.USUAL,
                                VoiceTools.of(useCases, numbers, () -> NOW).specs())),
                broken(ToolReplies.class),
                broken(HoldLedger.class),
                EmrWatch.BLIND,
                useCases.diary(),
                broken(CallStart.class),
                broken(TransferLedger.class),
                CallControl.OFF,
                numbers,
                executor,
                () -> NOW,
                length -> {
                    throw new IllegalStateException("nobody has time to wait");
                },
                new WebhookTrust(
                        new TestWebhooks(), broken(Envelope.class), broken(SeenSignatures.class), CallRates.UNLIMITED),
                ToolWatch.NOBODY);
        WebhookSettings settings = WebhookSettings.of(WebhookAuth.BEARER, SECRET, Optional.empty());
        VapiApi api = VapiApi.of(settings, useCases, ports);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    api.addTo(config);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
        executor.shutdownNow();
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("X-Vapi-Secret", SECRET)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void an_emergency_is_answered_even_so() throws Exception {
        places.breakDown();
        JsonNode answer = post("/api/vapi/transfer-call", "{'arguments':{'reason':'emergency'}}");
        assertTrue(answer.path("success").asBoolean(), answer.toString());
        assertTrue(answer.path("say").asText().contains("911"), answer.toString());
        JsonNode results = post(
                "/vapi",
                "{'message':{'type':'tool-calls','toolCallList':[{'id':'e','function':{'name':'transfer_call',"
                        + "'arguments':{'reason':'emergency','language':'fr'}}}]}}");
        assertTrue(results.at("/results/0/result").asText().contains("911"), results.toString());
    }

    @Test
    void every_tool_is_on_its_path_and_what_is_broken_is_said_to_be() throws Exception {
        for (ToolSpec spec : VoiceTools.of(useCases, numbers, () -> NOW).specs()) {
            JsonNode answer = post(
                    "/api/vapi/" + spec.slug(),
                    "{'call':{'id':'c'},'arguments':{'called_number':'','slot_id':'abcd'}}");
            assertEquals("UNKNOWN_CLINIC", answer.path("code").asText(), spec.name());
            assertFalse(answer.path("success").asBoolean(true), spec.name());
        }
    }

    private JsonNode squad() throws Exception {
        return post(
                "/vapi",
                "{'message':{'type':'assistant-request','phoneNumber':{'id':'" + Places.CEDAR_LANE_LINE + "'}}}");
    }

    @Test
    void an_assistant_with_all_the_tools_has_nothing_the_platform_does_not_know() throws Exception {
        JsonNode answer = squad();
        assertEquals(Set.of(), StrictSchema.faults(answer));
        JsonNode tools = answer.at("/squad/members/0/assistant/model/tools");
        assertTrue(tools.size() > 5);
        for (JsonNode tool : tools) {
            assertTrue(tool.at("/function/description").asText().length() < 1_000);
        }
    }

    @Test
    void the_prompts_name_every_next_step_and_no_tool_that_is_not_there() throws Exception {
        for (JsonNode member : squad().at("/squad/members")) {
            String prompt = member.at("/assistant/model/messages/0/content").asText();
            Set<String> named = Pattern.compile("[a-z]+(_[a-z]+)+")
                    .matcher(prompt)
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(TreeSet::new));
            List<String> steps = Stream.of(Next.values())
                    .filter(next -> next != Next.NOTHING)
                    .map(Next::wireName)
                    .toList();
            assertTrue(named.containsAll(steps), prompt);
            Set<String> known = VoiceTools.of(useCases, numbers, () -> NOW).specs().stream()
                    .map(ToolSpec::name)
                    .collect(Collectors.toSet());
            assertTrue(named.containsAll(known), prompt);
            named.removeAll(known);
            named.removeAll(steps);
            assertEquals(
                    Set.of(
                            "appointment_id",
                            "patient_id",
                            "slot_id",
                            "leave_message",
                            "medical_question",
                            "test_results"),
                    named);
        }
    }
}
