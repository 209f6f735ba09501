package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.demo.DemoSeed;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesIT {
    private static final Path SAMPLES = Path.of("..", "adapters-vapi", "src", "test", "resources", "vapi");

    private final Phone vapi = new Phone(TestServer.running().port(), "", "");

    @BeforeAll
    static void fill() {
        DemoSeed.bringUpToToday(TestServer.running().database(), InstantSource.system());
    }

    static List<Path> samples() throws IOException {
        List<Path> samples = new ArrayList<>();
        for (String folder : List.of("requests", "wire-variants")) {
            try (Stream<Path> files = Files.list(SAMPLES.resolve(folder))) {
                files.sorted().forEach(samples::add);
            }
        }
        return samples;
    }

    @Test
    void there_are_samples_of_every_kind() throws IOException {
        assertEquals(21, samples().size());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_is_answered_twice_with_200_and_what_its_type_asks_for(Path sample) throws IOException {
        String body = Files.readString(sample);
        JsonNode message = Phone.read(body).get("message");
        for (int times = 0; times < 2; times++) {
            HttpResponse<String> response = vapi.post("/vapi", body);

            assertEquals(200, response.statusCode());
            assertEquals(
                    "application/json",
                    response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""));
            check(message, Phone.read(response.body()));
        }
    }

    private void check(JsonNode message, JsonNode answer) {
        switch (message.get("type").asText()) {
            case "tool-calls" -> results(message, answer);
            case "function-call" -> assertTrue(answer.path("result").isTextual(), answer::toString);
            case "assistant-request" ->
                assertTrue(
                        Stream.of("assistant", "assistantId", "squad", "squadId")
                                .anyMatch(answer::has),
                        answer::toString);
            case "transfer-destination-request" ->
                assertTrue(answer.has("destination") || answer.path("error").isTextual(), answer::toString);
            default -> assertEquals("{}", answer.toString());
        }
    }

    private void results(JsonNode message, JsonNode answer) {
        JsonNode calls =
                message.path("toolCallList").isEmpty() ? message.get("toolCalls") : message.get("toolCallList");
        assertEquals(calls.size(), answer.get("results").size());
        for (int i = 0; i < calls.size(); i++) {
            JsonNode result = answer.get("results").get(i);
            assertEquals(calls.get(i).get("id"), result.get("toolCallId"));
            assertEquals(calls.get(i).at("/function/name"), result.get("name"));
            assertTrue(result.has("result") != result.has("error"), result::toString);
            String text = result.has("result")
                    ? result.get("result").asText()
                    : result.get("error").asText();
            assertFalse(text.isEmpty() || text.matches("(?s).*[\\r\\n\\t].*"), text);
        }
    }

    @Test
    void the_samples_caller_is_found_and_arguments_cut_off_are_an_error() throws IOException {
        JsonNode found = answer("wire-variants/tool-calls-only-toolCalls.json");
        JsonNode result = Phone.read(found.at("/results/0/result").asText());
        assertTrue(result.path("success").asBoolean(), result::toString);
        assertEquals("ask_first_name", result.path("next").asText());

        JsonNode cutOff = answer("wire-variants/tool-calls-malformed-arguments-string.json");
        assertTrue(cutOff.at("/results/0").has("error"), cutOff::toString);
    }

    private JsonNode answer(String sample) throws IOException {
        return Phone.read(
                vapi.post("/vapi", Files.readString(SAMPLES.resolve(sample))).body());
    }
}
