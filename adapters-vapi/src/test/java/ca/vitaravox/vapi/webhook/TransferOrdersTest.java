package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.vapi.tool.ToolResult;
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

class TransferOrdersTest {
    private static final String ADDRESS = "https://control.example/call-1/control";
    private static final TransferDestination DESK =
            new TransferDestination(new PhoneNumber("+16045550189"), "Front desk", false);

    private record Order(String address, PhoneNumber number, String sentence) {}

    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private volatile boolean holds;
    private volatile boolean takes = true;
    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(20, 400, (address, number, sentence) -> {
            if (holds) {
                await(held);
            }
            orders.add(new Order(address, number, sentence));
            return takes;
        });
        server.tools.will("transfer_call", (call, arguments) -> {
            server.transfers.choose(call.clinic(), call.call(), DESK, server.clock.instant());
            ObjectNode fields = Calls.arguments().put("say", "One moment.");
            fields.putObject("destination").put("number", DESK.number().e164()).put("label", DESK.label());
            return ToolResult.success(fields);
        });
    }

    @AfterEach
    void stop() {
        held.countDown();
        server.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode transfer(String id) {
        ObjectNode message =
                Calls.message(id, "transfer_call", Calls.arguments().put("reason", "billing"));
        message.withObject("/message/call/monitor").put("controlUrl", ADDRESS);
        return message;
    }

    private JsonNode asked() {
        ObjectNode message = Calls.message();
        message.withObject("/message")
                .put("type", "transfer-destination-request")
                .remove("toolCallList");
        return server.answer(message);
    }

    private Order next() throws InterruptedException {
        return orders.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void the_order_is_given_once_the_answer_is_out() throws InterruptedException {
        holds = true;
        JsonNode answer = server.answer(transfer("t"));
        assertEquals(
                "Front desk", Calls.result(answer, 0).at("/destination/label").asText());
        assertTrue(orders.isEmpty());
        held.countDown();
        assertEquals(new Order(ADDRESS, DESK.number(), "One moment, please."), next());
    }

    @Test
    void the_order_speaks_the_callers_language() throws InterruptedException {
        ObjectNode message = transfer("t");
        message.withObject("/message/assistant/transcriber").put("language", "fr-CA");
        server.answer(message);
        assertEquals("Un instant, s’il vous plaît.", next().sentence());
    }

    @Test
    void a_repeated_delivery_is_answered_alike_and_ordered_once() throws InterruptedException {
        JsonNode first = server.answer(transfer("t"));
        next();
        assertEquals(first, server.answer(transfer("t")));
        assertEquals(1, server.tools.executionsOf("transfer_call"));
        server.close();
        assertTrue(orders.isEmpty());
    }

    @Test
    void a_call_that_cannot_be_controlled_goes_where_the_platform_is_told_when_it_asks() {
        ObjectNode message = transfer("t");
        message.withObject("/message/call").remove("monitor");
        server.answer(message);
        JsonNode answer = asked();
        assertEquals("number", answer.at("/destination/type").asText());
        assertEquals(DESK.number().e164(), answer.at("/destination/number").asText());
        assertEquals("One moment, please.", answer.at("/destination/message").asText());
        server.close();
        assertTrue(orders.isEmpty());
    }

    @Test
    void an_order_that_was_not_taken_is_given_again_by_the_next_tool_call() throws InterruptedException {
        takes = false;
        server.answer(transfer("one"));
        next();
        assertTrue(asked().has("destination"));
        takes = true;
        server.answer(transfer("two"));
        assertEquals(DESK.number(), next().number());
    }

    @Test
    void nothing_is_ordered_for_a_message_or_an_emergency_or_a_refusal() {
        server.tools.will(
                "transfer_call",
                (call, arguments) ->
                        ToolResult.success(Calls.arguments().put("say", "Done.").put("message_taken", true)));
        server.answer(transfer("one"));
        ObjectNode emergency = transfer("two");
        emergency.withObject("/message/toolCallList/0/function/arguments").put("reason", "emergency");
        server.answer(emergency);
        assertFalse(asked().has("destination"));
        assertTrue(asked().path("error").isTextual());
        server.close();
        assertTrue(orders.isEmpty());
    }

    @Test
    void the_record_of_the_call_says_what_came_of_it() throws InterruptedException {
        server.answer(transfer("one"));
        assertEquals(Optional.of(Outcome.TRANSFERRED), server.log.next().outcome());
        server.tools.will(
                "transfer_call",
                (call, arguments) ->
                        ToolResult.success(Calls.arguments().put("say", "Done.").put("message_taken", true)));
        server.answer(transfer("two"));
        assertEquals(Optional.of(Outcome.MESSAGE_TAKEN), server.log.next().outcome());
        ObjectNode emergency = transfer("three");
        emergency.withObject("/message/toolCallList/0/function/arguments").put("reason", "emergency");
        server.answer(emergency);
        assertEquals(Optional.empty(), server.log.next().outcome());
    }
}
