package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallDiary;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrRequest;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.ports.contract.OpenEnvelope;
import ca.vitaravox.vapi.VapiApi;
import ca.vitaravox.vapi.assistant.AssistantSettings;
import ca.vitaravox.vapi.assistant.Assistants;
import ca.vitaravox.vapi.assistant.Definition;
import ca.vitaravox.vapi.assistant.StrictSchema;
import ca.vitaravox.vapi.platform.TestParts;
import ca.vitaravox.vapi.standin.PlatformSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A real server with the webhook on it, in this process. */
final class TestServer implements AutoCloseable {
    static final String SECRET = "EXAMPLE-not-a-real-secret";
    /** So long that only tests that move the clock see a deadline pass, however slow the machine. */
    static final Duration ANSWER_WITHIN = Duration.ofMinutes(1);

    /** What every tool call is seen to ask the EMR. */
    static final EmrRequest EMR_REQUEST = new EmrRequest("GET /schedule", Duration.ofMillis(7), OptionalInt.of(200));

    static final ObjectMapper JSON = new ObjectMapper();

    record Learnt(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, CallNews news) {}

    final Places places = new Places();
    final TestTools tools = new TestTools();
    final Assistants assistants =
            new Assistants(places, new TestParts(), new Definition(AssistantSettings.USUAL, tools.specs()));
    final TestReplies replies = new TestReplies();
    final TestHolds holds = new TestHolds();
    final TestCallLog log = new TestCallLog();
    final TestTransfers transfers = new TestTransfers();
    final MovableClock clock = new MovableClock();
    final List<Learnt> learnt = new CopyOnWriteArrayList<>();
    /** How it waits. */
    volatile Consumer<Duration> waits = length -> {};

    final TestWebhooks keys = new TestWebhooks();
    final TestSignatures signatures;
    volatile CallRates rates = CallRates.UNLIMITED;
    volatile boolean diaryIsBroken;
    /** What happens when a call begins. */
    volatile Consumer<CallContext> starts = call -> {};

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Javalin server;

    TestServer() {
        this(20, 400);
    }

    TestServer(int callsPerMessage, int callsAtOnce) {
        this(callsPerMessage, callsAtOnce, CallControl.OFF);
    }

    TestServer(int callsPerMessage, int callsAtOnce, CallControl control) {
        this(WebhookAuth.EITHER, callsPerMessage, callsAtOnce, control, new TestSignatures());
    }

    TestServer(WebhookAuth auth) {
        this(auth, 20, 400, CallControl.OFF, new TestSignatures());
    }

    /** One of several servers that know what the others saw. */
    TestServer(TestSignatures signatures) {
        this(WebhookAuth.EITHER, 20, 400, CallControl.OFF, signatures);
    }

    private TestServer(
            WebhookAuth auth, int callsPerMessage, int callsAtOnce, CallControl control, TestSignatures signatures) {
        this.signatures = signatures;
        WebhookSettings settings =
                new WebhookSettings(auth, SECRET, Optional.empty(), ANSWER_WITHIN, callsPerMessage, callsAtOnce);
        WebhookPorts ports = new WebhookPorts(
                places,
                assistants,
                replies,
                holds,
                () -> () -> List.of(EMR_REQUEST),
                new Diary(),
                call -> starts.accept(call),
                transfers,
                control,
                new TestNumbers(),
                executor,
                clock,
                length -> {
                    waits.accept(length);
                    clock.move(length);
                },
                new WebhookTrust(keys, new OpenEnvelope(), signatures, call -> rates.admits(call)),
                ToolWatch.NOBODY);
        VapiApi api = new VapiApi(settings, tools, ports);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    api.addTo(config);
                })
                .start("127.0.0.1", 0);
    }

    private final class Diary implements CallDiary {
        @Override
        public void learn(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, CallNews news) {
            if (diaryIsBroken) {
                throw new IllegalStateException("the database is down");
            }
            learnt.add(new Learnt(clinic, call, caller, news));
        }

        @Override
        public void note(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, ToolCall toolCall) {
            log.add(toolCall);
        }
    }

    /** A sample message from the resources. */
    static ObjectNode sample(String path) {
        try (InputStream in = TestServer.class.getResourceAsStream("/vapi/" + path + ".json")) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer " + SECRET).header("Content-Type", "application/json");
    }

    CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, byte[] body) {
        return send(authorized(path)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build())
                .join();
    }

    /** Whatever a test is about: what we answer is what the platform's own schema says. */
    HttpResponse<String> post(String path, JsonNode body) {
        HttpResponse<String> response = post(path, body.toString().getBytes(StandardCharsets.UTF_8));
        if (path.equals("/vapi") && response.statusCode() == 200) {
            List<String> faults = faults(body.at("/message/type").asText(), parse(response.body()));
            if (!faults.isEmpty()) {
                throw new AssertionError(faults + " in " + response.body());
            }
        }
        return response;
    }

    private static List<String> faults(String type, JsonNode answer) {
        return switch (type) {
            case "tool-calls" -> PlatformSchema.faults("ServerMessageResponseToolCalls", answer);
            case "transfer-destination-request" ->
                PlatformSchema.faults("ServerMessageResponseTransferDestinationRequest", answer);
            case "assistant-request" -> List.copyOf(StrictSchema.faults(answer));
            default -> List.of();
        };
    }

    /** What the body of a good answer says. */
    JsonNode answer(JsonNode message) {
        return read(post("/vapi", message));
    }

    static JsonNode read(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError("status " + response.statusCode() + ": " + response.body());
        }
        return parse(response.body());
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
        executor.shutdownNow();
    }
}
