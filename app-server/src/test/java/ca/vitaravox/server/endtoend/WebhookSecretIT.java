package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.server.config.ConfigReader;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.Databases;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A clinic's own webhook secret, given and replaced over the admin API, and what it opens at the webhook. */
class WebhookSecretIT {
    private static final TestServer SERVER = TestServer.running();

    private final TestClinic clinic =
            TestClinic.open(SERVER.database(), "whs" + Fresh.hex().substring(0, 8), 1);
    private final String path = clinic.id() + "/webhook";
    private final Desk manager = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, new ClinicId(clinic.id()))));

    private HttpResponse<String> act(String method, String what, Object body) {
        return manager.send(method, path + what, body, "If-Match", manager.tag(path));
    }

    private String given(Map<String, String> wish) {
        HttpResponse<String> answer = act("POST", "/secret", wish);
        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals(manager.tag(path), Desk.tag(answer), "the tag is of what is shown from now on");
        return Admin.read(answer).get("secret").asText();
    }

    private static String end(String secret) {
        return "\u2026" + secret.substring(60);
    }

    private int knock(String secret, boolean signed) {
        Phone phone = new Phone(SERVER.port(), clinic.phoneOf(1), clinic.number());
        String body = phone.toolCalls(Phone.newToolCallId(), "get_clinic_info", "{}");
        return Phone.send(phone.proving(secret, signed, body)).statusCode();
    }

    @Test
    void a_secret_is_told_once_opens_the_clinics_lines_and_is_shown_by_its_end_alone() {
        assertEquals("{\"own\":false,\"auth\":\"either\"}", manager.get(path).body());
        String secret = given(Map.of());
        assertTrue(secret.matches("[0-9a-f]{64}"));
        JsonNode shown = manager.read(path);
        assertEquals(end(secret), shown.get("secret").asText());
        assertFalse(shown.toString().contains(secret));
        assertTrue(shown.get("own").asBoolean() && shown.get("readable").asBoolean());
        assertEquals(200, knock(secret, false));
        assertEquals(401, knock(TestServer.SECRET, false));
        List<String> trail = SERVER.trail(clinic.id());
        assertTrue(trail.contains("change_settings webhook intended"), trail::toString);
        assertTrue(trail.contains("change_settings webhook own,readable,secret done"), trail::toString);
    }

    @Test
    void the_one_before_goes_on_until_it_is_settled_and_the_platforms_returns_when_both_are_taken_away() {
        String first = given(Map.of("auth", "hmac"));
        assertEquals(401, knock(first, false), "a signature is asked for");
        String second = given(Map.of());
        assertEquals("hmac", manager.read(path).get("auth").asText(), "as it was");
        assertEquals(200, knock(first, true));
        assertEquals(200, knock(second, true));
        assertEquals(end(first), manager.read(path).get("previous").asText());
        assertEquals(200, act("POST", "/settled", null).statusCode());
        assertFalse(manager.read(path).has("previous"));
        assertEquals(401, knock(first, true));
        assertEquals(200, act("PUT", "", Map.of("auth", "bearer")).statusCode());
        assertEquals(200, knock(second, false));
        assertEquals(204, act("DELETE", "", null).statusCode());
        assertEquals(200, knock(TestServer.SECRET, false));
        assertEquals(401, knock(second, false));
    }

    @Test
    void nobody_changes_what_they_have_not_seen_or_what_is_not_there() {
        assertEquals(428, manager.send("POST", path + "/secret", Map.of()).statusCode());
        String before = manager.tag(path);
        assertEquals(409, act("POST", "/settled", null).statusCode());
        assertEquals(409, act("PUT", "", Map.of("auth", "hmac")).statusCode());
        given(Map.of());
        for (String[] what : List.of(
                new String[] {"POST", "/secret", "{}"},
                new String[] {"POST", "/settled", null},
                new String[] {"PUT", "", "{\"auth\":\"hmac\"}"},
                new String[] {"DELETE", "", null})) {
            HttpResponse<String> late = manager.send(what[0], path + what[1], what[2], "If-Match", before);
            assertEquals(412, late.statusCode(), () -> what[0] + what[1]);
        }
        for (Object wrong : List.of(Map.of("auth", "none"), Map.of("secret", "x".repeat(40)))) {
            assertEquals(422, act("POST", "/secret", wrong).statusCode(), wrong::toString);
        }
        assertTrue(SERVER.trail(clinic.id()).contains("change_settings webhook refused"));
    }

    @Test
    void no_clinic_takes_less_than_the_platform() {
        Map<String, String> strict = new HashMap<>(SERVER.environment());
        strict.put("VITARAVOX_PORT", "0");
        strict.put("VITARAVOX_WEBHOOK_AUTH", "hmac");
        try (var database = Databases.open(SERVER.asApplication(), 6, InstantSource.system());
                Backend other =
                        Backend.start(ConfigReader.read(strict, Optional.empty()), database, InstantSource.system())) {
            String origin = "http://127.0.0.1:" + other.port();
            Map<String, String> headers = new HashMap<>(Admin.bearer(manager.token()));
            String there = "/api/admin/clinics/" + path;
            HttpResponse<String> shown = Admin.send(origin, "GET", there, null, headers);
            assertEquals("hmac", Admin.read(shown).get("auth").asText());
            headers.put("If-Match", Desk.tag(shown));
            for (String less : List.of("bearer", "either")) {
                HttpResponse<String> refused =
                        Admin.send(origin, "POST", there + "/secret", Map.of("auth", less), headers);
                assertEquals(422, refused.statusCode(), less);
                assertEquals(
                        "#/auth", Admin.read(refused).at("/errors/0/pointer").asText());
            }
            assertEquals(
                    200,
                    Admin.send(origin, "POST", there + "/secret", Map.of(), headers)
                            .statusCode());
        }
    }
}
