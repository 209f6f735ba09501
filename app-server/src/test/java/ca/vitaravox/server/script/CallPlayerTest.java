package ca.vitaravox.server.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.serve.HttpServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallPlayerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SECRET = "f3c1d9a07be25846ac90de17b34f8825";
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final List<String> proofs = new CopyOnWriteArrayList<>();
    private final StringWriter printed = new StringWriter();
    private volatile String result = "{\"success\":true,\"say\":\"Found you.\",\"patient_id\":\"7\"}";
    private HttpServer server;

    @BeforeEach
    void start() {
        server = HttpServer.start("127.0.0.1", 0, List.of(config -> config.routes.post("/vapi", this::answer)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_call_is_played_with_everything_around_it_and_what_was_kept_is_told() {
        Map<String, String> kept = play(
                WebhookAuth.HMAC,
                "from +16045550142",
                "to +16045550101 an-id",
                "assistant ${greeting}",
                "tool search {\"first_name\":\"Robin\"}",
                "  expect /success true",
                "  keep patient /patient_id",
                "tool find {\"patient_id\":\"${patient}\"}",
                "assistant ${say}",
                "summary Done.");

        assertEquals(
                List.of(
                        "assistant-request",
                        "status-update",
                        "tool-calls",
                        "tool-calls",
                        "status-update",
                        "end-of-call-report"),
                received.stream().map(each -> each.at("/message/type").asText()).toList());
        for (JsonNode each : received) {
            assertEquals(kept.get("call_id"), each.at("/message/call/id").asText());
            assertEquals("+16045550101", each.at("/message/phoneNumber/number").asText());
            assertEquals("an-id", each.at("/message/phoneNumber/id").asText());
            assertEquals("+16045550142", each.at("/message/customer/number").asText());
        }
        JsonNode second = received.get(3);
        assertEquals(
                "7",
                second.at("/message/toolCallList/0/function/arguments/patient_id")
                        .asText());
        assertEquals(second.at("/message/toolCallList/0"), second.at("/message/toolWithToolCallList/0/toolCall"));
        assertEquals("7", kept.get("patient"));
        assertTrue(printed.toString().contains("assistant  Welcome."), printed::toString);
        assertTrue(printed.toString().contains("> search {\"first_name\":\"Robin\"}  ok, 0 ms"), printed::toString);
        assertTrue(printed.toString().contains("assistant  Found you."), printed::toString);
    }

    @Test
    void a_signature_is_over_time_and_body() throws Exception {
        play(WebhookAuth.EITHER);

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String text = NOW.toEpochMilli() + "." + received.get(0);
        assertEquals(
                NOW.toEpochMilli() + " " + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))),
                proofs.get(0));
    }

    @Test
    void where_no_signature_is_taken_the_secret_is_shown() {
        play(WebhookAuth.BEARER);

        assertEquals("Bearer " + SECRET, proofs.get(0));
    }

    @Test
    void a_result_that_was_not_expected_fails_and_the_call_is_ended() {
        result = "{\"success\":false,\"code\":\"SLOT_TAKEN\",\"say\":\"Sorry.\"}";

        Refused refused =
                assertThrows(Refused.class, () -> play(WebhookAuth.BEARER, "tool book {}", "expect /success true"));

        assertEquals("book gave false as /success, not true.", refused.getMessage());
        assertEquals(
                "ended", received.get(received.size() - 1).at("/message/status").asText());
        assertTrue(printed.toString().contains("> book {}  SLOT_TAKEN"));
    }

    @Test
    void a_tool_that_asks_to_be_called_again_is_five_times_and_not_a_sixth() {
        result = "{\"success\":false,\"code\":\"OUTCOME_PENDING\",\"say\":\"One moment.\",\"next\":\"call_again\"}";

        play(WebhookAuth.BEARER, "tool book {}", "expect /code OUTCOME_PENDING");

        List<String> ids = received.stream()
                .map(each -> each.at("/message/toolCallList/0/id").asText())
                .filter(id -> !id.isEmpty())
                .toList();
        assertEquals(6, ids.size());
        assertEquals(6, Set.copyOf(ids).size());
    }

    @Test
    void a_script_that_uses_what_was_not_kept_fails() {
        Refused refused = assertThrows(Refused.class, () -> play(WebhookAuth.BEARER, "caller ${name}"));

        assertTrue(refused.getMessage().contains("${name}"));
    }

    @Test
    void a_server_that_is_not_there_is_told_in_a_sentence() {
        Webhook nowhere =
                new Webhook(URI.create("http://127.0.0.1:1"), new Secret(SECRET), WebhookAuth.BEARER, () -> NOW);

        Refused refused = assertThrows(Refused.class, () -> nowhere.send(JsonNodeFactory.instance.objectNode()));

        assertTrue(refused.getMessage().startsWith("No server answers at "));
    }

    private Map<String, String> play(WebhookAuth auth, String... lines) {
        Webhook webhook =
                new Webhook(URI.create("http://127.0.0.1:" + server.port()), new Secret(SECRET), auth, () -> NOW);
        return new CallPlayer(webhook, new Transcript(new PrintWriter(printed)), () -> NOW)
                .play(ScriptReader.read(List.of(lines)));
    }

    private void answer(Context context) throws Exception {
        JsonNode body = JSON.readTree(context.body());
        received.add(body);
        proofs.add(
                context.header("Authorization") == null
                        ? context.header("x-timestamp") + " " + context.header("x-signature")
                        : context.header("Authorization"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if ("tool-calls".equals(body.at("/message/type").asText())) {
            answer.putArray("results")
                    .addObject()
                    .put("toolCallId", body.at("/message/toolCallList/0/id").asText())
                    .put("result", result);
        }
        answer.putObject("assistant").put("firstMessage", "Welcome.");
        context.result(answer.toString());
    }
}
