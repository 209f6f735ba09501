package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.access.AccessTable;
import ca.vitaravox.server.access.Rule;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every route of the access table that writes leaves an entry in a trail: the clinic's, or that of access. */
@Timeout(300)
class EveryWriteIsNotedIT {
    /** Those that leave none, or are shown to leave one where their counterpart is at hand. */
    private static final Map<String, String> NOT_HERE = Map.of(
            "POST /api/auth/refresh", "gives nothing that the login did not, and notes a token that comes again",
            "POST /api/auth/totp", "changes nothing before it is confirmed",
            "POST /api/admin/clinics/{clinic}/emr/oauth/start", "ConnectingIT, with an OSCAR",
            "POST /api/admin/clinics/{clinic}/emr/oauth/verifier", "ConnectingIT, with an OSCAR",
            "POST /api/admin/clinics/{clinic}/emr/test", "ConnectingIT, with an OSCAR",
            "POST /api/admin/clinics/{clinic}/emr/import", "OwnScheduleIT, with an OSCAR",
            "PUT /api/admin/clinics/{clinic}/emr/schedule", "OwnScheduleIT, with an OSCAR",
            "POST /api/admin/clinics/{clinic}/assistant/push", "AssistantIT, with a voice platform");

    private static final TestServer SERVER = TestServer.running();
    private static final Database DATABASE = SERVER.database();
    private static final String CLINICS = "/api/admin/clinics/";

    private static String token;
    private static Desk platform;
    private static User somebody;

    /** Writes once, as it should be written; where it has to be done first, something else was. */
    private record Write(String clinic, Supplier<HttpResponse<String>> write) {}

    private final Map<String, Write> writes = new LinkedHashMap<>();
    private final String clinic = open(0).id();

    @BeforeAll
    static void logIn() {
        token = Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN));
        platform = new Desk(token);
        somebody = Admin.user(Role.PLATFORM_ADMIN);
    }

    private static TestClinic open(int patients) {
        return TestClinic.open(DATABASE, "evw" + Fresh.hex().substring(0, 8), patients);
    }

    @Test
    void every_route_that_writes_leaves_an_entry() {
        access();
        users();
        settings();
        emrs();
        staff();
        Set<String> known = new HashSet<>(writes.keySet());
        known.addAll(NOT_HERE.keySet());
        assertEquals(
                AccessTable.RULES.stream()
                        .filter(rule -> !rule.method().name().equals("GET"))
                        .map(Rule::route)
                        .collect(Collectors.toSet()),
                known,
                "a route that writes is to leave an entry, and to be shown to here");
        writes.forEach((route, write) -> {
            List<String> before = SERVER.trail(write.clinic());
            HttpResponse<String> answer = write.write().get();
            assertEquals(2, answer.statusCode() / 100, () -> route + ": " + answer.statusCode() + " " + answer.body());
            List<String> after = SERVER.trail(write.clinic());
            assertTrue(after.size() > before.size(), () -> route + " left no entry");
            // whoever is about to telephone does not know yet what will come of it, and what is declined is undone
            assertTrue(after.get(after.size() - 1).matches(".* (done|intended|undone)"), () -> route + ": " + after);
        });
    }

    /** Where the trail of access is the one that grows. */
    private void noted(String route, Supplier<HttpResponse<String>> write) {
        writes.put(route, new Write(TestServer.ACCESS, write));
    }

    private void setting(String route, String path, String clinic, Supplier<HttpResponse<String>> write) {
        writes.put(route.replace("~", CLINICS + "{clinic}") + path, new Write(clinic, write));
    }

    private static HttpResponse<String> post(String path, Object body, String with) {
        return Admin.send("POST", path, body, Admin.bearer(with));
    }

    private static String login() {
        return Admin.read(Admin.login(Admin.user(Role.PLATFORM_ADMIN), Admin.PASSWORD))
                .get("accessToken")
                .asText();
    }

    private static String session(String of) {
        return Admin.read(Admin.send("GET", "/api/auth/me", null, Admin.bearer(of)))
                .at("/session/id")
                .asText();
    }

    private void access() {
        noted("POST /api/auth/login", () -> Admin.login(Admin.user(Role.PLATFORM_ADMIN), Admin.PASSWORD));
        String out = login();
        noted("POST /api/auth/logout", () -> post("/api/auth/logout", null, out));
        String changes = login();
        Map<String, String> passwords = Map.of("currentPassword", Admin.PASSWORD, "newPassword", "eleven quiet herons");
        noted("POST /api/auth/password", () -> post("/api/auth/password", passwords, changes));
        String enrols = login();
        JsonNode begun = Admin.read(post("/api/auth/totp", Map.of("currentPassword", Admin.PASSWORD), enrols));
        String enrolment = begun.get("enrolment").asText();
        noted(
                "POST /api/auth/totp/confirm",
                () -> post(
                        "/api/auth/totp/confirm",
                        Map.of(
                                "enrolment",
                                enrolment,
                                "code",
                                Admin.code(begun.get("secret").asText(), 0)),
                        enrols));
        String ends = Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN));
        noted(
                "DELETE /api/auth/sessions/{session}",
                () -> Admin.send("DELETE", "/api/auth/sessions/" + session(ends), null, Admin.bearer(ends)));
    }

    private void users() {
        String user = "/api/admin/users/" + somebody.id();
        Map<String, String> anybody =
                Map.of("email", "evw" + Fresh.hex() + "@clinic.test", "name", "New Person", "role", "platform_admin");
        noted("POST /api/admin/users", () -> post("/api/admin/users", anybody, token));
        Map<String, Object> wish = new HashMap<>(Map.of("name", "Other", "role", "platform_admin", "locked", false));
        noted("PUT /api/admin/users/{user}", () -> platform.put(user, wish));
        noted("POST /api/admin/users/{user}/password", () -> post(user + "/password", null, token));
        noted(
                "DELETE /api/admin/users/{user}/totp",
                () -> Admin.send("DELETE", user + "/totp", null, Admin.bearer(token)));
        noted("POST /api/admin/users/{user}/unlock", () -> post(user + "/unlock", null, token));
        User other = Admin.user(Role.PLATFORM_ADMIN);
        String session = session(Admin.fullToken(other));
        noted(
                "DELETE /api/admin/users/{user}/sessions/{session}",
                () -> platform.send("DELETE", "/api/admin/users/" + other.id() + "/sessions/" + session, null));
    }

    private HttpResponse<String> again(String path) {
        return platform.put(path, platform.read(path));
    }

    private void settings() {
        String made = "evw" + Fresh.hex().substring(0, 8);
        setting("POST /api/admin/clinics", "", made, () -> {
            com.fasterxml.jackson.databind.node.ObjectNode profile =
                    platform.read(clinic).deepCopy();
            profile.put("id", made);
            return platform.send("POST", "/api/admin/clinics", profile.toString());
        });
        setting("PUT ~", "", clinic, () -> again(clinic));
        for (String path : List.of("/numbers", "/hours", "/holidays", "/transfer-destinations")) {
            setting("PUT ~", path, clinic, () -> again(clinic + path));
        }
        setting("PUT ~", "/providers/{provider}", clinic, () -> again(clinic + "/providers/7"));
        setting("PUT ~", "/visit-types/{type}", clinic, () -> again(clinic + "/visit-types/checkup"));
        setting("PUT ~", "/schedules/{provider}", clinic, () -> again(clinic + "/schedules/7"));
        Map<String, Object> doctor = Map.of("displayName", "Doctor", "acceptingNewPatients", true, "bookable", true);
        platform.make(clinic + "/providers/9", doctor);
        setting("DELETE ~", "/providers/{provider}", clinic, () -> remove(clinic + "/providers/9"));
        platform.make(
                clinic + "/visit-types/other",
                platform.read(clinic + "/visit-types/checkup")
                        .toString()
                        .replace("\"checkup\"", "\"other\"")
                        .replace("Checkup", "Other"));
        setting("DELETE ~", "/visit-types/{type}", clinic, () -> remove(clinic + "/visit-types/other"));
    }

    private static HttpResponse<String> remove(String path) {
        return platform.send("DELETE", path, null, "If-Match", platform.tag(path));
    }

    private void emrs() {
        Map<String, String> oscar =
                Map.of("kind", "oscar", "baseUrl", "https://8.8.8.8/oscar", "timezone", "America/Vancouver");
        setting("PUT ~", "/emr", clinic, () -> platform.put(clinic + "/emr", oscar));
        Map<String, String> secrets = Map.of(
                "clientKey", "key0001", "clientSecret", "secret0001", "token", "token0001", "tokenSecret", "secret2");
        setting(
                "PUT ~",
                "/emr/credentials",
                clinic,
                () -> platform.send(
                        "PUT", clinic + "/emr/credentials", secrets, "If-Match", platform.tag(clinic + "/emr")));
        setting("PUT ~", "/emr/live", clinic, () -> {
            TestServer.running().database().clinicEmrs().setLive(new ClinicId(clinic), true, Instant.now());
            return platform.send(
                    "PUT", clinic + "/emr/live", Map.of("live", false), "If-Match", platform.tag(clinic + "/emr"));
        });
        String webhook = clinic + "/webhook";
        for (String[] write : List.of(
                new String[] {"POST", "/secret", "{}"},
                new String[] {"POST", "/settled", null},
                new String[] {"PUT", "", "{\"auth\":\"hmac\"}"},
                new String[] {"DELETE", "", null})) {
            setting(
                    write[0] + " ~",
                    "/webhook" + write[1],
                    clinic,
                    () -> platform.send(write[0], webhook + write[1], write[2], "If-Match", platform.tag(webhook)));
        }
        String bridged = open(0).id();
        Map<String, String> bridge =
                Map.of("kind", "bridge", "baseUrl", "https://8.8.8.8/bridge", "timezone", "America/Vancouver");
        assertEquals(200, platform.put(bridged + "/emr", bridge).statusCode());
        setting(
                "PUT ~",
                "/emr/key",
                bridged,
                () -> platform.send(
                        "PUT",
                        bridged + "/emr/key",
                        Map.of("apiKey", "EXAMPLE-not-a-real-key-".repeat(2)),
                        "If-Match",
                        platform.tag(bridged + "/emr")));
    }

    private void staff() {
        ClinicId id = new ClinicId(clinic);
        DATABASE.taskBook()
                .add(id, new Task(TaskKind.HALF_MOVED, "slot-e", Optional.empty(), Optional.empty(), Instant.now()));
        Desk desk = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_STAFF, id)));
        String task = clinic + "/tasks/"
                + desk.read(clinic + "/tasks").at("/items/0/id").asText();
        setting("POST ~", "/tasks/{task}/taken", clinic, () -> desk.send("POST", task + "/taken", null));
        setting("POST ~", "/tasks/{task}/done", clinic, () -> desk.send("POST", task + "/done", null));
        String tried = open(0).id();
        Map<String, String> withheld = Map.of("caller", "withheld");
        setting("POST ~", "/trials", tried, () -> platform.send("POST", tried + "/trials", withheld));
        String stepped = open(0).id();
        Desk tries = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_STAFF, new ClinicId(stepped))));
        String underWay = stepped + "/trials/"
                + Admin.read(tries.send("POST", stepped + "/trials", withheld))
                        .path("id")
                        .asText();
        setting("POST ~", "/trials/{call}/steps", stepped, () -> tries.send("POST", underWay + "/steps", "{}"));
        setting("DELETE ~", "/trials/{call}", stepped, () -> tries.send("DELETE", underWay, null));
        for (String act : List.of("contacting", "accepted", "declined")) {
            Offered offered = offer();
            if (!act.equals("contacting")) {
                platform.send("POST", offered.clinic() + "/offers/" + offered.offer() + "/contacting", null);
            }
            setting(
                    "POST ~",
                    "/offers/{offer}/" + act,
                    offered.clinic(),
                    () -> platform.send("POST", offered.clinic() + "/offers/" + offered.offer() + "/" + act, null));
        }
        CallId call = Fresh.call();
        DATABASE.staff().transcripts(TestServer.envelope()).keep(id, call, "User: Hello.", Instant.now());
        Desk manager = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, id)));
        setting(
                "DELETE ~",
                "/calls/{call}/transcript",
                clinic,
                () -> manager.send("DELETE", clinic + "/calls/" + call + "/transcript", null));
        Offered waits = offer();
        String entry =
                platform.read(waits.clinic() + "/waitlist").at("/items/0/id").asText();
        setting(
                "DELETE ~",
                "/waitlist/{entry}",
                waits.clinic(),
                () -> platform.send("DELETE", waits.clinic() + "/waitlist/" + entry, null));
    }

    private record Offered(String clinic, String offer) {}

    /** One caller books, another waits for something earlier, the first cancels. */
    private static Offered offer() {
        TestClinic open = open(2);
        ClinicId id = new ClinicId(open.id());
        LocalDate day = open.freeDay();
        Phone first = new Phone(SERVER.port(), open.phoneOf(1), open.number());
        first.use("search_patient_by_phone", "{\"first_name\":\"Casey\",\"date_of_birth\":\"1980-01-02\"}");
        JsonNode found = first.use(
                "find_earliest_appointment",
                "{\"earliest_date\":\"" + day + "\",\"latest_date\":\"" + day + "\",\"patient_id\":\"1\"}");
        JsonNode booked = first.use(
                "create_appointment",
                "{\"slot_id\":\"" + found.at("/slots/0/slot_id").asText() + "\",\"patient_id\":\"1\"}");
        Phone waiting = new Phone(SERVER.port(), open.phoneOf(2), open.number());
        waiting.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        waiting.use("add_to_waitlist", "{\"kind\":\"earlier_appointment\",\"patient_id\":\"2\"}");
        first.use(
                "cancel_appointment",
                "{\"appointment_id\":\""
                        + booked.at("/appointment/appointment_id").asText() + "\",\"confirmed\":true}");
        await(() -> !DATABASE.waitlist().offers().live(id).isEmpty());
        return new Offered(
                open.id(), DATABASE.waitlist().offers().live(id).get(0).id().value());
    }

    private static void await(BooleanSupplier happens) {
        while (!happens.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
