package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.clinic.PhoneNumber;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallMessagesTest {
    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_diary_learns_of_a_calls_beginning_end_and_report() {
        server.answer(TestServer.sample("requests/status-update-in-progress"));
        server.answer(TestServer.sample("requests/status-update-ended"));
        server.answer(TestServer.sample("requests/end-of-call-report"));
        assertEquals(3, server.learnt.size());
        assertTrue(server.learnt.get(0).news() instanceof CallNews.Started);
        assertTrue(server.learnt.get(1).news() instanceof CallNews.Ended);
        assertTrue(server.learnt.get(2).news() instanceof CallNews.Reported);
        for (TestServer.Learnt learnt : server.learnt) {
            assertEquals("harbourview", learnt.clinic().value());
            assertEquals("019a8c11-5e0b-7aa0-8b6f-2f5d6a1c9e01", learnt.call().value());
            assertEquals(Optional.of(new PhoneNumber("+16045550142")), learnt.caller());
        }
    }

    @Test
    void a_call_that_begins_is_prepared_for_and_no_message_waits_for_that() throws InterruptedException {
        BlockingQueue<CallContext> begun = new LinkedBlockingQueue<>();
        CountDownLatch hanging = new CountDownLatch(1);
        server.starts = call -> {
            begun.add(call);
            try {
                hanging.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try {
            assertEquals(
                    "{}",
                    server.post("/vapi", TestServer.sample("requests/status-update-in-progress"))
                            .body());
            CallContext call = begun.poll(20, TimeUnit.SECONDS);
            assertEquals("019a8c11-5e0b-7aa0-8b6f-2f5d6a1c9e01", call.call().value());
            assertEquals(Optional.of(new PhoneNumber("+16045550142")), call.caller());
            assertTrue(server.answer(TestServer.sample("requests/assistant-request"))
                    .has("assistantId"));
            server.answer(TestServer.sample("requests/status-update-in-progress"));
            server.answer(TestServer.sample("requests/status-update-ended"));
            assertTrue(begun.isEmpty());
        } finally {
            hanging.countDown();
        }
    }

    @Test
    void news_that_cannot_be_kept_is_not_acknowledged() {
        server.diaryIsBroken = true;
        ObjectNode report = TestServer.sample("requests/end-of-call-report");
        assertEquals(503, server.post("/vapi", report).statusCode());
        server.diaryIsBroken = false;
        assertEquals(200, server.post("/vapi", report).statusCode());
        assertEquals(1, server.learnt.size());
    }

    @Test
    void news_of_a_line_nobody_has_is_acknowledged_and_dropped() {
        ObjectNode report = TestServer.sample("requests/end-of-call-report");
        report.withObject("/message/phoneNumber").put("number", Places.CEDAR_LANE_NUMBER);
        assertEquals("{}", server.post("/vapi", report).body());
        assertTrue(server.learnt.isEmpty());
    }

    @Test
    void a_line_nobody_has_gets_a_sentence_and_no_assistant() {
        ObjectNode request = TestServer.sample("requests/assistant-request");
        request.withObject("/message/phoneNumber").put("number", "+16045550199").remove("id");
        request.withObject("/message/call").remove("phoneNumberId");
        JsonNode answer = server.answer(request);
        assertTrue(answer.path("error").asText().contains("not in service"));
        assertEquals(1, answer.size());
    }

    @Test
    void a_line_without_a_saved_assistant_gets_one_described() {
        ObjectNode request = TestServer.sample("requests/assistant-request");
        request.withObject("/message/phoneNumber")
                .put("number", Places.CEDAR_LANE_NUMBER)
                .remove("id");
        request.withObject("/message/call").put("phoneNumberId", Places.CEDAR_LANE_LINE);
        JsonNode answer = server.answer(request);
        assertFalse(answer.has("assistantId"));
        assertEquals(
                "Cedar Lane Medical fr",
                answer.at("/squad/members/0/assistant/name").asText());
    }

    @Test
    void while_nothing_can_be_looked_up_the_caller_hears_so() {
        server.places.breakDown();
        JsonNode answer = server.answer(TestServer.sample("requests/assistant-request"));
        assertTrue(answer.path("error").asText().contains("call again"));
    }

    @Test
    void a_line_that_was_called_before_is_answered_from_memory_alone() {
        JsonNode first = server.answer(TestServer.sample("requests/assistant-request"));
        server.places.breakDown();
        assertEquals(first, server.answer(TestServer.sample("requests/assistant-request")));
    }
}
