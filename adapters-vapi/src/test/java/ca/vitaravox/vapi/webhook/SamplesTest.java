package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<String> samples() throws IOException {
        Path root = Path.of("src/test/resources/vapi");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getNameCount() > root.getNameCount() + 1)
                    .map(file ->
                            root.relativize(file).toString().replace('\\', '/').replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_sample_gets_a_json_answer_with_status_200(String sample) {
        for (String path : List.of("/vapi", "/api/vapi/find-earliest-appointment")) {
            HttpResponse<String> response = server.post(path, TestServer.sample(sample));
            assertEquals(200, response.statusCode(), sample);
            assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("application/json"), sample);
            assertTrue(TestServer.parse(response.body()).isObject(), sample);
        }
    }

    @Test
    void there_are_samples_to_replay() throws IOException {
        assertEquals(21, samples().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"requests/tool-calls-two-parallel", "wire-variants/tool-calls-arguments-object"})
    void both_calls_are_answered_in_order_under_their_own_ids(String sample) {
        for (String path : List.of("/vapi", "/api/vapi/search-patient-by-phone")) {
            JsonNode results = TestServer.read(server.post(path, TestServer.sample(sample)))
                    .path("results");
            assertEquals(2, results.size());
            assertEquals(
                    "call_Hv7rQ2mTzK1aPatientLookup01",
                    results.at("/0/toolCallId").asText());
            assertEquals("search_patient_by_phone", results.at("/0/name").asText());
            assertEquals(
                    "{\"success\":true,\"say\":\"Done: search_patient_by_phone\"}",
                    results.at("/0/result").asText());
            assertEquals(
                    "call_Hv7rQ2mTzK1aEarliestSlot02",
                    results.at("/1/toolCallId").asText());
            assertEquals("find_earliest_appointment", results.at("/1/name").asText());
            assertTrue(results.at("/1/result").isTextual());
        }
    }

    @Test
    void the_older_list_is_read_where_the_newer_is_missing() {
        JsonNode answer = server.answer(TestServer.sample("wire-variants/tool-calls-only-toolCalls"));
        assertEquals(1, answer.path("results").size());
        assertTrue(Calls.result(answer, 0).path("success").asBoolean());
    }

    @Test
    void malformed_arguments_are_an_error_and_execute_nothing() {
        JsonNode result = server.answer(TestServer.sample("wire-variants/tool-calls-malformed-arguments-string"))
                .at("/results/0");
        assertEquals(
                "call_Hv7rQ2mTzK1aPatientLookup01", result.path("toolCallId").asText());
        assertTrue(result.path("error").isTextual());
        assertFalse(result.has("result"));
        assertEquals(0, server.tools.executionsOf("create_appointment"));
    }

    @Test
    void a_legacy_call_gets_a_bare_result() {
        JsonNode answer = server.answer(TestServer.sample("wire-variants/function-call-legacy-parameters-object"));
        assertEquals(
                "{\"success\":true,\"say\":\"Done: search_patient_by_phone\"}",
                answer.path("result").asText());
        assertEquals(1, answer.size());
    }

    @Test
    void a_saved_assistant_is_named_with_the_clinics_values() {
        ObjectNode answer = (ObjectNode) server.answer(TestServer.sample("requests/assistant-request"));
        assertEquals(Places.HARBOURVIEW_ASSISTANT, answer.path("assistantId").asText());
        JsonNode values = answer.at("/assistantOverrides/variableValues");
        assertEquals("Harbourview Family Clinic", values.path("clinicName").asText());
        assertEquals("America/Vancouver", values.path("clinicTimezone").asText());
    }

    @Test
    void a_transfer_is_declined_while_there_is_nobody_to_transfer_to() {
        JsonNode answer = server.answer(TestServer.sample("requests/transfer-destination-request"));
        assertTrue(answer.path("error").isTextual());
        assertFalse(answer.has("destination"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requests/conversation-update",
                "requests/hang",
                "requests/speech-update",
                "requests/status-update-forwarding",
                "requests/transcript-final",
                "requests/transfer-update",
                "wire-variants/assistant-started"
            })
    void what_needs_no_answer_gets_an_empty_one(String sample) {
        assertEquals("{}", server.post("/vapi", TestServer.sample(sample)).body());
    }

    @Test
    void a_call_is_noted_with_its_own_id_and_tool() throws InterruptedException {
        try (TestServer own = new TestServer()) {
            own.answer(TestServer.sample("wire-variants/tool-calls-only-toolCalls"));
            var noted = own.log.next();
            assertNotNull(noted);
            assertEquals("call_Hv7rQ2mTzK1aPatientLookup01", noted.id());
            assertEquals("search_patient_by_phone", noted.tool());
            assertEquals(MovableClock.START, noted.at());
            assertTrue(noted.succeeded());
            assertEquals(List.of("harbourview 019a8c11-5e0b-7aa0-8b6f-2f5d6a1c9e01"), own.holds.renewed);
        }
    }
}
