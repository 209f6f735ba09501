package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.vapi.tool.ToolResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Time runs out when the test says so: the last call of a message is an emergency, answered after the others have begun
 * and before anything is waited for, and while it is answered the clock moves past the deadline.
 */
@Timeout(120)
class DeadlineTest {
    /** Work that begins, and then waits to be let go. */
    private static final class Stall implements BiFunction<CallContext, ObjectNode, ToolResult> {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch letGo = new CountDownLatch(1);

        @Override
        public ToolResult apply(CallContext call, ObjectNode arguments) {
            begun.countDown();
            await(letGo);
            return TestTools.success("At last.");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String code(JsonNode answer, int place) {
        return Calls.result(answer, place).path("code").asText("success");
    }

    /** Sends a message whose time runs out once these have come to pass. */
    private static JsonNode answerLate(TestServer server, ObjectNode message, CountDownLatch... first) {
        server.tools.duringEmergency = () -> {
            for (CountDownLatch latch : first) {
                await(latch);
            }
            server.clock.move(TestServer.ANSWER_WITHIN);
        };
        Calls.with(message, "time", "transfer_call", Calls.arguments().put("reason", "emergency"));
        return server.answer(message);
    }

    private static ToolCall noted(TestServer server, String tool) throws InterruptedException {
        ToolCall next = server.log.next();
        while (!next.tool().equals(tool)) {
            next = server.log.next();
        }
        return next;
    }

    @Test
    void a_late_read_finds_no_emr_and_a_late_write_is_pending_while_the_others_are_answered() {
        try (TestServer server = new TestServer()) {
            Stall read = new Stall();
            Stall write = new Stall();
            server.tools.will("find_earliest_appointment", read);
            server.tools.will("create_appointment", write);
            ObjectNode message = Calls.message("q", "search_patient_by_phone", Calls.arguments());
            Calls.with(message, "r", "find_earliest_appointment", Calls.arguments());
            Calls.with(message, "w", "create_appointment", Calls.arguments().put("language", "fr"));
            CountDownLatch other = new CountDownLatch(1);
            server.log.whenAdded = call -> other.countDown();
            JsonNode answer = answerLate(server, message, read.begun, write.begun, other);
            assertEquals("success", code(answer, 0));
            assertEquals("EMR_UNAVAILABLE", code(answer, 1));
            assertEquals("OUTCOME_PENDING", code(answer, 2));
            assertEquals("Refused in fr", Calls.result(answer, 2).path("say").asText());
            read.letGo.countDown();
            write.letGo.countDown();
        }
    }

    @Test
    void a_late_write_tells_its_end_to_the_repeat_and_to_the_record() throws InterruptedException {
        try (TestServer server = new TestServer()) {
            Stall write = new Stall();
            server.tools.will("create_appointment", write);
            ObjectNode message = Calls.message("w", "create_appointment", Calls.arguments());
            assertEquals("OUTCOME_PENDING", code(answerLate(server, message.deepCopy(), write.begun), 0));
            assertEquals("OUTCOME_PENDING", code(answerLate(server, message.deepCopy()), 0), "it still runs");
            write.letGo.countDown();
            assertEquals(Optional.empty(), noted(server, "create_appointment").code(), "not noted before its end");
            assertEquals(
                    "At last.",
                    Calls.result(server.answer(message), 0).path("say").asText());
            assertEquals(1, server.tools.executionsOf("create_appointment"));
        }
    }

    @Test
    void a_late_read_is_recorded_as_it_was_answered() throws InterruptedException {
        try (TestServer server = new TestServer()) {
            Stall read = new Stall();
            server.tools.will("find_earliest_appointment", read);
            answerLate(server, Calls.message("r", "find_earliest_appointment", Calls.arguments()), read.begun);
            read.letGo.countDown();
            assertEquals(
                    Optional.of("EMR_UNAVAILABLE"),
                    noted(server, "find_earliest_appointment").code());
        }
    }

    @Test
    void a_write_that_waited_too_long_for_its_turn_is_never_begun() throws InterruptedException {
        try (TestServer server = new TestServer()) {
            Stall first = new Stall();
            server.tools.will("create_appointment", first);
            ObjectNode message = Calls.message("w1", "create_appointment", Calls.arguments());
            Calls.with(message, "w2", "cancel_appointment", Calls.arguments());
            JsonNode answer = answerLate(server, message, first.begun);
            assertEquals("OUTCOME_PENDING", code(answer, 0));
            assertEquals("OUTCOME_PENDING", code(answer, 1));
            first.letGo.countDown();
            JsonNode again = server.answer(Calls.message("w2", "cancel_appointment", Calls.arguments()));
            assertEquals("success", code(again, 0));
            assertEquals(1, server.tools.executionsOf("cancel_appointment"));
        }
    }

    @Test
    void calls_of_one_message_run_at_once() {
        try (TestServer server = new TestServer()) {
            CountDownLatch both = new CountDownLatch(2);
            for (String tool : List.of("search_patient_by_phone", "find_earliest_appointment")) {
                server.tools.will(tool, (call, arguments) -> {
                    both.countDown();
                    await(both);
                    return TestTools.success("Met.");
                });
            }
            JsonNode answer = server.answer(TestServer.sample("requests/tool-calls-two-parallel"));
            assertEquals("Met.", Calls.result(answer, 0).path("say").asText());
            assertEquals("Met.", Calls.result(answer, 1).path("say").asText());
        }
    }

    @Test
    void writes_of_one_phone_call_keep_their_order_within_and_across_messages() {
        try (TestServer server = new TestServer()) {
            List<String> order = Collections.synchronizedList(new ArrayList<>());
            Stall first = new Stall();
            server.tools.will("create_appointment", (call, arguments) -> {
                order.add(arguments.path("n").asText());
                return arguments.path("n").asText().equals("1") ? first.apply(call, arguments) : TestTools.success("");
            });
            ObjectNode one =
                    Calls.message("w1", "create_appointment", Calls.arguments().put("n", "1"));
            Calls.with(one, "w2", "create_appointment", Calls.arguments().put("n", "2"));
            Calls.with(one, "w3", "create_appointment", Calls.arguments().put("n", "3"));
            CompletableFuture<HttpResponse<String>> earlier = server.send(server.authorized("/vapi")
                    .POST(HttpRequest.BodyPublishers.ofString(one.toString()))
                    .build());
            await(first.begun);
            CompletableFuture<HttpResponse<String>> later = server.send(server.authorized("/vapi")
                    .POST(HttpRequest.BodyPublishers.ofString(Calls.message(
                                    "w4",
                                    "create_appointment",
                                    Calls.arguments().put("n", "4"))
                            .toString()))
                    .build());
            ObjectNode elsewhere =
                    Calls.message("x", "create_appointment", Calls.arguments().put("n", "other"));
            elsewhere.withObject("/message/call").put("id", "call-2");
            assertEquals("success", code(server.answer(elsewhere), 0));
            assertEquals(List.of("1", "other"), order);
            first.letGo.countDown();
            earlier.join();
            later.join();
            assertEquals(List.of("1", "other", "2", "3", "4"), order);
        }
    }

    @Test
    void too_much_at_once_is_refused_clearly_and_an_emergency_never_is() {
        try (TestServer server = new TestServer(20, 1)) {
            Stall read = new Stall();
            server.tools.will("find_earliest_appointment", read);
            CompletableFuture<HttpResponse<String>> first = server.send(server.authorized("/vapi")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            Calls.message("r", "find_earliest_appointment", Calls.arguments())
                                    .toString()))
                    .build());
            await(read.begun);
            JsonNode refused = server.answer(Calls.message("s", "search_patient_by_phone", Calls.arguments()));
            assertEquals("RATE_LIMITED", code(refused, 0));
            JsonNode emergency = server.answer(
                    Calls.message("e", "transfer_call", Calls.arguments().put("reason", "emergency")));
            assertEquals(
                    "Dial 911 (en).", Calls.result(emergency, 0).path("say").asText());
            read.letGo.countDown();
            assertEquals("success", code(TestServer.read(first.join()), 0));
        }
    }

    @Test
    void a_clinic_whose_calls_are_stuck_leaves_threads_to_other_clinics_and_can_be_handed_over() {
        int most = ClinicPlaces.OF_ONE_CLINIC;
        try (TestServer server = new TestServer(most + 1, 400)) {
            CountDownLatch begun = new CountDownLatch(most);
            CountDownLatch letGo = new CountDownLatch(1);
            server.tools.will("find_earliest_appointment", (call, arguments) -> {
                if (call.clinic().value().equals("harbourview")) {
                    begun.countDown();
                    await(letGo);
                }
                return TestTools.success("At last.");
            });
            ObjectNode stuck = Calls.message();
            IntStream.range(0, most)
                    .forEach(i -> Calls.with(stuck, "s" + i, "find_earliest_appointment", Calls.arguments()));
            CompletableFuture<HttpResponse<String>> answers = server.send(server.authorized("/vapi")
                    .POST(HttpRequest.BodyPublishers.ofString(stuck.toString()))
                    .build());
            await(begun);

            JsonNode more = server.answer(Calls.message("m", "find_earliest_appointment", Calls.arguments()));
            JsonNode handedOver = server.answer(Calls.message("t", "transfer_call", Calls.arguments()));
            ObjectNode elsewhere = Calls.message("e", "find_earliest_appointment", Calls.arguments());
            elsewhere
                    .withObject("/message/phoneNumber")
                    .put("number", Places.CEDAR_LANE_NUMBER)
                    .remove("id");
            elsewhere.withObject("/message/call").put("id", "call-2").remove("phoneNumberId");
            JsonNode other = server.answer(elsewhere);

            assertEquals("RATE_LIMITED", code(more, 0));
            assertEquals("success", code(handedOver, 0));
            assertEquals("success", code(other, 0));
            letGo.countDown();
            assertEquals("success", code(TestServer.read(answers.join()), most - 1));
        }
    }

    @Test
    void places_are_given_back_whatever_happens_to_a_call() throws InterruptedException {
        try (TestServer server = new TestServer(20, 3)) {
            server.tools.will("search_patient_by_phone", (call, arguments) -> {
                throw new StackOverflowError();
            });
            List<ObjectNode> messages = IntStream.range(0, 30)
                    .mapToObj(i -> Calls.message(
                            "c" + i,
                            i % 2 == 0 ? "search_patient_by_phone" : "create_appointment",
                            Calls.arguments().put("language", i % 3 == 0 ? "zh" : "fr")))
                    .toList();
            for (ObjectNode message : messages) {
                JsonNode result = server.answer(message).at("/results/0");
                server.log.next();
                assertTrue(result.path("error").asText().equals(Fault.INTERNAL_ERROR.text()) || result.has("result"));
                assertTrue(!result.path("result").asText().contains("RATE_LIMITED"), result.toString());
            }
        }
    }

    @Test
    void a_crash_is_the_error_of_its_own_call_alone() {
        try (TestServer server = new TestServer()) {
            server.tools.will("search_patient_by_phone", (call, arguments) -> {
                throw new IllegalStateException();
            });
            JsonNode answer = server.answer(TestServer.sample("requests/tool-calls-two-parallel"));
            assertEquals(
                    Fault.INTERNAL_ERROR.text(), answer.at("/results/0/error").asText());
            assertEquals("success", code(answer, 1));
        }
    }

    @Test
    void what_only_serves_the_record_never_breaks_an_answer() throws InterruptedException {
        try (TestServer server = new TestServer()) {
            server.log.broken = true;
            server.holds.broken = true;
            JsonNode answer = server.answer(TestServer.sample("requests/tool-calls-two-parallel"));
            assertEquals("success", code(answer, 0));
            assertEquals("success", code(answer, 1));
            assertTrue(server.log.next() != null && server.log.next() != null, "it was tried");
        }
    }
}
