package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.ToolResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlainRequestTest {
    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static ObjectNode body(String text) {
        return (ObjectNode) TestServer.parse(text.replace('\'', '"'));
    }

    private HttpResponse<String> post(String slug, String body) {
        return server.post("/api/vapi/" + slug, body(body));
    }

    private void assertFault(HttpResponse<String> response, int status, String code) {
        assertEquals(status, response.statusCode());
        JsonNode answer = TestServer.parse(response.body());
        assertFalse(answer.path("success").asBoolean(true));
        assertEquals(code, answer.path("code").asText());
        assertFalse(answer.path("say").asText().isBlank());
    }

    @Test
    void a_plain_request_gets_the_bare_result() {
        HttpResponse<String> response = post(
                "find-earliest-appointment",
                "{'call':{'id':'c-1','to':'+14165550120','from':'+16045550142'},'arguments':{'visit_type':'checkup'}}");
        assertEquals(200, response.statusCode());
        assertEquals("{\"success\":true,\"say\":\"Done: find_earliest_appointment\"}", response.body());
        TestTools.Execution execution = server.tools.executions.get(0);
        CallContext call = execution.call();
        assertEquals("cedar-lane", call.clinic().value());
        assertEquals("c-1", call.call().value());
        assertEquals(Optional.of(new PhoneNumber("+16045550142")), call.caller());
        assertEquals(Language.FRENCH, call.language());
        assertEquals(
                MovableClock.START.plus(TestServer.ANSWER_WITHIN),
                call.deadline().end());
        assertEquals("checkup", execution.arguments().path("visit_type").asText());
    }

    @Test
    void the_static_parameters_can_stand_in_for_the_call() {
        HttpResponse<String> response = post(
                "find-earliest-appointment",
                "{'arguments':{'called_number':'+16045550101','call_id':'c-2','caller_number':'+16045550143'}}");
        assertEquals(200, response.statusCode());
        CallContext call = server.tools.executions.get(0).call();
        assertEquals("harbourview", call.clinic().value());
        assertEquals("c-2", call.call().value());
        assertEquals(Optional.of(new PhoneNumber("+16045550143")), call.caller());
    }

    @Test
    void a_business_refusal_is_a_result() {
        server.tools.will(
                "create_appointment", (call, arguments) -> ToolResult.refused(Code.SLOT_TAKEN, Calls.arguments()));
        HttpResponse<String> response =
                post("create-appointment", "{'call':{'id':'c','to':'+16045550101'},'arguments':{}}");
        assertEquals(200, response.statusCode());
        assertEquals("{\"success\":false,\"code\":\"SLOT_TAKEN\"}", response.body());
    }

    @Test
    void what_is_no_business_has_a_status_of_its_own() {
        String call = "'call':{'id':'c','to':'+16045550101'}";
        assertFault(post("no-such-tool", "{" + call + ",'arguments':{}}"), 404, "UNKNOWN_TOOL");
        assertFault(post("create-appointment", "{" + call + ",'arguments':[1]}"), 400, "MALFORMED_ARGUMENTS");
        assertFault(post("create-appointment", "{'call':{'to':'+16045550101'}}"), 400, "UNKNOWN_CALL");
        assertFault(post("create-appointment", "{'call':{'id':'c','to':'+16045550199'}}"), 422, "UNKNOWN_CLINIC");
        assertFault(post("create-appointment", "{'call':{'id':'c'}}"), 422, "UNKNOWN_CLINIC");
        assertFault(post("create-appointment", "{}"), 422, "UNKNOWN_CLINIC");
        server.tools.will("create_appointment", (context, arguments) -> {
            throw new IllegalStateException("broken");
        });
        assertFault(post("create-appointment", "{" + call + ",'arguments':{}}"), 503, "INTERNAL_ERROR");
    }

    @Test
    void requests_without_an_id_are_each_executed_and_noted_under_a_name_of_their_own() throws InterruptedException {
        String body = "{'call':{'id':'c','to':'+16045550101'},'arguments':{'slot_id':'abcd'}}";
        post("create-appointment", body);
        post("create-appointment", body);
        assertEquals(2, server.tools.executionsOf("create_appointment"));
        assertEquals("unnamed-2026-09-14T17:02:15.620Z-0", server.log.next().id());
    }

    @Test
    void a_request_may_bring_an_id_and_is_then_executed_once() {
        String body = "{'toolCallId':'t-1','call':{'id':'c','to':'+16045550101'},'arguments':{'slot_id':'abcd'}}";
        assertEquals(
                post("create-appointment", body).body(),
                post("create-appointment", body).body());
        assertEquals(1, server.tools.executionsOf("create_appointment"));
    }

    @Test
    void a_tools_own_path_takes_messages_too_and_stands_in_for_a_name_that_is_none_of_ours() {
        ObjectNode message = Calls.message("c1", "book_appt", Calls.arguments());
        Calls.with(message, "c2", "search_patient_by_phone", Calls.arguments());
        JsonNode answer = TestServer.read(server.post("/api/vapi/create-appointment", message));
        assertEquals("book_appt", answer.at("/results/0/name").asText());
        assertEquals(
                "Done: create_appointment", Calls.result(answer, 0).path("say").asText());
        assertEquals(
                "Done: search_patient_by_phone",
                Calls.result(answer, 1).path("say").asText());
        JsonNode elsewhere = TestServer.read(server.post("/api/vapi/no-such-tool", message));
        assertEquals(Fault.UNKNOWN_TOOL.text(), elsewhere.at("/results/0/error").asText());
    }
}
