package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is set up for clinics, over HTTP: read, changed, put back, refused. */
class SettingsIT {
    private static Desk platform;
    private String clinic;
    private String other;

    @BeforeAll
    static void logIn() {
        platform = new Desk(Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN)));
    }

    @BeforeEach
    void openClinics() {
        clinic = TestClinic.open(
                        TestServer.running().database(), "set" + Fresh.hex().substring(0, 8), 0)
                .id();
        other = TestClinic.open(
                        TestServer.running().database(), "set" + Fresh.hex().substring(0, 8), 0)
                .id();
    }

    private static Map<String, Object> profile(String id) {
        return new HashMap<>(Map.of(
                "id",
                id,
                "name",
                "New Clinic",
                "phone",
                "+16045550188",
                "address",
                "2 Test Street",
                "timezone",
                "America/Toronto",
                "languages",
                List.of("en", "fr"),
                "acceptingNewPatients",
                true,
                "waitlistEnabled",
                false,
                "policy",
                Map.of(
                        "gridMinutes",
                        15,
                        "minimumNoticeMinutes",
                        120,
                        "changeNoticeMinutes",
                        1440,
                        "horizonDays",
                        60,
                        "futureAppointmentsPerPatient",
                        2)));
    }

    @Test
    void the_key_to_a_bridge_is_not_given_to_one_whose_address_was_changed_meanwhile() {
        Map<String, String> bridge = new HashMap<>(
                Map.of("kind", "bridge", "baseUrl", "https://8.8.8.8/bridge", "timezone", "America/Vancouver"));
        assertEquals(200, platform.put(clinic + "/emr", bridge).statusCode());
        String read = platform.tag(clinic + "/emr");
        bridge.put("baseUrl", "https://8.8.4.4/bridge");
        assertEquals(200, platform.put(clinic + "/emr", bridge).statusCode());
        Map<String, String> key = Map.of("apiKey", "EXAMPLE-not-a-real-key-".repeat(2));
        assertEquals(428, platform.send("PUT", clinic + "/emr/key", key).statusCode());
        assertEquals(
                412,
                platform.send("PUT", clinic + "/emr/key", key, "If-Match", read).statusCode());
        assertTrue(platform.read(clinic + "/emr").path("credentials").isMissingNode());
        assertEquals(
                204,
                platform.send("PUT", clinic + "/emr/key", key, "If-Match", platform.tag(clinic + "/emr"))
                        .statusCode());
    }

    @Test
    void a_clinic_is_made_once_and_listed_though_it_has_no_number() {
        String id = "new" + Fresh.hex().substring(0, 8);
        HttpResponse<String> made = platform.send("POST", "/api/admin/clinics", profile(id));
        assertEquals(201, made.statusCode(), made.body());
        assertEquals(Admin.read(made), platform.read(id));
        assertEquals(Desk.tag(made), platform.tag(id));
        assertEquals(
                422, platform.send("POST", "/api/admin/clinics", profile(id)).statusCode());
        assertTrue(platform.all("/api/admin/clinics", 200).stream()
                .anyMatch(each -> each.get("id").asText().equals(id)
                        && each.get("numbers").asInt() == 0));
        assertEquals(7, platform.read(id + "/visit-types").get("items").size());
        assertFalse(platform.read(id + "/status").get("open").asBoolean());
        assertTrue(TestServer.running().database().clinicDirectory().clinics().contains(new ClinicId(id)));
    }

    @Test
    void pages_of_clinics_hold_what_they_should_at_each_bound_and_miss_nothing_that_was_there() {
        List<String> whole = new ArrayList<>();
        platform.all("/api/admin/clinics", 200)
                .forEach(each -> whole.add(each.get("id").asText()));
        for (int limit : List.of(1, 2)) {
            List<String> paged = new ArrayList<>();
            platform.all("/api/admin/clinics", limit)
                    .forEach(each -> paged.add(each.get("id").asText()));
            assertTrue(paged.containsAll(whole));
        }
        for (String bad : List.of("limit=0", "limit=201", "limit=-1", "limit=x", "after=x", "after=harbourview")) {
            assertEquals(400, platform.get("/api/admin/clinics?" + bad).statusCode(), bad);
        }
        assertEquals(200, platform.get("/api/admin/clinics?limit=200").statusCode());
    }

    @Test
    void a_page_that_is_exactly_full_has_no_next() {
        for (int n = 1; n <= 3; n++) {
            provider("p" + n);
        }
        // with the one that every test clinic has
        assertFalse(platform.read(clinic + "/providers?limit=4").has("next"));
        assertTrue(platform.read(clinic + "/providers?limit=3").has("next"));
        assertEquals(4, platform.all(clinic + "/providers", 3).size());
    }

    @Test
    void what_is_added_between_two_pages_moves_nothing() {
        provider("b");
        provider("d");
        JsonNode first = platform.read(clinic + "/providers?limit=2");
        platform.send("PUT", clinic + "/providers/a?place=0", someone(), "If-None-Match", "*");
        JsonNode second = platform.read(
                clinic + "/providers?limit=2&after=" + first.get("next").asText());
        assertEquals("d", second.at("/items/0/id").asText());
        platform.send("DELETE", clinic + "/providers/b", null, "If-Match", platform.tag(clinic + "/providers/b"));
        assertEquals(
                400,
                platform.get(clinic + "/providers?after=" + first.get("next").asText())
                        .statusCode());
    }

    @Test
    void every_setting_is_changed_and_read_as_it_was_put() {
        platform.change(clinic, profile -> profile.put("name", "Another Name").put("greeting", "Hello."));
        platform.change(clinic + "/hours", hours -> {
            hours.withArray("/sunday").removeAll();
            ArrayNode monday = hours.withArray("/monday").removeAll();
            monday.addObject().put("open", "08:00").put("close", "12:00");
            monday.addObject().put("open", "12:00").put("close", "17:30");
            return hours;
        });
        platform.change(clinic + "/holidays", off -> {
            off.put("statutory", "ontario");
            off.withArray("/closures")
                    .addObject()
                    .put("first", "2026-12-24")
                    .put("last", "2026-12-24")
                    .put("reason", "away")
                    .put("providerId", "7");
            return off;
        });
        platform.change(clinic + "/providers/7", provider -> {
            provider.put("bookable", false).putObject("visitTypes").put("checkup", "own_patients");
            return provider;
        });
        platform.change(
                clinic + "/visit-types/checkup", type -> type.put("minutes", 20).put("minutesAfter", 5));
        platform.change(clinic + "/schedules/7", week -> {
            ArrayNode shifts = week.withArray("/shifts").removeAll();
            shifts.addObject()
                    .put("day", "tuesday")
                    .put("from", "09:00")
                    .put("to", "11:00")
                    .putArray("visitTypes")
                    .add("checkup");
            return week;
        });
        platform.change(clinic + "/transfer-destinations", plan -> {
            plan.putObject("usual")
                    .put("number", "+16045550189")
                    .put("label", "Front desk")
                    .put("always", false);
            plan.withObject("/byReason").putNull("billing");
            return plan;
        });
        assertEquals(1, platform.all(clinic + "/schedules", 1).size());
    }

    @Test
    void running_calls_see_a_change_at_once() {
        var directory = TestServer.running().database().clinicDirectory();
        ClinicId id = new ClinicId(clinic);
        assertTrue(
                directory.clinic(id).provider(new ProviderId("7")).orElseThrow().bookable());
        platform.change(clinic + "/providers/7", provider -> provider.put("bookable", false));
        assertFalse(
                directory.clinic(id).provider(new ProviderId("7")).orElseThrow().bookable());
    }

    @Test
    void a_number_leads_to_its_clinic_and_to_one_alone() {
        PhoneNumber number = Fresh.phone();
        Map<String, Object> lines = Map.of(
                "items",
                List.of(Map.of("number", number.e164(), "language", "fr", "phoneNumberId", "abc-" + number.last4())));
        assertEquals(200, platform.put(clinic + "/numbers", lines).statusCode());
        CalledLine called = new CalledLine(Optional.of(number), Optional.empty(), Optional.empty());
        assertEquals(
                clinic,
                TestServer.running()
                        .database()
                        .clinicDirectory()
                        .line(called)
                        .orElseThrow()
                        .clinic()
                        .value());
        platform.refused(other + "/numbers", lines, "#/items");
        Object twice = Map.of(
                "items",
                List.of(
                        Map.of("number", "+16045557701", "language", "en"),
                        Map.of("number", "+16045557701", "language", "en")));
        platform.refused(clinic + "/numbers", twice, "#/items");
        assertEquals(
                200,
                platform.put(clinic + "/numbers", Map.of("items", List.of())).statusCode());
        assertTrue(
                TestServer.running().database().clinicDirectory().line(called).isEmpty());
    }

    private static Map<String, Object> someone() {
        return Map.of("displayName", "Doctor Test", "acceptingNewPatients", true, "bookable", true);
    }

    private void provider(String id) {
        assertEquals(201, platform.make(clinic + "/providers/" + id, someone()).statusCode());
    }

    @Test
    void a_provider_is_made_once_moved_in_order_and_taken_away_with_what_names_them() {
        String path = clinic + "/providers/p1";
        assertEquals(404, platform.get(path).statusCode());
        assertEquals(428, platform.send("PUT", path, someone()).statusCode());
        provider("p1");
        assertEquals(412, platform.make(path, someone()).statusCode());
        platform.send("PUT", path + "?place=0", someone(), "If-Match", platform.tag(path));
        assertEquals(
                "p1", platform.read(clinic + "/providers").at("/items/0/id").asText());
        platform.change(clinic + "/holidays", off -> {
            off.withArray("/closures")
                    .addObject()
                    .put("first", "2026-12-24")
                    .put("last", "2026-12-25")
                    .put("reason", "away")
                    .put("providerId", "p1");
            return off;
        });
        assertEquals(428, platform.send("DELETE", path, null).statusCode());
        assertEquals(
                412, platform.send("DELETE", path, null, "If-Match", "\"old\"").statusCode());
        assertEquals(
                204,
                platform.send("DELETE", path, null, "If-Match", platform.tag(path))
                        .statusCode());
        assertEquals(404, platform.get(path).statusCode());
        assertEquals(
                404, platform.send("DELETE", path, null, "If-Match", "\"old\"").statusCode());
        assertEquals(0, platform.read(clinic + "/holidays").get("closures").size());
    }

    @Test
    void the_usual_visit_type_stays() {
        String path = clinic + "/visit-types/checkup";
        HttpResponse<String> refused = platform.send("DELETE", path, null, "If-Match", platform.tag(path));
        assertEquals(422, refused.statusCode(), refused.body());
        assertEquals(200, platform.get(path).statusCode());
    }

    /** Both read, both change something else, both put back: the second is refused, and loses nothing of the first. */
    @Test
    void of_two_who_edit_at_once_the_second_is_told_so_where_naively_the_first_is_lost() {
        ObjectNode first = platform.read(clinic).deepCopy();
        ObjectNode second = platform.read(clinic).deepCopy();
        String read = platform.tag(clinic);
        first.put("name", "The First");
        second.put("address", "9 Second Street");
        assertEquals(
                200,
                platform.send("PUT", clinic, first.toString(), "If-Match", read).statusCode());
        assertEquals(
                412,
                platform.send("PUT", clinic, second.toString(), "If-Match", read)
                        .statusCode());
        assertEquals("The First", platform.read(clinic).get("name").asText());
        assertEquals(428, platform.send("PUT", clinic, second.toString()).statusCode());

        // who takes the tag of the moment, and not that of what they read, loses the first
        assertEquals(200, platform.put(clinic, second).statusCode());
        assertFalse(platform.read(clinic).get("name").asText().equals("The First"));
    }

    @Test
    void texts_and_counts_are_taken_up_to_their_bounds_and_refused_beyond() {
        for (Map.Entry<String, Integer> bound :
                Map.of("name", 200, "address", 200, "greeting", 500).entrySet()) {
            ObjectNode good = platform.read(clinic).deepCopy();
            good.put(bound.getKey(), "x".repeat(bound.getValue()));
            assertEquals(200, platform.put(clinic, good).statusCode(), bound.getKey());
            good.put(bound.getKey(), "x".repeat(bound.getValue() + 1));
            platform.refused(clinic, good.toString(), "#/" + bound.getKey());
            good.put(bound.getKey(), " ");
            platform.refused(clinic, good.toString(), "#/" + bound.getKey());
        }
        numberBound("", "policy", "horizonDays", 1, 365);
        numberBound("", "policy", "minimumNoticeMinutes", 0, 525_600);
        numberBound("", "policy", "changeNoticeMinutes", 0, 525_600);
        numberBound("", "policy", "futureAppointmentsPerPatient", 1, 100);
        numberBound("", "policy", "gridMinutes", 1, 60);
        numberBound("/visit-types/checkup", "", "minutes", 5, 240);
        numberBound("/visit-types/checkup", "", "minutesBefore", 0, 120);
        numberBound("/visit-types/checkup", "", "minutesAfter", 0, 120);
    }

    private void numberBound(String path, String within, String field, int least, int most) {
        for (int good : List.of(least, most)) {
            assertEquals(
                    200,
                    platform.put(clinic + path, with(path, within, field, good)).statusCode(),
                    field + good);
        }
        for (int bad : List.of(least - 1, most + 1)) {
            String pointer = "#/" + (within.isEmpty() ? "" : within + "/") + field;
            platform.refused(clinic + path, with(path, within, field, bad).toString(), pointer);
        }
    }

    private JsonNode with(String path, String within, String field, int value) {
        ObjectNode body = platform.read(clinic + path).deepCopy();
        (within.isEmpty() ? body : body.withObject("/" + within)).put(field, value);
        return body;
    }

    @Test
    void what_the_values_of_the_house_refuse_is_refused_where_it_stands() {
        profileRefused("phone", "604-555-0142", "#/phone");
        profileRefused("timezone", "Vancouver", "#/timezone");
        profileRefused("timezone", "+05:00", "#/timezone");
        profileRefused("languages", List.of(), "#/languages");
        profileRefused("languages", List.of("en", "en"), "#/languages");
        profileRefused("languages", List.of("en", "de"), "#/languages/1");
        profileRefused("defaultVisitType", "physical", "#/defaultVisitType");
        profileRefused("id", other, "#/id");
        profileRefused("acceptingNewPatients", "yes", "#/acceptingNewPatients");
        profileRefused("acceptingNewPatient", true, "#/acceptingNewPatient");
        profileRefused("name", "a\nb", "#/name");
        ObjectNode grid = platform.read(clinic).deepCopy();
        grid.withObject("/policy").put("gridMinutes", 7);
        platform.refused(clinic, grid.toString(), "#/policy");

        hoursRefused(List.of(Map.of("open", "9", "close", "10:00")), "#/monday/0/open");
        hoursRefused(List.of(Map.of("open", "10:00", "close", "10:00")), "#/monday/0/close");
        hoursRefused(
                List.of(Map.of("open", "09:00", "close", "10:01"), Map.of("open", "10:00", "close", "11:00")),
                "#/monday");
        hoursRefused(List.of(Map.of("open", "09:00", "close", "10:00", "x", 1)), "#/monday/0/x");
        hoursRefused("09:00", "#/monday");

        closureRefused("2026-12-25", "2026-12-24", "x", "7", "#/closures/0/last");
        closureRefused("2026-02-30", "2026-12-24", "x", "7", "#/closures/0/first");
        closureRefused("2026-12-24", "2026-12-24", "x".repeat(101), "7", "#/closures/0/reason");
        closureRefused("2026-12-24", "2026-12-24", "x", "nobody", "#/closures/0/providerId");

        platform.refused(
                clinic + "/providers/7",
                Map.of(
                        "displayName",
                        "D",
                        "acceptingNewPatients",
                        true,
                        "bookable",
                        true,
                        "visitTypes",
                        Map.of("physical", "everyone")),
                "#/visitTypes/physical");
        platform.refused(
                clinic + "/providers/7",
                Map.of(
                        "displayName",
                        "D",
                        "acceptingNewPatients",
                        true,
                        "bookable",
                        true,
                        "visitTypes",
                        Map.of("checkup", "nobody")),
                "#/visitTypes/checkup");
        platform.refused(clinic + "/visit-types/Bad-Code", Map.of("minutes", 15), "#/code");
        platform.refused(
                clinic + "/visit-types/checkup",
                Map.of("minutes", 15, "names", Map.of("en", "x".repeat(61))),
                "#/names/en");
        platform.refused(clinic + "/visit-types/checkup", Map.of("minutes", 15, "aliases", List.of(" ")), "#/aliases");

        shiftRefused("monday", "12:00", "12:00", "checkup", "#/shifts/0/to");
        shiftRefused("someday", "09:00", "12:00", "checkup", "#/shifts/0/day");
        shiftRefused("monday", "09:00", "12:00", "physical", "#/shifts/0/visitTypes/0");
        Map<String, Object> shift = Map.of("day", "monday", "from", "09:00", "to", "12:00");
        platform.refused(clinic + "/schedules/7", Map.of("shifts", List.of(shift, shift)), "#/shifts");

        platform.refused(
                clinic + "/transfer-destinations",
                Map.of("usual", Map.of("number", "911", "label", "x", "always", true)),
                "#/usual/number");
        platform.refused(
                clinic + "/transfer-destinations",
                Map.of("byReason", Map.of("nonsense", Map.of())),
                "#/byReason/nonsense");
        assertEquals(404, platform.get(clinic + "/schedules/nobody").statusCode());
    }

    private void profileRefused(String field, Object value, String pointer) {
        Map<String, Object> body = profile(clinic);
        body.put(field, value);
        platform.refused(clinic, body, pointer);
    }

    private void hoursRefused(Object monday, String pointer) {
        platform.refused(clinic + "/hours", Map.of("monday", monday), pointer);
    }

    private void closureRefused(String first, String last, String reason, String provider, String pointer) {
        platform.refused(
                clinic + "/holidays",
                Map.of(
                        "closures",
                        List.of(Map.of("first", first, "last", last, "reason", reason, "providerId", provider))),
                pointer);
    }

    private void shiftRefused(String day, String from, String to, String type, String pointer) {
        platform.refused(
                clinic + "/schedules/7",
                Map.of("shifts", List.of(Map.of("day", day, "from", from, "to", to, "visitTypes", List.of(type)))),
                pointer);
    }

    @Test
    void of_lists_as_many_as_may_be_and_not_one_more() {
        List<Object> hours = new ArrayList<>();
        for (int hour = 8; hour < 14; hour++) {
            hours.add(Map.of("open", "%02d:00".formatted(hour), "close", "%02d:30".formatted(hour)));
        }
        assertEquals(
                200, platform.put(clinic + "/hours", Map.of("monday", hours)).statusCode());
        hours.add(Map.of("open", "20:00", "close", "20:30"));
        platform.refused(clinic + "/hours", Map.of("monday", hours), "#/monday");

        List<Object> closures = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            closures.add(Map.of("first", "2026-12-24", "last", "2026-12-24", "reason", "r" + i));
        }
        assertEquals(
                200,
                platform.put(clinic + "/holidays", Map.of("closures", closures)).statusCode());
        closures.add(closures.get(0));
        platform.refused(clinic + "/holidays", Map.of("closures", closures), "#/closures");

        List<Object> lines = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            lines.add(Map.of("number", Fresh.phone().e164(), "language", "en"));
        }
        assertEquals(
                200, platform.put(clinic + "/numbers", Map.of("items", lines)).statusCode());
        lines.add(Map.of("number", Fresh.phone().e164(), "language", "en"));
        platform.refused(clinic + "/numbers", Map.of("items", lines), "#/items");
    }

    @Test
    void every_change_is_in_the_clinics_trail_by_the_names_of_fields_and_not_by_what_was_typed() {
        String secret = "Zz" + Fresh.hex();
        platform.change(clinic, profile -> profile.put("name", secret).put("greeting", secret));
        ObjectNode stale = platform.read(clinic).deepCopy();
        platform.send("PUT", clinic, stale.toString(), "If-Match", "\"old\"");
        List<String> trail = TestServer.running().trail(clinic);
        assertEquals(
                List.of(
                        "change_settings profile intended",
                        "change_settings profile greeting,name done",
                        "change_settings profile intended",
                        "change_settings profile refused"),
                trail);
    }

    private void emr(Object body) {
        HttpResponse<String> answer = platform.put(clinic + "/emr", body);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private HttpResponse<String> within(Desk desk, String part, Object body) {
        return desk.send("PUT", clinic + "/emr/" + part, body, "If-Match", desk.tag(clinic + "/emr"));
    }

    @Test
    void an_emr_is_given_switched_and_its_credentials_are_never_read_again() {
        Desk manager = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, new ClinicId(clinic))));
        assertEquals("demo", manager.read(clinic + "/emr").get("answersFrom").asText());
        assertEquals(409, within(manager, "live", Map.of("live", true)).statusCode());
        Map<String, Object> keys = Map.of(
                "clientKey",
                "client-key-1234",
                "clientSecret",
                "client-secret-abcd",
                "token",
                "the-token-5678",
                "tokenSecret",
                "short");
        assertEquals(409, within(manager, "credentials", keys).statusCode());
        Map<String, Object> address =
                Map.of("kind", "oscar", "baseUrl", "https://8.8.8.8/oscar/", "timezone", "America/Toronto");
        assertEquals(
                403,
                manager.send("PUT", clinic + "/emr", address, "If-Match", manager.tag(clinic + "/emr"))
                        .statusCode());
        emr(address);
        assertEquals(
                "https://8.8.8.8/oscar",
                manager.read(clinic + "/emr").get("signingUrl").asText());
        assertEquals(409, within(manager, "live", Map.of("live", true)).statusCode());

        HttpResponse<String> given = within(manager, "credentials", keys);
        assertEquals(200, given.statusCode(), given.body());
        JsonNode shown = Admin.read(given).get("credentials");
        assertEquals("…1234", shown.get("clientKey").asText());
        assertEquals("…abcd", shown.get("clientSecret").asText());
        assertEquals("…", shown.get("tokenSecret").asText());
        for (Object key : keys.values()) {
            assertFalse(given.body().contains(key.toString()));
            assertFalse(manager.get(clinic + "/emr").body().contains(key.toString()));
        }

        assertEquals("demo", manager.read(clinic + "/emr").get("answersFrom").asText());
        HttpResponse<String> refused = within(manager, "live", Map.of("live", true));
        assertEquals(409, refused.statusCode(), "where nobody answers it does not go live");
        assertEquals("NOT_SET_UP", Admin.read(refused).get("code").asText());
        TestServer.running().database().clinicEmrs().setLive(new ClinicId(clinic), true, Instant.now());
        assertEquals("oscar", manager.read(clinic + "/emr").get("answersFrom").asText());

        emr(Map.of("kind", "oscar", "baseUrl", "https://8.8.8.8/other", "timezone", "America/Toronto"));
        assertTrue(manager.read(clinic + "/emr").get("live").asBoolean(), "the same server");
        emr(Map.of("kind", "oscar", "baseUrl", "https://8.8.4.4/oscar", "timezone", "America/Toronto"));
        assertFalse(manager.read(clinic + "/emr").has("credentials"), "they were for another server");
        assertFalse(manager.read(clinic + "/emr").get("live").asBoolean());
    }

    @Test
    void an_emr_is_nowhere_it_may_not_be() {
        for (String bad : List.of(
                "http://8.8.8.8/oscar",
                "https://127.0.0.1/oscar",
                "https://10.0.0.1",
                "https://user@8.8.8.8/",
                "https://8.8.8.8/?x=1",
                "ftp://8.8.8.8",
                "nonsense",
                "https://")) {
            platform.refused(
                    clinic + "/emr",
                    Map.of("kind", "oscar", "baseUrl", bad, "timezone", "America/Toronto"),
                    "#/baseUrl");
        }
        platform.refused(clinic + "/emr", Map.of("kind", "accuro"), "#/kind");
        platform.refused(
                clinic + "/emr",
                Map.of("kind", "oscar", "baseUrl", "https://8.8.8.8", "timezone", "EST5"),
                "#/timezone");
    }
}
