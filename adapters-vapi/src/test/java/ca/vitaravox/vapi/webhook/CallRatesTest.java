package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tool calls beyond the rates are answered, and not executed. */
class CallRatesTest {
    private final TestServer server = new TestServer();
    private final AtomicInteger counted = new AtomicInteger();

    CallRatesTest() {
        server.rates = call -> {
            counted.incrementAndGet();
            return false;
        };
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "zh"})
    void one_too_many_is_said_in_the_callers_language_and_nothing_is_executed(String language) {
        JsonNode answer = server.answer(Calls.message(
                "r", "find_earliest_appointment", Calls.arguments().put("language", language)));
        JsonNode result = Calls.result(answer, 0);
        assertEquals("RATE_LIMITED", result.path("code").asText());
        assertEquals("Refused in " + language, result.path("say").asText());
        assertEquals(List.of(), server.tools.executions);
        assertEquals(0, server.replies.size(), "nothing is remembered: the next repeat tries again");
    }

    @Test
    void each_call_of_a_message_counts() {
        ObjectNode message = Calls.message("a", "find_earliest_appointment", Calls.arguments());
        Calls.with(message, "b", "create_appointment", Calls.arguments());
        server.answer(message);
        assertEquals(2, counted.get());
    }

    @Test
    void an_emergency_and_the_news_of_a_call_do_not_count() {
        assertTrue(server.answer(
                        Calls.message("e", "transfer_call", Calls.arguments().put("reason", "emergency")))
                .toString()
                .contains("Dial 911"));
        for (String type :
                List.of("assistant-request", "status-update", "end-of-call-report", "hang", "speech-update")) {
            ObjectNode message = Calls.message();
            message.withObject("/message").put("type", type).put("status", "in-progress");
            assertEquals(200, server.post("/vapi", message).statusCode());
        }
        assertEquals(0, counted.get());
    }
}
