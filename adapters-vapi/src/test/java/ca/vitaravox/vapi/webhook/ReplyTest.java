package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.ToolResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplyTest {
    private static final String ODD =
            "\n\r\t\u0000\u0007\u001f\u007f\u0085\u2028\u2029\"\\{}[]'<>é京\ud83d\ude00\ud83d\ude00";

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(
                    switch (random.nextInt(3)) {
                        case 0 -> ODD.charAt(random.nextInt(ODD.length()));
                        case 1 -> (char) random.nextInt(0x10000);
                        default -> (char) ('a' + random.nextInt(26));
                    });
        }
        return text.toString();
    }

    private static ObjectNode fields(Random random, int depth) {
        ObjectNode fields = Json.object();
        for (int i = random.nextInt(4); i > 0; i--) {
            if (depth > 0 && random.nextBoolean()) {
                fields.set(text(random), fields(random, depth - 1));
            } else if (random.nextBoolean()) {
                fields.putArray(text(random)).add(text(random)).add(random.nextInt());
            } else {
                fields.put(text(random), text(random));
            }
        }
        return fields;
    }

    private static Answer answer(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Answer.Result.of(ToolResult.success(fields(random, 3)));
            case 1 ->
                Answer.Result.of(
                        ToolResult.refused(Code.values()[random.nextInt(Code.values().length)], fields(random, 3)));
            default -> new Answer.Failed(Fault.values()[random.nextInt(Fault.values().length)]);
        };
    }

    private static boolean isOneLine(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.getType(c) == Character.CONTROL
                        || Character.getType(c) == Character.SURROGATE
                        || c == 0x2028
                        || c == 0x2029);
    }

    private static void assertOneLine(JsonNode node) {
        if (node.isTextual()) {
            assertTrue(isOneLine(node.textValue()));
        }
        node.forEach(ReplyTest::assertOneLine);
    }

    @Test
    void no_input_makes_an_answer_the_platform_cannot_use() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<Answered> calls = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                calls.add(new Answered(new ToolRequest(text(random), text(random), Optional.empty()), answer(random)));
            }
            assertUsable(calls, Reply.results(calls), "seed " + seed + ", round " + round);
        }
    }

    private static void assertUsable(List<Answered> calls, Reply reply, String which) throws IOException {
        assertEquals(200, reply.status(), which);
        JsonNode body = TestServer.JSON.readTree(reply.bytes());
        assertEquals(calls.size(), body.path("results").size(), which);
        for (int i = 0; i < calls.size(); i++) {
            JsonNode result = body.path("results").path(i);
            assertEquals(
                    Texts.wellFormed(calls.get(i).request().id()),
                    result.path("toolCallId").textValue(),
                    which);
            assertEquals(
                    Texts.wellFormed(calls.get(i).request().name()),
                    result.path("name").textValue(),
                    which);
            assertTrue(result.path("result").isTextual() != result.path("error").isTextual(), which);
            assertEquals(3, result.size(), which);
            if (result.has("result")) {
                String text = result.path("result").textValue();
                assertTrue(isOneLine(text), which);
                JsonNode inner = TestServer.JSON.readTree(text);
                assertTrue(inner.path("success").isBoolean(), which);
                assertOneLine(inner);
            } else {
                assertFalse(result.path("error").textValue().isBlank(), which);
                assertTrue(isOneLine(result.path("error").textValue()), which);
            }
        }
    }

    @Test
    void an_id_is_echoed_character_by_character() {
        ToolRequest request = new ToolRequest(" call_Ünïcode\t😀 ", "a tool", Optional.empty());
        Answer answer = new Answer.Failed(Fault.UNKNOWN_TOOL);
        JsonNode body = TestServer.parse(new String(
                Reply.results(List.of(new Answered(request, answer))).bytes(),
                java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(" call_Ünïcode\t😀 ", body.at("/results/0/toolCallId").textValue());
    }

    @Test
    void every_fault_says_what_happened_on_one_line() {
        for (Fault fault : Fault.values()) {
            assertTrue(isOneLine(fault.text()) && !fault.text().isBlank());
            assertEquals(fault.status(), Reply.fault(fault).status());
        }
    }

    @Test
    void a_remembered_answer_keeps_its_code() {
        Answer.Result first = Answer.Result.of(ToolResult.refused(Code.SLOT_TAKEN, Json.object()));
        assertEquals(first, Answer.Result.remembered(first.json()));
        Answer.Result success = Answer.Result.of(TestTools.success("Done."));
        assertEquals(success, Answer.Result.remembered(success.json()));
    }
}
