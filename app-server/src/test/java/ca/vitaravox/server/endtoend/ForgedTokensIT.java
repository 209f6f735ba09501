package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.access.AccessTokens;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Access tokens that somebody made, changed, kept too long or took for something else, at the server itself. */
class ForgedTokensIT {
    private static final ClinicId OURS = newClinic();
    private static final ClinicId THEIRS = newClinic();
    private static final User MANAGER = Admin.user(Role.CLINIC_MANAGER, OURS);
    private static final User NEIGHBOUR = Admin.user(Role.CLINIC_MANAGER, THEIRS);
    private static String good;
    private static String neighbours;
    private static String session;

    private static ClinicId newClinic() {
        return new ClinicId(TestClinic.open(
                        TestServer.running().database(),
                        "jwt" + UUID.randomUUID().toString().substring(0, 8),
                        1)
                .id());
    }

    @BeforeAll
    static void twoManagersLogIn() {
        good = Admin.fullToken(MANAGER);
        neighbours = Admin.fullToken(NEIGHBOUR);
        session = me(good).at("/session/id").asText();
        assertEquals(200, clinic(OURS, good).statusCode(), "the token that is changed below is good");
    }

    private static JsonNode me(String token) {
        return Admin.read(Admin.send("GET", "/api/auth/me", null, Admin.bearer(token)));
    }

    private static HttpResponse<String> clinic(ClinicId clinic, String token) {
        return Admin.send("GET", "/api/admin/clinics/" + clinic, null, Admin.bearer(token));
    }

    private static void assertRefused(String token) {
        assertEquals(401, clinic(OURS, token).statusCode());
        assertEquals(401, clinic(THEIRS, token).statusCode());
    }

    private static String encoded(JsonNode json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode part(String token, int place) {
        return (ObjectNode) Phone.read(
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[place]), StandardCharsets.UTF_8));
    }

    private static Session ofSession(UserId user, String id) {
        Instant now = Instant.now();
        return new Session(new SessionId(id), user, Session.Kind.API, true, now, now);
    }

    @Test
    void without_signature() {
        for (String algorithm : List.of("none", "None", "NONE")) {
            String header = encoded(part(good, 0).put("alg", algorithm));
            assertRefused(header + "." + good.split("\\.")[1] + ".");
            assertRefused(header + "." + good.split("\\.")[1] + "." + good.split("\\.")[2]);
        }
        assertRefused(good.substring(0, good.lastIndexOf('.') + 1));
    }

    @Test
    void signed_with_another_key() {
        assertRefused(new AccessTokens("0d2b7c94e15f48a3b6c7d8e9f0a1b2c3", Instant::now)
                .issue(ofSession(MANAGER.id(), session)));
        assertRefused(new AccessTokens(TestServer.SECRET, Instant::now).issue(ofSession(MANAGER.id(), session)));
    }

    @Test
    void kept_until_it_ran_out() {
        Instant then = Instant.now().minus(AccessTokens.LASTS).minus(Duration.ofSeconds(1));
        assertRefused(new AccessTokens(TestServer.JWT_SECRET, () -> then).issue(ofSession(MANAGER.id(), session)));
        Instant later = Instant.now().plus(Duration.ofMinutes(5));
        assertRefused(new AccessTokens(TestServer.JWT_SECRET, () -> later).issue(ofSession(MANAGER.id(), session)));
    }

    @Test
    void with_a_clinic_a_role_another_audience_or_another_user_written_into_it() {
        String signature = good.split("\\.")[2];
        String header = good.split("\\.")[0];
        for (ObjectNode claims : List.of(
                part(good, 1).put("clinic", THEIRS.value()),
                part(good, 1).put("role", "platform_admin"),
                part(good, 1).put("aud", "somebody-else"),
                part(good, 1).put("exp", 4_000_000_000L),
                part(good, 1).put("sub", NEIGHBOUR.id().value()),
                part(neighbours, 1).put("sub", MANAGER.id().value()))) {
            assertRefused(header + "." + encoded(claims) + "." + signature);
        }
    }

    @Test
    void signed_well_for_one_users_session_in_anothers_name() {
        AccessTokens real = new AccessTokens(TestServer.JWT_SECRET, Instant::now);
        assertEquals(
                200, clinic(OURS, real.issue(ofSession(MANAGER.id(), session))).statusCode());
        assertRefused(real.issue(ofSession(NEIGHBOUR.id(), session)));
        assertRefused(real.issue(ofSession(MANAGER.id(), "no-such-session")));
    }

    @Test
    void a_refresh_token_in_its_place_and_it_in_the_place_of_one() {
        JsonNode in = Admin.read(Admin.send("POST", "/api/auth/refresh", Map.of("refreshToken", good), Map.of()));
        assertEquals("NOT_LOGGED_IN", in.path("code").asText());
        User user = Admin.user(Role.CLINIC_MANAGER, OURS);
        assertRefused(Admin.read(Admin.login(user, Admin.PASSWORD))
                .path("refreshToken")
                .asText());
    }

    @Test
    void a_good_one_reaches_its_own_clinic_and_no_other() {
        assertEquals(404, clinic(THEIRS, good).statusCode());
        assertEquals(404, clinic(OURS, neighbours).statusCode());
        assertEquals(200, clinic(THEIRS, neighbours).statusCode());
    }
}
