package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two servers, and somebody who records signed requests and sends them again. */
@Timeout(60)
class ReplayedRequestTest {
    private final TestSignatures seen = new TestSignatures();
    private final TestServer one = new TestServer(seen);
    private final TestServer other = new TestServer(seen);

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    private static String search() {
        return Calls.message("r1", "find_earliest_appointment", Calls.arguments())
                .toString();
    }

    private HttpRequest at(TestServer server, String body) {
        return Signed.request(server, "/vapi", body);
    }

    private static HttpResponse<String> sent(TestServer server, HttpRequest request) {
        return server.send(request).join();
    }

    private void kept(int size) throws InterruptedException {
        seen.awaitSize(size);
    }

    @Test
    void a_read_recorded_at_one_server_executes_nothing_at_another_and_is_answered_alike() throws Exception {
        String first = sent(one, at(one, search())).body();
        seen.awaitAnswers();
        assertEquals(first, sent(other, at(other, search())).body());
        assertEquals(first, sent(one, at(one, search())).body());
        assertEquals(1, one.tools.executions.size());
        assertEquals(0, other.tools.executions.size());
    }

    @Test
    void the_same_without_a_ledger_for_both_is_executed_again() {
        try (TestServer alone = new TestServer()) {
            sent(one, at(one, search()));
            sent(alone, at(alone, search()));
            assertEquals(1, alone.tools.executions.size(), "a memory in each process is not enough");
        }
    }

    @Test
    void it_executes_nothing_on_another_path_either() throws Exception {
        String first = sent(one, at(one, search())).body();
        seen.awaitAnswers();
        HttpRequest elsewhere = Signed.request(other, "/api/vapi/get-clinic-info", search());
        assertEquals(first, sent(other, elsewhere).body());
        assertEquals(0, other.tools.executions.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status-update", "end-of-call-report", "hang"})
    void a_message_that_is_no_tool_call_is_nothing_the_second_time(String type) {
        ObjectNode message = Calls.message();
        message.withObject("/message")
                .put("type", type)
                .put("status", "in-progress")
                .put("endedReason", "customer-ended-call");
        HttpResponse<String> first = sent(one, at(one, message.toString()));
        assertEquals(200, first.statusCode());
        int learnt = one.learnt.size();
        assertEquals("{}", sent(other, at(other, message.toString())).body());
        assertEquals("{}", sent(one, at(one, message.toString())).body());
        assertEquals(List.of(), other.learnt);
        assertEquals(learnt, one.learnt.size());
    }

    @Test
    void who_shall_answer_a_call_is_told_each_time_and_without_asking_what_came_before() {
        seen.before = () -> {
            throw new AssertionError("nobody waits for the ledger of signatures");
        };
        ObjectNode asks = Calls.message();
        asks.withObject("/message").put("type", "assistant-request");
        String told = sent(one, at(one, asks.toString())).body();
        assertTrue(told.contains("assistant"), told);
        assertEquals(told, sent(one, at(one, asks.toString())).body());
        assertEquals(told, sent(other, at(other, asks.toString())).body());
        assertEquals(List.of(), one.tools.executions);
        assertEquals(List.of(), one.learnt);
    }

    @Test
    void where_a_call_goes_is_told_once() {
        ObjectNode message = Calls.message();
        message.withObject("/message").put("type", "transfer-destination-request");
        assertTrue(sent(one, at(one, message.toString())).body().contains("error"));
        assertEquals("{}", sent(other, at(other, message.toString())).body());
    }

    @Test
    void messages_that_do_nothing_are_not_kept_in_mind() {
        ObjectNode message = Calls.message();
        message.withObject("/message").put("type", "speech-update");
        sent(one, at(one, message.toString()));
        assertEquals(0, seen.size());
    }

    @Test
    void the_secret_itself_signs_nothing_and_is_not_kept_in_mind() {
        one.answer(Calls.message("r1", "find_earliest_appointment", Calls.arguments()));
        assertEquals(0, seen.size());
    }

    @Test
    void a_replay_while_the_first_still_runs_waits_for_its_answer() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        one.tools.will("find_earliest_appointment", (call, arguments) -> {
            begun.countDown();
            awaitQuietly(letGo);
            return TestTools.success("At last.");
        });
        CompletableFuture<HttpResponse<String>> first = one.send(at(one, search()));
        begun.await();
        other.waits = length -> {
            letGo.countDown();
            keptQuietly(); // else all the time there is would be over in a moment
        };
        String replayed = sent(other, at(other, search())).body();
        assertTrue(replayed.contains("At last."), replayed);
        assertEquals(first.join().body(), replayed);
        assertEquals(0, other.tools.executions.size());
    }

    private void keptQuietly() {
        try {
            seen.awaitAnswers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_replay_of_what_nobody_answered_apologises_when_its_time_is_over() {
        ObjectNode message = Calls.message("r1", "find_earliest_appointment", Calls.arguments());
        Calls.with(message, "w1", "create_appointment", Calls.arguments());
        Instant now = other.clock.instant();
        seen.take(new ClinicId("harbourview"), Signed.name(other, message.toString()), now, now.plusSeconds(600));
        JsonNode answer =
                TestServer.parse(sent(other, at(other, message.toString())).body());
        assertEquals("EMR_UNAVAILABLE", Calls.result(answer, 0).path("code").asText());
        assertEquals(
                "OUTCOME_PENDING",
                Calls.result(answer, 1).path("code").asText(),
                "of a write under way it is not said that it failed");
        assertEquals(0, other.tools.executions.size());
    }

    @Test
    void news_that_was_not_kept_may_come_again() throws InterruptedException {
        ObjectNode message = Calls.message();
        message.withObject("/message").put("type", "status-update").put("status", "in-progress");
        one.diaryIsBroken = true;
        assertEquals(503, sent(one, at(one, message.toString())).statusCode());
        kept(0);
        assertEquals(200, sent(other, at(other, message.toString())).statusCode());
        assertEquals(1, other.learnt.size());
    }

    @Test
    void while_it_cannot_be_told_what_came_before_nothing_is_executed_and_the_caller_hears_so() {
        seen.broken = true;
        HttpResponse<String> tools = sent(one, at(one, search()));
        assertEquals(200, tools.statusCode());
        assertEquals(
                "EMR_UNAVAILABLE",
                Calls.result(TestServer.parse(tools.body()), 0).path("code").asText());
        ObjectNode news = Calls.message();
        news.withObject("/message").put("type", "status-update").put("status", "in-progress");
        assertEquals(503, sent(one, at(one, news.toString())).statusCode());
        assertEquals(List.of(), one.tools.executions);
        assertEquals(List.of(), one.learnt);
    }

    @Test
    void what_was_taken_in_too_late_to_be_executed_may_come_again() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        seen.before = () -> awaitQuietly(slow);
        ObjectNode news = Calls.message();
        news.withObject("/message").put("type", "status-update").put("status", "in-progress");
        assertEquals(503, sent(one, at(one, news.toString())).statusCode());
        CountDownLatch taken = new CountDownLatch(1);
        seen.forgotten = taken::countDown;
        slow.countDown();
        taken.await();
        seen.before = () -> {};
        assertEquals(200, sent(other, at(other, news.toString())).statusCode());
        assertEquals(1, other.learnt.size());
    }

    @Test
    void an_emergency_is_answered_even_then_alone_or_beside_others() {
        seen.broken = true;
        ObjectNode message =
                Calls.message("e", "transfer_call", Calls.arguments().put("reason", "emergency"));
        assertTrue(sent(one, at(one, message.toString())).body().contains("Dial 911"));
        Calls.with(message, "r", "find_earliest_appointment", Calls.arguments());
        HttpResponse<String> both = sent(one, at(one, message.toString()));
        assertTrue(both.body().contains("Dial 911") && both.body().contains("EMR_UNAVAILABLE"), both.body());
        assertEquals(0, one.tools.executionsOf("find_earliest_appointment"));
    }

    @Test
    void after_five_minutes_it_is_refused_for_its_age() throws Exception {
        HttpRequest recorded = at(one, search());
        assertEquals(200, sent(one, recorded).statusCode());
        seen.awaitAnswers();
        one.clock.move(Duration.ofSeconds(300));
        assertEquals(200, sent(one, recorded).statusCode());
        assertEquals(1, one.tools.executions.size());
        one.clock.move(Duration.ofMillis(1));
        assertEquals(401, sent(one, recorded).statusCode());
    }
}
