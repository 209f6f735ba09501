package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.call.TrialBook;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.ConfigReader;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that are tried out: as real as those on the phone, on demo data alone, within bounds. */
@Timeout(180)
class TrialIT {
    private static final Database DATABASE = TestServer.running().database();

    private TestClinic clinic;
    private User who;
    private Desk desk;

    @BeforeEach
    void aClinic() {
        clinic = TestClinic.open(DATABASE, "trl" + Fresh.hex().substring(0, 8), 2);
        who = Admin.user(Role.CLINIC_STAFF, new ClinicId(clinic.id()));
        desk = new Desk(Admin.fullToken(who));
    }

    private String trials() {
        return clinic.id() + "/trials";
    }

    private HttpResponse<String> beginning(String caller) {
        return desk.send("POST", trials(), Map.of("caller", caller, "language", "en"));
    }

    private String begun(String caller) {
        HttpResponse<String> answer = beginning(caller);
        assertEquals(201, answer.statusCode(), answer.body());
        return Admin.read(answer).path("id").asText();
    }

    private HttpResponse<String> using(String call, String tool, String arguments) {
        return desk.send("POST", trials() + "/" + call + "/steps", Map.of("tool", tool, "arguments", arguments));
    }

    /** The answer of a tool. */
    private JsonNode used(String call, String tool, String arguments) {
        HttpResponse<String> answer = using(call, tool, arguments);
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode last = Admin.read(answer).path("steps");
        for (int i = last.size() - 1; i >= 0; i--) {
            if (last.get(i).path("kind").asText().equals("tool")) {
                return last.get(i).path("answer");
            }
        }
        throw new AssertionError(answer.body());
    }

    private JsonNode held(String call) {
        JsonNode known =
                used(call, "search_patient_by_phone", "{\"first_name\":\"Casey\",\"date_of_birth\":\"1980-01-02\"}");
        return used(
                call,
                "find_earliest_appointment",
                "{\"visit_type\":\"checkup\",\"patient_id\":\""
                        + known.path("patient_id").asText() + "\"}");
    }

    @Test
    void a_tried_call_books_in_the_demo_emr_and_is_a_call_like_others_with_who_tried_it() {
        String call = begun(clinic.phoneOf(1));
        JsonNode known =
                used(call, "search_patient_by_phone", "{\"first_name\":\"Casey\",\"date_of_birth\":\"1980-01-02\"}");
        String patient = known.path("patient_id").asText();
        JsonNode found = used(
                call, "find_earliest_appointment", "{\"visit_type\":\"checkup\",\"patient_id\":\"" + patient + "\"}");
        JsonNode booked = used(
                call,
                "create_appointment",
                "{\"slot_id\":\"" + found.at("/slots/0/slot_id").asText() + "\",\"patient_id\":\"" + patient + "\"}");

        assertTrue(booked.path("success").asBoolean(), booked.toString());
        assertEquals(1, clinic.appointments().size());
        TestServer.running().awaitToolCalls(clinic.id(), 3);
        JsonNode timeline = desk.read(clinic.id() + "/calls/" + call).path("timeline");
        assertTrue(timeline.toString().contains("create_appointment"), timeline.toString());
        assertTrue(desk.read(clinic.id() + "/calls").at("/items/0/trial").asBoolean());
        assertTrue(desk.read(clinic.id() + "/calls/" + call).path("trial").asBoolean());
        assertTrue(TestServer.running().trail(clinic.id()).contains("try_call " + call + " done"));
        assertTrue(TestServer.running().actors(clinic.id()).stream()
                .anyMatch(actor -> actor.contains(who.id().value())));
        JsonNode figures = desk.read(clinic.id() + "/overview");
        assertEquals(0, figures.path("calls").asInt(), "it is in no figure of calls");
        assertEquals(0, figures.path("bookings").asInt());
        assertEquals(0, figures.path("tools").size());
        assertEquals(1, figures.path("trials").asInt());
    }

    @Test
    void a_script_is_stepped_through_tool_by_tool_and_to_its_end() {
        HttpResponse<String> answer = desk.send("POST", trials(), Map.of("script", "message-after-hours"));
        assertEquals(201, answer.statusCode(), answer.body());
        JsonNode begun = Admin.read(answer);
        assertEquals("said", begun.at("/steps/0/kind").asText());
        String steps = trials() + "/" + begun.path("id").asText() + "/steps";

        JsonNode first = Admin.read(desk.send("POST", steps, "{}"));
        assertEquals(1, tools(first));
        assertTrue(first.path("left").asInt() > 0);
        JsonNode later = first;
        for (int i = 0; i < 5 && later.path("left").asInt() > 0; i++) {
            later = Admin.read(desk.send("POST", steps, Map.of("toTheEnd", true)));
        }
        assertEquals(0, later.path("left").asInt());
        assertEquals(3, tools(later));
        assertEquals(later, desk.read(trials() + "/" + begun.path("id").asText()));
    }

    private static int tools(JsonNode trial) {
        int tools = 0;
        for (JsonNode step : trial.path("steps")) {
            tools += step.path("kind").asText().equals("tool") ? 1 : 0;
        }
        return tools;
    }

    @Test
    void who_hangs_up_holds_nothing_any_more_and_takes_no_step() {
        String call = begun(clinic.phoneOf(1));
        assertTrue(held(call).path("success").asBoolean());
        assertEquals(1, desk.read(clinic.id() + "/holds").path("items").size());

        assertEquals(204, desk.send("DELETE", trials() + "/" + call, null).statusCode());

        assertEquals(0, desk.read(clinic.id() + "/holds").path("items").size());
        HttpResponse<String> after = using(call, "get_clinic_info", "{}");
        assertEquals(409, after.statusCode());
        assertTrue(desk.read(trials() + "/" + call).path("over").asBoolean());
        assertTrue(desk.read(clinic.id() + "/calls/" + call).has("endedAt"));
    }

    @Test
    void one_that_nobody_goes_on_with_ends_by_itself_and_its_holds_with_it() {
        String call = begun(clinic.phoneOf(1));
        held(call);
        assertEquals(1, desk.read(clinic.id() + "/holds").path("items").size());
        Instant later = Instant.now().plus(TrialBook.LONGEST_REST);
        try (Backend tomorrow =
                Backend.start(TestServer.config(), DATABASE, () -> Instant.now().plus(TrialBook.LONGEST_REST))) {
            assertTrue(tomorrow.port() > 0);
            while (!desk.read(trials() + "/" + call).path("over").asBoolean()) {
                assertTrue(Instant.now().isBefore(later), "it goes on");
                Thread.onSpinWait();
            }
        }
        assertEquals(0, desk.read(clinic.id() + "/holds").path("items").size());
    }

    @Test
    void a_user_tries_two_at_once_and_a_third_when_one_is_over() {
        String first = begun("withheld");
        begun("withheld");
        assertEquals(429, beginning("withheld").statusCode());

        desk.send("DELETE", trials() + "/" + first, null);
        begun("withheld");
    }

    @Test
    void a_clinic_that_is_live_or_ever_was_is_never_tried_and_a_call_under_way_stops_when_it_goes_live() {
        String call = begun(clinic.phoneOf(1));
        goLive(true);
        assertEquals(409, using(call, "get_clinic_info", "{}").statusCode());
        assertEquals(409, beginning("withheld").statusCode());
        assertFalse(desk.read(trials()).path("onDemoData").asBoolean());

        goLive(false);
        assertEquals(
                "NOT_ON_DEMO_DATA",
                Admin.read(beginning("withheld")).path("code").asText());
    }

    private void goLive(boolean live) {
        DATABASE.clinicEmrs()
                .save(
                        new ClinicId(clinic.id()),
                        new EmrSettings(
                                "oscar",
                                live,
                                Optional.of(new EmrAddress(
                                        URI.create("https://8.8.8.8/oscar"),
                                        URI.create("https://8.8.8.8/oscar"),
                                        ZoneId.of("America/Vancouver"))),
                                Optional.of("sealed")),
                        Instant.now());
    }

    @Test
    void only_numbers_that_are_nobodys_can_be_the_callers_and_what_is_no_tool_is_not_called() {
        assertEquals(422, beginning("+16042345678").statusCode());
        assertEquals(422, desk.send("POST", trials(), Map.of("language", "en")).statusCode());
        String call = begun("+16045550199");
        assertEquals(422, using(call, "drop_tables", "{}").statusCode());
        assertEquals(422, using(call, "get_clinic_info", "[]").statusCode());
        assertEquals(200, using(call, "get_clinic_info", "{}").statusCode());
    }

    @Test
    void a_call_has_so_many_steps_with_its_ringing_and_can_then_only_be_hung_up() {
        String call = begun("withheld");
        int steps = 1;
        HttpResponse<String> answer = using(call, "get_clinic_info", "{}");
        while (answer.statusCode() == 200 && steps <= TrialBook.MOST_STEPS) {
            steps++;
            answer = using(call, "get_clinic_info", "{}");
        }
        assertEquals(TrialBook.MOST_STEPS, steps);
        assertEquals("TRIAL_OVER", Admin.read(answer).path("code").asText());
        assertFalse(desk.read(trials() + "/" + call).path("over").asBoolean());

        assertEquals(204, desk.send("DELETE", trials() + "/" + call, null).statusCode());
        assertTrue(desk.read(trials() + "/" + call).path("over").asBoolean());
    }

    @Test
    void another_users_trial_is_not_there() {
        String call = begun("withheld");
        Desk other = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_STAFF, new ClinicId(clinic.id()))));

        assertEquals(404, other.get(trials() + "/" + call).statusCode());
        assertEquals(
                404, other.send("POST", trials() + "/" + call + "/steps", "{}").statusCode());
        assertEquals(404, other.send("DELETE", trials() + "/" + call, null).statusCode());
    }

    @Test
    void what_is_tried_uses_up_no_rate_of_callers_and_lets_no_caller_past_theirs() {
        ServerConfig strict = ConfigReader.read(
                Map.of(
                        "VITARAVOX_RATE_PER_NUMBER", "2",
                        "VITARAVOX_RATE_PER_CLINIC", "1000",
                        "VITARAVOX_PORT", "0",
                        "VITARAVOX_WEBHOOK_AUTH", "either",
                        "VITARAVOX_WEBHOOK_SECRET", TestServer.SECRET,
                        "VITARAVOX_JWT_SECRET", TestServer.JWT_SECRET,
                        "VITARAVOX_ENCRYPTION_KEYS", TestServer.ENCRYPTION_KEYS),
                Optional.empty());
        try (Backend server = Backend.start(strict, DATABASE, InstantSource.system())) {
            String call = begun(clinic.phoneOf(1));
            String steps = "/api/admin/clinics/" + trials() + "/" + call + "/steps";
            for (int i = 0; i < 4; i++) {
                HttpResponse<String> answer = Admin.send(
                        "http://127.0.0.1:" + server.port(),
                        "POST",
                        steps,
                        Map.of("tool", "get_clinic_info"),
                        Admin.bearer(desk.token()));
                assertFalse(answer.body().contains("RATE_LIMITED"), answer.body());
            }
            Phone phone = new Phone(server.port(), clinic.phoneOf(1), clinic.number());
            List<Boolean> answered = List.of(
                    phone.use("get_clinic_info", "{}").path("success").asBoolean(),
                    phone.use("get_clinic_info", "{}").path("success").asBoolean(),
                    phone.use("get_clinic_info", "{}").path("success").asBoolean());
            assertEquals(List.of(true, true, false), answered);
        }
    }

    @Test
    void a_clinic_with_a_secret_of_its_own_is_rung_with_that() {
        Desk manager = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, new ClinicId(clinic.id()))));
        String webhook = clinic.id() + "/webhook";
        assertEquals(
                2,
                manager.send("POST", webhook + "/secret", "{}", "If-Match", manager.tag(webhook))
                                .statusCode()
                        / 100);
        String call = begun("withheld");
        assertTrue(used(call, "get_clinic_info", "{}").path("success").asBoolean());
    }
}
