package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.WebhookAuth;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clinic with a secret of its own takes that and nothing else, and that opens no other clinic. */
@Timeout(60)
class ClinicSecretsTest {
    private static final String OWN = "EXAMPLE-of-harbourview-alone";
    private static final String BEFORE = "EXAMPLE-of-harbourview-before";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private static ObjectNode search() {
        return Calls.message("r1", "find_earliest_appointment", Calls.arguments());
    }

    private static ObjectNode atCedarLane(ObjectNode message) {
        message.withObject("/message/call").put("phoneNumberId", Places.CEDAR_LANE_LINE);
        message.withObject("/message/phoneNumber")
                .put("number", Places.CEDAR_LANE_NUMBER)
                .put("id", Places.CEDAR_LANE_LINE);
        return message;
    }

    private HttpResponse<String> bearing(String secret, ObjectNode message) {
        return server.send(server.request("/vapi")
                        .header("Authorization", "Bearer " + secret)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(message.toString()))
                        .build())
                .join();
    }

    private HttpResponse<String> signed(String secret, ObjectNode message) {
        return server.send(Signed.request(server, secret, "/vapi", message.toString()))
                .join();
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertEquals(401, answer.statusCode(), answer.body());
        assertEquals("{\"success\":false,\"code\":\"UNAUTHORIZED\",\"say\":\"Not authorized.\"}", answer.body());
        assertEquals(List.of(), server.tools.executions);
        assertEquals(List.of(), server.learnt);
    }

    @Test
    void its_own_secret_opens_its_lines_and_the_platforms_does_not() {
        server.keys.harbourview(WebhookAuth.BEARER, OWN);
        assertRefused(bearing(TestServer.SECRET, search()));
        assertRefused(signed(TestServer.SECRET, search()));
        assertRefused(bearing("EXAMPLE-guess", search()));
        assertRefused(bearing(BEFORE, search()));
        assertEquals(200, bearing(OWN, search()).statusCode());
        assertEquals(1, server.tools.executions.size());
    }

    @Test
    void it_opens_no_other_clinic_and_the_platforms_goes_on_opening_those() {
        server.keys.harbourview(WebhookAuth.EITHER, OWN);
        assertRefused(bearing(OWN, atCedarLane(search())));
        assertRefused(signed(OWN, atCedarLane(search())));
        assertEquals(200, bearing(TestServer.SECRET, atCedarLane(search())).statusCode());
        assertEquals(1, server.tools.executions.size());
    }

    @Test
    void while_it_is_replaced_the_one_before_opens_too() {
        server.keys.harbourview(WebhookAuth.EITHER, OWN, BEFORE);
        assertEquals(200, bearing(OWN, search()).statusCode());
        assertEquals(200, bearing(BEFORE, search()).statusCode());
        assertEquals(200, signed(BEFORE, search()).statusCode());
        server.keys.harbourview(WebhookAuth.EITHER, OWN);
        assertEquals(401, bearing(BEFORE, search()).statusCode());
    }

    @Test
    void where_a_clinic_takes_signatures_alone_its_secret_as_it_is_opens_nothing() {
        server.keys.harbourview(WebhookAuth.HMAC, OWN);
        assertRefused(bearing(OWN, search()));
        assertEquals(200, signed(OWN, search()).statusCode());
    }

    @ParameterizedTest
    @EnumSource(WebhookAuth.class)
    void where_the_platform_takes_signatures_alone_so_does_every_clinic(WebhookAuth clinics) {
        try (TestServer strict = new TestServer(WebhookAuth.HMAC)) {
            strict.keys.harbourview(clinics, OWN);
            assertEquals(
                    401,
                    strict.send(strict.request("/vapi")
                                    .header("X-Vapi-Secret", OWN)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(search().toString()))
                                    .build())
                            .join()
                            .statusCode());
            assertEquals(
                    200,
                    strict.send(Signed.request(strict, OWN, "/vapi", search().toString()))
                            .join()
                            .statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assistant-request",
                "status-update-in-progress",
                "end-of-call-report",
                "hang",
                "speech-update",
                "new"
            })
    void every_message_about_its_line_needs_its_secret(String sample) {
        server.keys.harbourview(WebhookAuth.EITHER, OWN);
        ObjectNode message = search();
        message.withObject("/message").put("type", sample.replace("-in-progress", ""));
        message.withObject("/message").put("status", "in-progress").put("endedReason", "customer-ended-call");
        assertRefused(bearing(TestServer.SECRET, message));
        assertEquals(200, bearing(OWN, message).statusCode());
    }

    @Test
    void where_calls_go_is_told_to_whoever_has_its_secret() {
        server.keys.harbourview(WebhookAuth.EITHER, OWN);
        ObjectNode message = search();
        message.withObject("/message").put("type", "transfer-destination-request");
        assertRefused(bearing(TestServer.SECRET, message));
        assertEquals(200, bearing(OWN, message).statusCode());
    }

    @Test
    void a_line_named_in_arguments_alone_is_no_way_round() {
        server.keys.harbourview(WebhookAuth.EITHER, OWN);
        ObjectNode message = Calls.message(
                "r1", "find_earliest_appointment", Calls.arguments().put("called_number", Places.HARBOURVIEW_NUMBER));
        message.withObject("/message").remove("phoneNumber");
        message.withObject("/message/call").remove("phoneNumberId");
        assertRefused(bearing(TestServer.SECRET, message));
        assertEquals(200, bearing(OWN, message).statusCode());
        ObjectNode plain = Calls.arguments();
        plain.putObject("call").put("id", "c").put("to", Places.HARBOURVIEW_NUMBER);
        assertEquals(
                401, server.post("/api/vapi/find-earliest-appointment", plain).statusCode());
    }

    @Test
    void what_is_no_json_or_names_no_line_proves_nothing_to_a_clinic() {
        server.keys.harbourview(WebhookAuth.EITHER, OWN);
        for (String body : List.of("", "{", "[]", "{}", "{\"message\":{\"type\":\"hang\"}}")) {
            HttpResponse<String> answer = server.send(server.request("/vapi")
                            .header("Authorization", "Bearer " + OWN)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build())
                    .join();
            assertRefused(answer);
        }
    }

    @Test
    void a_secret_that_cannot_be_opened_opens_nothing() {
        server.keys.harbourviewSealedElsewhere(OWN);
        assertRefused(bearing(OWN, search()));
        assertRefused(bearing(TestServer.SECRET, search()));
    }

    @Test
    void while_secrets_cannot_be_read_only_an_emergency_is_answered() {
        server.keys.harbourview(WebhookAuth.EITHER, OWN);
        ObjectNode emergency =
                Calls.message("e", "transfer_call", Calls.arguments().put("reason", "emergency"));
        assertEquals(200, bearing(OWN, search()).statusCode());
        server.tools.executions.clear();
        server.keys.broken = true;

        HttpResponse<String> answer = bearing(OWN, emergency);

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("Dial 911"), answer.body());
        assertEquals(200, bearing(TestServer.SECRET, emergency).statusCode());
        assertEquals(401, bearing("EXAMPLE-guess", emergency).statusCode());
        for (String secret : List.of(OWN, TestServer.SECRET)) {
            HttpResponse<String> other = bearing(secret, search());
            assertFalse(other.body().contains("\\\"success\\\":true"), other.body());
        }
        assertEquals(List.of(), server.tools.executions);
    }

    @Test
    void somebody_with_the_platforms_secret_leaves_no_note_in_its_record() throws InterruptedException {
        server.keys.harbourview(WebhookAuth.EITHER, OWN);
        bearing(
                TestServer.SECRET,
                Calls.message("e1", "transfer_call", Calls.arguments().put("reason", "emergency")));
        bearing(OWN, Calls.message("e2", "transfer_call", Calls.arguments().put("reason", "emergency")));
        assertEquals("e2", server.log.next().id());
    }
}
