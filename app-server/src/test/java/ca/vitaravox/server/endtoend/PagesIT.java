package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.access.AccessTable;
import ca.vitaravox.server.access.Rule;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page of the web application as it comes over the wire, for each role. */
class PagesIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int MOST_BYTES = 100_000;
    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);

    private static ClinicId ours;
    private static ClinicId theirs;

    @BeforeAll
    static void everybodyLogsIn() {
        ours = new ClinicId(TestClinic.open(TestServer.running().database(), "pages-ours", 1)
                .id());
        theirs = new ClinicId(TestClinic.open(TestServer.running().database(), "pages-theirs", 1)
                .id());
        for (Role role : Role.values()) {
            TOKENS.put(role, Admin.fullToken(role.isEverywhere() ? Admin.user(role) : Admin.user(role, ours)));
        }
    }

    private static HttpResponse<byte[]> ask(Rule rule, ClinicId clinic, String... headers) {
        String path = rule.path()
                .replace("{clinic}", clinic.value())
                .replace("{provider}", "7")
                .replace("{type}", "checkup")
                .replaceAll("\\{[^}]+}", "none");
        return ask(rule.method(), path + (rule.needs() == Rule.Needs.ASKED_CLINIC ? "?clinic=" + clinic : ""), headers);
    }

    private static HttpResponse<byte[]> ask(HandlerType method, String path, String... headers) {
        return send(method, path, "", headers);
    }

    private static HttpResponse<byte[]> send(HandlerType method, String path, String form, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(Admin.origin() + path)).header("X-Forwarded-For", Admin.somewhere());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        boolean post = method.equals(HandlerType.POST);
        if (post) {
            request.header("Origin", Admin.origin());
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        try {
            return HTTP.send(
                    request.method(method.name(), HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(path, broken);
        }
    }

    private static String bearer(Role role) {
        return "Bearer " + TOKENS.get(role);
    }

    /** Those that do not end what they are asked with. */
    private static List<Rule> walked() {
        return AccessTable.PAGES.stream()
                .filter(rule -> !rule.path().equals("/sign-out"))
                .toList();
    }

    @Test
    void each_role_sees_the_pages_that_the_table_says_and_no_others() {
        for (Rule rule : walked()) {
            for (Role role : Role.values()) {
                int status = ask(rule, ours, "Authorization", bearer(role)).statusCode();
                String what = role + " " + rule.route() + " → " + status;
                if (rule.roles().contains(role)) {
                    assertTrue(status != 403 && status != 401 && status < 500, what);
                } else {
                    assertEquals(403, status, what);
                }
            }
        }
    }

    @Test
    void the_pages_of_a_clinic_that_is_not_theirs_are_not_there() {
        for (Rule rule : walked()) {
            if (!rule.path().contains("{clinic}") && rule.needs() != Rule.Needs.ASKED_CLINIC) {
                continue;
            }
            for (Role role : rule.roles()) {
                int mine = ask(rule, ours, "Authorization", bearer(role)).statusCode();
                int other = ask(rule, theirs, "Authorization", bearer(role)).statusCode();
                assertEquals(role.isEverywhere() ? mine : 404, other, role + " " + rule.route());
            }
        }
    }

    @Test
    void without_a_session_a_page_leads_to_the_door_and_a_form_is_told_to_sign_in() {
        for (Rule rule : walked()) {
            if (rule.needs() == Rule.Needs.NOTHING) {
                continue;
            }
            HttpResponse<byte[]> page = ask(rule, ours);
            assertEquals(303, page.statusCode(), rule.route());
            assertTrue(page.headers().firstValue("Location").orElse("").startsWith("/sign-in?next=%2F"), rule.route());
            assertEquals(401, ask(rule, ours, "HX-Request", "true").statusCode(), rule.route());
        }
    }

    @Test
    void a_first_view_with_all_it_needs_is_under_100_kb_and_has_nothing_inline_or_from_elsewhere() {
        TreeSet<String> seen = new TreeSet<>();
        for (Rule rule : walked()) {
            if (!rule.method().equals(HandlerType.GET) || !rule.roles().contains(Role.PLATFORM_ADMIN)) {
                continue;
            }
            HttpResponse<byte[]> page =
                    ask(rule, ours, "Authorization", bearer(Role.PLATFORM_ADMIN), "Accept-Encoding", "gzip");
            if (page.statusCode() == 303) {
                continue;
            }
            int bytes = page.body().length;
            String html = new String(
                    ask(rule, ours, "Authorization", bearer(Role.PLATFORM_ADMIN))
                            .body(),
                    StandardCharsets.UTF_8);
            for (MatchResult asset : Pattern.compile("\"(/assets/[^\"]+)\"")
                    .matcher(html)
                    .results()
                    .toList()) {
                HttpResponse<byte[]> got = ask(HandlerType.GET, asset.group(1), "Accept-Encoding", "gzip");
                assertEquals(200, got.statusCode(), asset.group(1));
                assertTrue(got.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
                bytes += got.body().length;
            }
            assertTrue(bytes < MOST_BYTES, rule.route() + " is " + bytes + " bytes");
            String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.startsWith("default-src 'self'") && policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertFalse(
                    html.matches(
                            "(?s).*(<script>|<style|\\sstyle=|\\son[a-z]+=|javascript:|(src|href|action)=.https?://).*"),
                    rule.route());
            seen.add(rule.path());
        }
        assertTrue(seen.contains("/clinics/{clinic}/hours"), seen.toString());
    }

    @Test
    void a_page_speaks_the_language_that_was_chosen_and_else_the_one_the_browser_asks_for() {
        assertTrue(door("Accept-Language", "fr-CA,fr;q=0.9,en;q=0.8").contains("<html lang=\"fr-CA\""));
        assertTrue(door("Accept-Language", "de, en;q=0.5").contains("<html lang=\"en-CA\""));
        assertTrue(
                door("Accept-Language", "fr", "Cookie", "vitaravox_language=en").contains("<html lang=\"en-CA\""));
        assertTrue(door("Accept-Language", ";;nonsense;;").contains("<html lang=\"en-CA\""));
        assertTrue(door("Cookie", "vitaravox_theme=dark").contains("data-theme=\"dark\""));
        assertTrue(door("Cookie", "vitaravox_theme=\"><script>").contains("data-theme=\"auto\""));
    }

    private static String door(String... headers) {
        return new String(ask(HandlerType.GET, "/sign-in", headers).body(), StandardCharsets.UTF_8);
    }

    @Test
    void the_door_leads_on_to_our_own_pages_only() {
        assertTrue(new String(ask(HandlerType.GET, "/sign-in?next=%2Fclinics%2Fa%2Fhours")
                        .body())
                .contains("data-door=\"/clinics/a/hours\""));
        for (String other :
                List.of("https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example", "%2Fsign-in")) {
            assertTrue(
                    new String(ask(HandlerType.GET, "/sign-in?next=" + other).body()).contains("data-door=\"/\""),
                    other);
        }
    }

    @Test
    void no_page_is_stored_or_holds_the_token_that_changes_are_sent_with() throws IOException {
        User who = Admin.user(Role.PLATFORM_ADMIN);
        String first =
                Admin.read(Admin.login(who, Admin.PASSWORD)).get("accessToken").asText();
        String code = Admin.enrol(first).get(1);
        HttpResponse<String> in = Admin.send(
                "POST",
                "/api/auth/login",
                Map.of("email", who.email().value(), "password", Admin.PASSWORD, "code", code, "kind", "web"),
                Map.of("Origin", Admin.origin()));
        String token = Admin.read(in).get("csrfToken").asText();
        String cookie = in.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("vitaravox_access="))
                .map(each -> each.split(";")[0])
                .findFirst()
                .orElseThrow();
        for (Rule rule : walked()) {
            if (rule.method().equals(HandlerType.GET)) {
                HttpResponse<byte[]> page = ask(rule, ours, "Cookie", cookie);
                assertTrue(page.statusCode() != 401, rule.route());
                assertEquals(
                        "no-store", page.headers().firstValue("Cache-Control").orElse(""), rule.route());
                assertFalse(new String(page.body(), StandardCharsets.UTF_8).contains(token), rule.route());
            } else if (rule.needs() != Rule.Needs.NOTHING) {
                assertEquals(403, ask(rule, ours, "Cookie", cookie).statusCode(), rule.route() + " without the token");
            }
        }
    }

    @Test
    void a_password_is_never_sent_back() {
        String typed = "nine+round+marbles";
        HttpResponse<byte[]> door = send(
                HandlerType.POST, "/sign-in", "email=nobody%40clinic.test&password=" + typed, "HX-Request", "true");
        assertEquals(422, door.statusCode());
        HttpResponse<byte[]> account = send(
                HandlerType.POST,
                "/account/password",
                "currentPassword=" + typed + "&newPassword=" + typed,
                "HX-Request",
                "true",
                "Authorization",
                bearer(Role.AUDITOR));
        assertEquals(422, account.statusCode());
        for (HttpResponse<byte[]> page : List.of(door, account)) {
            assertFalse(new String(page.body(), StandardCharsets.UTF_8).contains("marbles"));
        }
    }

    @Test
    void whatever_is_typed_anywhere_is_shown_as_it_is_and_breaks_nothing() {
        String attack = "\"><script>alert(1)</script>'; DROP TABLE clinics; --";
        String encoded = URLEncoder.encode(attack, StandardCharsets.UTF_8);
        StringBuilder form = new StringBuilder();
        for (String field : List.of(
                "name",
                "id",
                "_id",
                "email",
                "role",
                "clinics",
                "displayName",
                "phone",
                "items/0/number",
                "_tag",
                "monday/0/open",
                "closures/0/reason",
                "shifts/0/from",
                "usual/number",
                "byReason/billing/_how",
                "minutes",
                "names/en",
                "aliases",
                "kind",
                "baseUrl",
                "clientKey",
                "apiKey",
                "verifier",
                "live",
                "clinic",
                "back",
                "next",
                "language",
                "theme",
                "code",
                "password",
                "policy/gridMinutes",
                "visitTypes/x")) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(field, StandardCharsets.UTF_8))
                    .append('=')
                    .append(encoded);
        }
        for (Rule rule : walked()) {
            String usual = rule.path()
                    .replace("{clinic}", ours.value())
                    .replace("{provider}", "7")
                    .replace("{type}", "checkup")
                    .replaceAll("\\{[^}]+}", "none");
            String attacked = rule.path().replaceAll("\\{[^}]+}", encoded.replace("+", "%20"));
            for (String path : List.of(
                    usual,
                    attacked,
                    usual + "?clinic=" + ours + "&q=" + encoded + "&after=" + encoded + "&from=" + encoded + "&action="
                            + encoded + "&patient=" + encoded + "&done=" + encoded + "&next=" + encoded)) {
                HttpResponse<byte[]> page = send(
                        rule.method(),
                        path,
                        rule.method().equals(HandlerType.POST) ? form.toString() : "",
                        "Authorization",
                        bearer(Role.PLATFORM_ADMIN),
                        "HX-Request",
                        "true");
                String html = new String(page.body(), StandardCharsets.UTF_8);
                assertTrue(page.statusCode() < 500, rule.route() + " " + path + " → " + page.statusCode());
                assertFalse(html.contains("<script>alert"), rule.route() + " " + path);
                assertFalse(page.headers().firstValue("HX-Redirect").orElse("/").startsWith("http"), path);
            }
        }
    }
}
