package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.ToolArgument;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.ToolResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepeatsTest {
    private static final ToolReplies.Key KEY =
            new ToolReplies.Key(new ClinicId("harbourview"), new CallId("call-1"), "c1");
    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer();
        AtomicInteger count = new AtomicInteger();
        server.tools.will(
                "create_appointment", (call, arguments) -> TestTools.success("Number " + count.incrementAndGet()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static ObjectNode booking() {
        return Calls.message("c1", "create_appointment", Calls.arguments().put("slot_id", "abcd"));
    }

    private static String request(ObjectNode arguments) {
        return RepeatKeys.request("create_appointment", arguments);
    }

    @Test
    void ten_equal_calls_at_once_are_executed_once_and_answered_alike() {
        HttpRequest request = server.authorized("/vapi")
                .POST(HttpRequest.BodyPublishers.ofString(booking().toString()))
                .build();
        List<CompletableFuture<HttpResponse<String>>> all =
                IntStream.range(0, 10).mapToObj(i -> server.send(request)).toList();
        assertEquals(
                1,
                all.stream()
                        .map(CompletableFuture::join)
                        .map(HttpResponse::body)
                        .distinct()
                        .count());
        assertEquals(1, server.tools.executionsOf("create_appointment"));
        assertTrue(Calls.result(TestServer.read(all.get(0).join()), 0)
                .path("success")
                .asBoolean());
    }

    @Test
    void the_order_and_spelling_of_arguments_and_the_static_parameters_make_no_other_request() {
        JsonNode first = server.answer(Calls.message(
                "c1",
                "create_appointment",
                Calls.arguments().put("slot_id", "abcd").put("patient_id", "7")));
        JsonNode second = server.answer(Calls.message(
                "c1",
                "create_appointment",
                Calls.arguments().put("patientId", "7").put("slotId", "abcd").put("caller_number", "+16045550142")));
        assertEquals(first, second);
        assertEquals(1, server.tools.executionsOf("create_appointment"));
    }

    @Test
    void another_request_under_the_same_id_is_refused_and_leaves_the_first_as_it_is() throws InterruptedException {
        JsonNode first = server.answer(booking());
        JsonNode other = server.answer(
                Calls.message("c1", "create_appointment", Calls.arguments().put("slot_id", "zzzz")));
        JsonNode otherTool = server.answer(
                Calls.message("c1", "cancel_appointment", Calls.arguments().put("slot_id", "abcd")));
        assertEquals(Fault.REUSED_ID.text(), other.at("/results/0/error").asText());
        assertEquals(Fault.REUSED_ID.text(), otherTool.at("/results/0/error").asText());
        assertEquals(1, server.tools.executions.size());
        assertEquals(first, server.answer(booking()));
        ToolCall noted = server.log.next();
        assertTrue(noted.succeeded());
        assertTrue(server.log.next().succeeded(), "the repeat; the refused ones are not noted under its id");
    }

    @Test
    void a_tool_call_is_noted_with_its_arguments_and_what_the_emr_was_asked_for_it() throws InterruptedException {
        server.answer(booking());
        ToolCall noted = server.log.next();
        assertEquals(List.of(TestServer.EMR_REQUEST), noted.emrRequests());
        assertTrue(
                noted.arguments().contains(new ToolArgument("slotId", "abcd", false))
                        || noted.arguments().contains(new ToolArgument("slot_id", "abcd", false)),
                noted::toString);
    }

    @Test
    void the_same_id_in_another_phone_call_is_another_tool_call() {
        JsonNode first = server.answer(booking());
        ObjectNode elsewhere = booking();
        elsewhere.withObject("/message/call").put("id", "call-2");
        assertNotEquals(first, server.answer(elsewhere));
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"EMR_UNAVAILABLE", "RATE_LIMITED", "OUTCOME_PENDING"})
    void not_yet_is_not_remembered(Code code) {
        server.tools.will("create_appointment", (call, arguments) -> ToolResult.refused(code, Calls.arguments()));
        assertEquals(
                code.name(),
                Calls.result(server.answer(booking()), 0).path("code").asText());
        server.tools.will("create_appointment", (call, arguments) -> TestTools.success("Booked."));
        assertEquals(
                "Booked.", Calls.result(server.answer(booking()), 0).path("say").asText());
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"SLOT_TAKEN", "ALREADY_BOOKED", "INVALID_ARGUMENT"})
    void no_is_remembered(Code code) {
        server.tools.will("create_appointment", (call, arguments) -> ToolResult.refused(code, Calls.arguments()));
        JsonNode first = server.answer(booking());
        server.tools.will("create_appointment", (call, arguments) -> TestTools.success("Booked."));
        assertEquals(first, server.answer(booking()));
    }

    @Test
    void a_broken_execution_is_forgotten_and_the_repeat_executes() {
        server.tools.will("create_appointment", (call, arguments) -> {
            throw new IllegalStateException();
        });
        assertEquals(
                Fault.INTERNAL_ERROR.text(),
                server.answer(booking()).at("/results/0/error").asText());
        assertEquals(0, server.replies.size());
        server.tools.will("create_appointment", (call, arguments) -> TestTools.success("Booked."));
        assertEquals(
                "Booked.", Calls.result(server.answer(booking()), 0).path("say").asText());
    }

    @Test
    void an_answer_that_cannot_be_remembered_is_still_given() {
        server.replies.forgetful = true;
        assertEquals(
                "Number 1",
                Calls.result(server.answer(booking()), 0).path("say").asText());
    }

    @Test
    void a_repeat_is_answered_for_24_hours_and_executed_after_that() {
        JsonNode first = server.answer(booking());
        server.clock.move(Duration.ofHours(24).minusSeconds(1));
        assertEquals(first, server.answer(booking()));
        server.clock.move(Duration.ofSeconds(2));
        assertEquals(
                "Number 2",
                Calls.result(server.answer(booking()), 0).path("say").asText());
    }

    @Test
    void a_call_running_elsewhere_is_waited_for_until_the_deadline() {
        Instant claimedUntil = claimElsewhere();
        assertEquals(
                "OUTCOME_PENDING",
                Calls.result(server.answer(booking()), 0).path("code").asText());
        assertEquals(0, server.tools.executions.size());
        server.replies.remember(KEY, claimedUntil, "{\"success\":true,\"say\":\"Elsewhere.\"}", server.clock.instant());
        assertEquals(
                "Elsewhere.",
                Calls.result(server.answer(booking()), 0).path("say").asText());
    }

    @Test
    void a_call_whose_server_died_is_taken_over_when_its_claim_ends() {
        claimElsewhere();
        server.clock.move(Duration.ofSeconds(70));
        assertEquals(
                "Number 1",
                Calls.result(server.answer(booking()), 0).path("say").asText());
    }

    private Instant claimElsewhere() {
        Instant until = server.clock.instant().plusSeconds(70);
        server.replies.claim(KEY, request(Calls.arguments().put("slot_id", "abcd")), server.clock.instant(), until);
        return until;
    }

    @Test
    void reads_are_executed_each_time() {
        ObjectNode search = Calls.message("r1", "find_earliest_appointment", Calls.arguments());
        server.answer(search);
        server.answer(search);
        assertEquals(2, server.tools.executionsOf("find_earliest_appointment"));
    }

    private static ObjectNode guess(String name) {
        return Calls.message("g1", "search_patient_by_phone", Calls.arguments().put("first_name", name));
    }

    @Test
    void a_guess_that_is_repeated_is_executed_and_so_counted_once() {
        JsonNode first = server.answer(guess("Robin"));
        assertEquals(first, server.answer(guess("Robin")));
        assertEquals(1, server.tools.executionsOf("search_patient_by_phone"));
    }

    @Test
    void another_guess_under_the_same_id_is_executed_for_itself() {
        server.answer(guess("Robin"));
        JsonNode other = server.answer(guess("Zoe"));
        assertTrue(Calls.result(other, 0).path("success").asBoolean());
        server.answer(guess("Zoe"));
        assertEquals(3, server.tools.executionsOf("search_patient_by_phone"));
    }

    @Test
    void a_guess_running_elsewhere_finds_no_emr_when_the_time_is_over() {
        server.replies.claim(
                new ToolReplies.Key(KEY.clinic(), KEY.call(), "g1"),
                RepeatKeys.request("search_patient_by_phone", Calls.arguments().put("first_name", "Robin")),
                server.clock.instant(),
                server.clock.instant().plusSeconds(70));
        assertEquals(
                "EMR_UNAVAILABLE",
                Calls.result(server.answer(guess("Robin")), 0).path("code").asText());
        assertEquals(0, server.tools.executions.size());
    }

    @Test
    void a_signed_request_sent_again_executes_nothing_again() throws Exception {
        String search = Calls.message("r1", "find_earliest_appointment", Calls.arguments())
                .toString();
        HttpRequest signed = Signed.request(server, "/vapi", search);
        String first = server.send(signed).join().body();
        server.signatures.awaitAnswers();
        assertEquals(first, server.send(signed).join().body());
        assertEquals(1, server.tools.executions.size());

        HttpRequest asking = Signed.request(
                server, "/vapi", TestServer.sample("requests/assistant-request").toString());
        String assistant = server.send(asking).join().body();
        assertTrue(assistant.contains("assistantId"));
        assertEquals(assistant, server.send(asking).join().body());

        HttpRequest reporting = Signed.request(
                server,
                "/vapi",
                TestServer.sample("requests/end-of-call-report").toString());
        server.send(reporting).join();
        int heard = server.learnt.size();
        assertEquals("{}", server.send(reporting).join().body());
        assertEquals(heard, server.learnt.size());

        server.clock.move(Duration.ofSeconds(1));
        assertEquals(
                200, server.send(Signed.request(server, "/vapi", search)).join().statusCode());
        assertEquals(2, server.tools.executions.size());
    }

    @Test
    void a_digest_tells_values_and_structure_apart() {
        List<String> digests = List.of(
                request(Calls.arguments()),
                request(Calls.arguments().put("a", "1")),
                request(Calls.arguments().put("a", 1)),
                request(Calls.arguments().put("a", "1,\"b\"")),
                request(Calls.arguments().put("a", "1").put("b", "")),
                request(Calls.arguments().put("ab", "1")),
                request((ObjectNode) TestServer.parse("{\"a\":[\"1\",\"2\"]}")),
                request((ObjectNode) TestServer.parse("{\"a\":[\"1\"],\"b\":[\"2\"]}")),
                request((ObjectNode) TestServer.parse("{\"a\":{\"b\":\"1\"}}")),
                RepeatKeys.request("cancel_appointment", Calls.arguments()));
        assertEquals(digests.size(), digests.stream().distinct().count());
        assertEquals(
                request(Calls.arguments()),
                request(Calls.arguments().putNull("a").put("callId", "x")));
        assertNull(server.tools.spec("no_such_tool").orElse(null));
        assertEquals(
                71,
                RepeatKeys.storable("é".repeat(2).concat(new String(new byte[] {0}, StandardCharsets.UTF_8)))
                        .length());
    }
}
