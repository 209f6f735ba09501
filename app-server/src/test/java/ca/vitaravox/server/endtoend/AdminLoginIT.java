package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Getting in and out over HTTP, as programs do and as the web application does. */
class AdminLoginIT {
    private static HttpResponse<String> get(String path, String token) {
        return Admin.send("GET", path, null, Admin.bearer(token));
    }

    private static String code(HttpResponse<String> answer) {
        return Admin.read(answer).path("code").asText();
    }

    private static HttpResponse<String> webLogin(User user, Map<String, String> headers) {
        return Admin.send(
                "POST",
                "/api/auth/login",
                Map.of("email", user.email().value(), "password", Admin.PASSWORD, "kind", "web"),
                headers);
    }

    private static Map<String, String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0].split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static String header(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    @Test
    void a_second_factor_is_set_up_once_and_asked_for_ever_after() {
        User user = Admin.user(Role.PLATFORM_ADMIN);
        String first =
                Admin.read(Admin.login(user, Admin.PASSWORD)).get("accessToken").asText();
        assertEquals(
                "must_set_second_factor",
                Admin.read(get("/api/auth/me", first)).get("standing").asText());

        Instant before = Instant.now();
        List<String> made = Admin.enrol(first);

        assertEquals(11, made.size());
        assertEquals(200, get("/api/admin/users", first).statusCode());
        HttpResponse<String> without = Admin.login(user, Admin.PASSWORD);
        assertEquals(401, without.statusCode());
        assertEquals("CODE_NEEDED", code(without));
        Map<String, String> login = new HashMap<>(Map.of("email", user.email().value(), "password", Admin.PASSWORD));
        login.put("code", Admin.code(made.get(0), before, 0));
        assertEquals(401, Admin.send("POST", "/api/auth/login", login, Map.of()).statusCode(), "used to set it up");
        login.put("code", Admin.code(made.get(0), 1));
        assertEquals(200, Admin.send("POST", "/api/auth/login", login, Map.of()).statusCode());
        assertEquals(401, Admin.send("POST", "/api/auth/login", login, Map.of()).statusCode(), "used just now");
        login.put("code", made.get(5));
        assertEquals(200, Admin.send("POST", "/api/auth/login", login, Map.of()).statusCode());
        assertEquals(401, Admin.send("POST", "/api/auth/login", login, Map.of()).statusCode());
    }

    @Test
    void five_failures_close_an_address_and_nothing_tells_whether_it_exists() {
        User user = Admin.user(Role.PLATFORM_ADMIN);
        String nobody = "nobody" + user.email().value();
        for (int i = 0; i < 6; i++) {
            HttpResponse<String> known = Admin.login(user, "wrong password");
            HttpResponse<String> unknown = Admin.send(
                    "POST", "/api/auth/login", Map.of("email", nobody, "password", "wrong password"), Map.of());
            assertEquals(401, known.statusCode());
            assertEquals(known.body(), unknown.body());
            assertEquals(known.headers().map().keySet(), unknown.headers().map().keySet());
        }
        assertEquals(401, Admin.login(user, Admin.PASSWORD).statusCode());
    }

    @Test
    void the_eleventh_try_from_one_network_waits_and_another_network_does_not() {
        Map<String, String> login = Map.of("email", "x@clinic.test", "password", "x", "kind", "none");
        Map<String, String> here = Map.of("X-Forwarded-For", "forged, 203.0.113.77");
        // its clock stands still, so that no try is given back meanwhile
        try (Backend server = Backend.start(
                TestServer.config(), TestServer.running().database(), InstantSource.fixed(Instant.now()))) {
            String origin = "http://127.0.0.1:" + server.port();
            Function<Map<String, String>, HttpResponse<String>> trying =
                    headers -> Admin.send(origin, "POST", "/api/auth/login", login, headers);
            for (int i = 0; i < 10; i++) {
                assertEquals(422, trying.apply(here).statusCode());
            }
            HttpResponse<String> eleventh = trying.apply(here);
            assertEquals(429, eleventh.statusCode());
            assertTrue(eleventh.headers().firstValue("Retry-After").isPresent());
            assertEquals(
                    429,
                    trying.apply(Map.of("X-Forwarded-For", "other, 203.0.113.77"))
                            .statusCode(),
                    "only the entry of the proxy counts");
            assertEquals(
                    422, trying.apply(Map.of("X-Forwarded-For", "203.0.113.78")).statusCode());
        }
    }

    @Test
    void a_refresh_token_is_no_access_token_nor_the_other_way_and_its_repeat_ends_the_session() {
        JsonNode in = Admin.read(Admin.login(Admin.user(Role.PLATFORM_ADMIN), Admin.PASSWORD));
        String access = in.get("accessToken").asText();
        String refresh = in.get("refreshToken").asText();
        assertEquals(401, get("/api/auth/me", refresh).statusCode());
        assertEquals(
                401,
                Admin.send("POST", "/api/auth/refresh", Map.of("refreshToken", access), Map.of())
                        .statusCode());

        JsonNode next = Admin.read(Admin.send("POST", "/api/auth/refresh", Map.of("refreshToken", refresh), Map.of()));
        HttpResponse<String> race = Admin.send("POST", "/api/auth/refresh", Map.of("refreshToken", refresh), Map.of());
        assertEquals(409, race.statusCode());
        assertFalse(race.body().contains("accessToken"));
        JsonNode third = Admin.read(Admin.send(
                "POST",
                "/api/auth/refresh",
                Map.of("refreshToken", next.get("refreshToken").asText()),
                Map.of()));

        assertEquals(
                401,
                Admin.send("POST", "/api/auth/refresh", Map.of("refreshToken", refresh), Map.of())
                        .statusCode());
        assertEquals(401, get("/api/auth/me", third.get("accessToken").asText()).statusCode());
    }

    @Test
    void cookies_are_hidden_from_scripts_and_other_sites_but_for_the_csrf_token() {
        HttpResponse<String> in = webLogin(Admin.user(Role.PLATFORM_ADMIN), Map.of("Origin", Admin.origin()));

        assertEquals(200, in.statusCode());
        assertFalse(in.body().contains("accessToken") || in.body().contains("refreshToken"));
        for (String cookie : in.headers().allValues("Set-Cookie")) {
            assertTrue(cookie.contains("SameSite=Strict"), cookie);
            assertEquals(!cookie.startsWith("vitaravox_csrf"), cookie.contains("HttpOnly"), cookie);
        }
        assertEquals(3, in.headers().allValues("Set-Cookie").size());
        assertEquals("no-store", in.headers().firstValue("Cache-Control").orElseThrow());
    }

    @Test
    void a_page_of_another_site_changes_nothing() {
        User user = Admin.user(Role.PLATFORM_ADMIN);
        String ours = Admin.origin();
        assertEquals(
                403, webLogin(user, Map.of("Origin", "https://evil.example")).statusCode());
        assertEquals(403, webLogin(user, Map.of()).statusCode());
        HttpResponse<String> in = webLogin(user, Map.of("Origin", ours));
        String csrf = Admin.read(in).get("csrfToken").asText();
        String others = Admin.read(webLogin(user, Map.of("Origin", ours)))
                .get("csrfToken")
                .asText();
        String cookie = header(cookies(in));

        for (Map<String, String> headers : List.of(
                Map.of("Cookie", cookie),
                Map.of("Cookie", cookie, "Origin", ours),
                Map.of("Cookie", cookie, "Origin", ours, "X-CSRF-Token", ""),
                Map.of("Cookie", cookie, "Origin", ours, "X-CSRF-Token", others),
                Map.of("Cookie", cookie, "Origin", "null", "X-CSRF-Token", csrf),
                Map.of("Cookie", cookie, "Origin", ours + ".evil.example", "X-CSRF-Token", csrf),
                Map.of("Cookie", cookie, "Origin", "https://evil.example", "X-CSRF-Token", csrf),
                Map.of("Cookie", cookie, "X-CSRF-Token", csrf))) {
            assertEquals(
                    403,
                    Admin.send("POST", "/api/auth/logout", Map.of(), headers).statusCode(),
                    headers::toString);
        }
        assertEquals(
                200,
                Admin.send("GET", "/api/auth/me", null, Map.of("Cookie", cookie))
                        .statusCode());

        Map<String, String> right = Map.of("Cookie", cookie, "Origin", ours, "X-CSRF-Token", csrf);
        assertEquals(
                204, Admin.send("POST", "/api/auth/logout", Map.of(), right).statusCode());
        assertEquals(
                401,
                Admin.send("GET", "/api/auth/me", null, Map.of("Cookie", cookie))
                        .statusCode());
    }

    @Test
    void what_was_in_a_cookie_opens_nothing_as_a_bearer_and_refreshes_only_there() {
        Map<String, String> cookies =
                cookies(webLogin(Admin.user(Role.PLATFORM_ADMIN), Map.of("Origin", Admin.origin())));

        assertEquals(401, get("/api/auth/me", cookies.get("vitaravox_access")).statusCode());
        Map<String, String> page = Map.of("Cookie", header(cookies), "Origin", Admin.origin());
        assertEquals(
                403,
                Admin.send("POST", "/api/auth/refresh", null, Map.of("Cookie", header(cookies)))
                        .statusCode());
        HttpResponse<String> refreshed = Admin.send("POST", "/api/auth/refresh", null, page);
        assertEquals(200, refreshed.statusCode());
        assertEquals(
                401,
                Admin.send(
                                "POST",
                                "/api/auth/refresh",
                                Map.of("refreshToken", cookies(refreshed).get("vitaravox_refresh")),
                                Map.of())
                        .statusCode());
    }

    @Test
    void ending_a_session_a_lock_and_another_role_bite_on_the_next_request() {
        ClinicId clinic = new ClinicId(TestClinic.open(
                        TestServer.running().database(),
                        "adm" + java.util.UUID.randomUUID().toString().substring(0, 8),
                        1)
                .id());
        String admin = Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN));
        User user = Admin.user(Role.CLINIC_MANAGER, clinic);
        String token = Admin.fullToken(user);
        assertEquals(200, get("/api/admin/users", token).statusCode());
        HttpResponse<String> shown = get("/api/admin/users/" + user.id(), admin);
        String tag = shown.headers().firstValue("ETag").orElseThrow();
        Map<String, Object> wish = new HashMap<>(
                Map.of("name", "Same", "role", "clinic_staff", "clinics", List.of(clinic.value()), "locked", false));

        assertEquals(428, put(user, wish, admin, null).statusCode());
        assertEquals(412, put(user, wish, admin, "\"999\"").statusCode());
        HttpResponse<String> changed = put(user, wish, admin, tag);
        assertEquals(200, changed.statusCode());
        assertEquals(412, put(user, wish, admin, tag).statusCode());
        assertEquals(403, get("/api/admin/users", token).statusCode());

        wish.put("locked", true);
        put(user, wish, admin, changed.headers().firstValue("ETag").orElseThrow());
        assertEquals(401, get("/api/auth/me", token).statusCode());

        User other = Admin.user(Role.PLATFORM_ADMIN);
        String others = Admin.fullToken(other);
        String session =
                Admin.read(get("/api/auth/me", others)).at("/session/id").asText();
        assertEquals(
                204,
                Admin.send(
                                "DELETE",
                                "/api/admin/users/" + other.id() + "/sessions/" + session,
                                null,
                                Admin.bearer(admin))
                        .statusCode());
        assertEquals(401, get("/api/auth/me", others).statusCode());
    }

    private static HttpResponse<String> put(User user, Map<String, Object> wish, String token, String tag) {
        Map<String, String> headers = new HashMap<>(Admin.bearer(token));
        if (tag != null) {
            headers.put("If-Match", tag);
        }
        return Admin.send("PUT", "/api/admin/users/" + user.id(), wish, headers);
    }

    @Test
    void a_new_user_gets_in_with_a_given_password_and_can_do_nothing_before_choosing_one() {
        String admin = Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN));
        String email = "new" + System.nanoTime() + "@clinic.test";
        HttpResponse<String> added = Admin.send(
                "POST",
                "/api/admin/users",
                Map.of("email", email, "name", "New Person", "role", "platform_admin"),
                Admin.bearer(admin));
        assertEquals(201, added.statusCode());
        String given = Admin.read(added).get("password").asText();
        JsonNode in =
                Admin.read(Admin.send("POST", "/api/auth/login", Map.of("email", email, "password", given), Map.of()));
        String token = in.get("accessToken").asText();
        assertEquals("must_change_password", in.get("standing").asText());
        assertEquals("PASSWORD_CHANGE_NEEDED", code(get("/api/admin/users", token)));

        Map<String, String> change = new HashMap<>(Map.of("currentPassword", given, "newPassword", "Password1234"));
        HttpResponse<String> weak = Admin.send("POST", "/api/auth/password", change, Admin.bearer(token));
        assertEquals(422, weak.statusCode());
        assertEquals("#/newPassword", Admin.read(weak).at("/errors/0/pointer").asText());
        change.put("newPassword", Admin.PASSWORD);
        assertEquals(
                204,
                Admin.send("POST", "/api/auth/password", change, Admin.bearer(token))
                        .statusCode());
        assertEquals("SECOND_FACTOR_SETUP_NEEDED", code(get("/api/admin/users", token)));
    }

    @Test
    void what_is_sent_wrongly_is_a_problem_that_names_the_field_and_repeats_nothing() {
        assertEquals(
                415,
                Admin.send("POST", "/api/auth/login", "{}", Map.of("Content-Type", "text/plain"))
                        .statusCode());
        assertEquals(400, Admin.send("POST", "/api/auth/login", "{", Map.of()).statusCode());
        assertEquals(400, Admin.send("POST", "/api/auth/login", "[]", Map.of()).statusCode());
        assertEquals(
                400, Admin.send("POST", "/api/auth/login", "{} {}", Map.of()).statusCode());
        HttpResponse<String> missing = Admin.send("POST", "/api/auth/login", Map.of("email", "a@b.test"), Map.of());
        assertEquals(422, missing.statusCode());
        assertTrue(missing.headers().firstValue("Content-Type").orElseThrow().startsWith("application/problem+json"));
        assertEquals("#/password", Admin.read(missing).at("/errors/0/pointer").asText());
        HttpResponse<String> odd = Admin.send(
                "POST", "/api/auth/login", Map.of("email", "sesame sesame", "password", List.of("x")), Map.of());
        assertEquals(422, odd.statusCode());
        assertFalse(odd.body().contains("sesame"));
    }
}
