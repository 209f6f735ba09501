package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static int status(String path, byte[] body) {
        return server.post(path, body).statusCode();
    }

    private static int status(String body) {
        return status("/vapi", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String error(ObjectNode message) {
        JsonNode result = server.answer(message).at("/results/0");
        assertFalse(result.has("result"), result.toString());
        return result.path("error").asText();
    }

    /** A message of exactly so many bytes. */
    private static byte[] sized(int bytes) {
        byte[] body = new byte[bytes];
        Arrays.fill(body, (byte) ' ');
        byte[] json = "{\"message\":{\"type\":\"hang\"}}".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(json, 0, body, 0, json.length);
        return body;
    }

    private static String nested(int levels) {
        return "{\"message\":{\"type\":\"hang\",\"deep\":" + "[".repeat(levels) + "]".repeat(levels) + "}}";
    }

    @Test
    void a_body_of_one_mebibyte_is_read_and_one_byte_more_is_not() {
        assertEquals(200, status("/vapi", sized(1 << 20)));
        assertEquals(413, status("/vapi", sized((1 << 20) + 1)));
        assertEquals(413, status("/api/vapi/create-appointment", sized(3_000_000)));
    }

    @Test
    void a_body_of_unknown_length_has_the_same_bound() {
        byte[] large = sized((1 << 20) + 1);
        HttpRequest request = server.authorized("/vapi")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))
                .build();
        assertEquals(413, server.send(request).join().statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonx", "multipart/form-data"})
    void a_body_that_does_not_say_it_is_json_is_not_read(String type) {
        HttpRequest request = server.request("/vapi")
                .header("X-Vapi-Secret", TestServer.SECRET)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertEquals(415, server.send(request).join().statusCode());
    }

    @Test
    void a_body_may_say_its_character_set() {
        HttpRequest request = server.request("/vapi")
                .header("X-Vapi-Secret", TestServer.SECRET)
                .header("Content-Type", "Application/JSON; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertEquals(200, server.send(request).join().statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "null", "3", "\"x\"", "{", "{\"message\":}", "{} {}", "not json", "{'a':1}"})
    void a_body_that_is_no_json_object_is_400(String body) {
        assertEquals(400, status(body));
        HttpResponse<String> plain = server.post("/api/vapi/create-appointment", body.getBytes(StandardCharsets.UTF_8));
        assertEquals(400, plain.statusCode());
        assertEquals(
                "MALFORMED_REQUEST", TestServer.parse(plain.body()).path("code").asText());
        assertFalse(TestServer.parse(plain.body()).path("success").asBoolean(true));
    }

    @Test
    void bytes_that_are_no_text_are_400() {
        assertEquals(400, status("/vapi", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'}));
    }

    @Test
    void nesting_has_a_bound() {
        assertEquals(200, status(nested(Json.DEEPEST - 2)));
        assertEquals(400, status(nested(Json.DEEPEST - 1)));
        assertEquals(400, status(nested(200_000)));
    }

    @Test
    void nesting_in_the_text_of_arguments_has_a_bound() {
        ObjectNode message = Calls.message();
        String deep = "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        Calls.with(
                message,
                "c",
                "create_appointment",
                TestServer.JSON.getNodeFactory().textNode(deep));
        assertEquals(Fault.MALFORMED_ARGUMENTS.text(), error(message));
    }

    @Test
    void who_proves_nothing_learns_nothing() {
        for (byte[] body : List.of(sized(100), "not json".getBytes(StandardCharsets.UTF_8))) {
            HttpRequest request = server.request("/api/vapi/no-such-tool")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            HttpResponse<String> response = server.send(request).join();
            assertEquals(401, response.statusCode());
            assertEquals("{\"success\":false,\"code\":\"UNAUTHORIZED\",\"say\":\"Not authorized.\"}", response.body());
        }
    }

    @Test
    void an_unknown_tool_is_an_error_of_that_call_alone() {
        ObjectNode message = Calls.message("c1", "delete_everything", Calls.arguments());
        Calls.with(message, "c2", "search_patient_by_phone", Calls.arguments());
        JsonNode answer = server.answer(message);
        assertEquals(Fault.UNKNOWN_TOOL.text(), answer.at("/results/0/error").asText());
        assertEquals("delete_everything", answer.at("/results/0/name").asText());
        assertTrue(Calls.result(answer, 1).path("success").asBoolean());
    }

    @Test
    void an_unknown_clinic_is_an_error_and_executes_nothing() {
        ObjectNode message = Calls.message("unknown-clinic", "cancel_appointment", Calls.arguments());
        message.withObject("/message/phoneNumber").put("number", Places.CEDAR_LANE_NUMBER);
        assertEquals(Fault.UNKNOWN_CLINIC.text(), error(message));
        assertEquals(0, server.tools.executionsOf("cancel_appointment"));
    }

    @Test
    void a_call_without_a_phone_call_is_an_error() {
        ObjectNode message = Calls.message("c", "cancel_appointment", Calls.arguments());
        message.withObject("/message/call").put("id", "no call\nhas this");
        assertEquals(Fault.UNKNOWN_CALL.text(), error(message));
        message.withObject("/message/call").remove("id");
        assertEquals(Fault.UNKNOWN_CALL.text(), error(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"message\":null}",
                "{\"message\":\"tool-calls\"}",
                "{\"message\":[]}",
                "{\"message\":{}}",
                "{\"message\":{\"type\":null}}",
                "{\"message\":{\"type\":{}}}",
                "{\"message\":{\"type\":\"something.new\",\"toolCallList\":[{}]}}",
                "{\"message\":{\"type\":\"status-update\"}}",
                "{\"message\":{\"type\":\"end-of-call-report\",\"call\":[],\"phoneNumber\":7,\"cost\":\"free\"}}"
            })
    void a_message_that_says_nothing_to_us_is_acknowledged(String body) {
        HttpResponse<String> response = server.post("/vapi", body.getBytes(StandardCharsets.UTF_8));
        assertEquals(200, response.statusCode());
        assertEquals("{}", response.body());
    }

    @Test
    void tool_calls_of_odd_types_are_each_an_error() {
        String body = "{\"message\":{\"type\":\"tool-calls\",\"call\":7,\"phoneNumber\":\"x\",\"customer\":[],"
                + "\"toolCallList\":[null,3,\"x\",[],{\"id\":{},\"function\":\"f\"},{\"function\":{\"name\":7}}]}}";
        JsonNode answer = TestServer.read(server.post("/vapi", body.getBytes(StandardCharsets.UTF_8)));
        assertEquals(6, answer.path("results").size());
        for (JsonNode result : answer.path("results")) {
            assertTrue(result.path("toolCallId").isTextual());
            assertTrue(result.path("name").isTextual());
            assertEquals(Fault.UNKNOWN_TOOL.text(), result.path("error").asText());
        }
        String none = "{\"message\":{\"type\":\"tool-calls\"}}";
        assertEquals(
                "{\"results\":[]}",
                server.post("/vapi", none.getBytes(StandardCharsets.UTF_8)).body());
    }

    @Test
    void no_more_calls_than_the_bound_are_executed_and_each_is_answered() {
        ObjectNode message = Calls.message();
        for (int i = 0; i < 25; i++) {
            Calls.with(message, "many-" + i, "find_earliest_appointment", Calls.arguments());
        }
        JsonNode answer = server.answer(message);
        assertEquals(25, answer.path("results").size());
        for (int i = 0; i < 25; i++) {
            assertEquals("many-" + i, answer.at("/results/" + i + "/toolCallId").asText());
            assertEquals(i < 20, answer.at("/results/" + i).has("result"));
        }
        assertEquals(Fault.TOO_MANY_CALLS.text(), answer.at("/results/24/error").asText());
    }

    @Test
    void ids_too_long_or_odd_to_be_kept_are_echoed_and_still_tell_calls_apart() {
        for (String id : List.of("x".repeat(3_000), "nul\u0000 and more", "a b")) {
            ObjectNode message =
                    Calls.message(id, "create_appointment", Calls.arguments().put("id", id));
            JsonNode first = server.answer(message);
            assertEquals(id, first.at("/results/0/toolCallId").asText());
            long executed = server.tools.executionsOf("create_appointment");
            assertEquals(first, server.answer(message));
            assertEquals(executed, server.tools.executionsOf("create_appointment"));
        }
    }
}
