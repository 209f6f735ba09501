package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.PageReader;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A provider's week, as staff see it and close parts of it. */
@Timeout(300)
class WeekIT {
    private static final Database DATABASE = TestServer.running().database();

    private TestClinic clinic;
    private ClinicId id;
    private LocalDate day;
    private String path;
    private Desk desk;
    private PageReader staff;
    private PageReader manager;

    @BeforeEach
    void openAClinic() {
        clinic = TestClinic.open(DATABASE, "week" + Fresh.hex().substring(0, 8), 2);
        id = new ClinicId(clinic.id());
        day = clinic.freeDay();
        path = "/clinics/" + id + "/week";
        desk = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_STAFF, id)));
        staff = new PageReader(desk.token());
        manager = new PageReader(Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, id)));
    }

    private JsonNode told() {
        for (JsonNode each : desk.read(id + "/week?of=" + day).path("days")) {
            if (each.path("day").asText().equals(day.toString())) {
                return each;
            }
        }
        throw new AssertionError("the week of " + day + " is without it");
    }

    private String closing(String fields) {
        return "provider=7&of=" + day + "&day=" + day + "&" + fields;
    }

    private static String tag(String page) {
        return page.replaceAll("(?s).*name=\"tag\" value=\"([^\"]*)\".*", "$1")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"");
    }

    /** Starts of what the phone is offered on the day. */
    private List<String> offered() {
        Phone phone = new Phone(TestServer.running().port(), clinic.phoneOf(2), clinic.number());
        JsonNode found = phone.use(
                "find_earliest_appointment", "{\"earliest_date\":\"" + day + "\",\"latest_date\":\"" + day + "\"}");
        List<String> starts = new ArrayList<>();
        found.path("slots").forEach(slot -> starts.add(slot.path("time").asText()));
        phone.hangUp();
        return starts;
    }

    @Test
    void a_week_shows_what_is_booked_and_open_with_names_for_those_who_treat_and_nobody_else() {
        clinic.staffBook(1);
        String week = staff.read(path + "?of=" + day);
        assertTrue(week.contains("10:00–10:15</span> Tester, Casey · Checkup"), week);
        assertTrue(week.contains("09:00–10:00</span> Open") && week.contains("10:15–12:00</span> Open"), week);
        assertFalse(week.contains("week/close"), week);
        assertTrue(week.length() < 100_000, () -> week.length() + " characters");
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        assertTrue(week.contains("of=" + monday.minusWeeks(1)) && week.contains("of=" + monday.plusWeeks(1)), week);
        assertTrue(TestServer.running().trail(id.value()).contains("list_appointments provider:7:" + monday + " done"));

        PageReader platform = new PageReader(Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN)));
        String less = platform.read(path + "?of=" + day);
        assertTrue(less.contains("10:00–10:15</span> Checkup"), less);
        assertFalse(less.contains("Tester") || less.contains("Chart 1"), less);
        Desk admin = new Desk(platform.token());
        String shape = admin.get(id + "/week?of=" + day).body();
        assertFalse(shape.contains("patientId") || shape.contains("Tester"), shape);
        assertEquals(
                403,
                new PageReader(Admin.fullToken(Admin.user(Role.AUDITOR, id)))
                        .get(path)
                        .statusCode());
    }

    @Test
    void what_a_call_holds_is_seen_in_the_week() {
        List<String> offered = offered();
        assertEquals("09:00", offered.get(0));
        Phone phone = new Phone(TestServer.running().port(), clinic.phoneOf(1), clinic.number());
        phone.use("find_earliest_appointment", "{\"earliest_date\":\"" + day + "\",\"latest_date\":\"" + day + "\"}");
        String week = staff.read(path + "?of=" + day);
        assertTrue(week.contains("09:00–09:15</span> Held by a call · checkup"), week);
        assertEquals("held", told().at("/holds/0/state").asText());
        phone.hangUp();
    }

    @Test
    void a_part_of_a_day_is_closed_here_and_its_openings_are_gone_until_it_is_open_again() {
        clinic.staffBook(1);
        String closed = manager.post(path + "/close", closing("from=09:00&to=11:30&reason=Training&who=clinic"));
        assertTrue(closed.contains("Callers are offered nothing there any more"), closed);
        assertTrue(closed.contains("09:00–11:30</span> Closed: Training"), closed);
        assertTrue(closed.contains("11:30–12:00</span> Open") && !closed.contains("09:00–10:00</span> Open"), closed);
        assertTrue(closed.contains("In closed time") && closed.contains("10:00–10:15: Tester, Casey"), closed);
        assertTrue(told().at("/appointments/0/inClosedTime").asBoolean());
        assertEquals(List.of("11:30", "11:45"), offered());
        assertTrue(TestServer.running().trail(id.value()).contains("change_settings holidays closures done"));

        String opened = manager.post(path + "/open", closing("closure=0&tag=" + encoded(tag(closed))));
        assertTrue(opened.contains("It is open again.") && opened.contains("09:00–10:00</span> Open"), opened);
        assertEquals("09:00", offered().get(0));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void a_whole_day_is_closed_for_one_provider() {
        String closed = manager.post(path + "/close", closing("reason=Away&who=provider"));
        assertTrue(closed.contains("Closed: Away") && closed.contains("This provider"), closed);
        assertTrue(told().path("openings").isEmpty()
                && told().at("/closed/0/wholeDay").asBoolean());
        assertEquals(List.of(), offered());
    }

    @Test
    void what_cannot_be_closed_so_is_refused_at_its_field_and_a_closure_changed_meanwhile_stays() {
        String noReason = manager.post(path + "/close", closing("from=09:00&to=10:00&who=clinic"));
        assertTrue(noReason.contains("id=\"f-reason-error\""), noReason);
        String backwards = manager.post(path + "/close", closing("from=10:00&to=09:00&reason=x&who=clinic"));
        assertTrue(backwards.contains("id=\"f-to-error\"") && backwards.contains("value=\"10:00\""), backwards);
        String half = manager.post(path + "/close", closing("from=10:00&reason=x&who=clinic"));
        assertTrue(half.contains("id=\"f-to-error\""), half);
        assertTrue(told().path("closed").isEmpty());

        String first = manager.post(path + "/close", closing("reason=One&who=clinic"));
        String tag = tag(first);
        manager.post(path + "/close", closing("from=09:00&to=10:00&reason=Two&who=clinic"));
        String stale = manager.post(path + "/open", closing("closure=0&tag=" + encoded(tag)));
        assertTrue(stale.contains("Nothing was opened"), stale);
        assertEquals(2, told().path("closed").size());
        String none = manager.post(path + "/open", closing("closure=7&tag=" + encoded(tag(stale))));
        assertTrue(none.contains("Nothing was opened"), none);
        staff.post(path + "/close", closing("reason=x&who=clinic"));
        assertEquals(2, told().path("closed").size());
    }

    @Test
    void a_week_that_is_none_is_said_and_the_present_one_shown() {
        for (String strange : List.of("of=someday", "of=1500-01-01", "provider=none", "visitType=none")) {
            String page = staff.read(path + "?" + strange);
            assertTrue(page.contains("There is no such week") && page.contains("Doctor Test"), page);
        }
        assertEquals(404, desk.get(id + "/week?provider=none").statusCode());
        assertEquals(400, desk.get(id + "/week?of=someday").statusCode());
        assertEquals(400, desk.get(id + "/week?language=la").statusCode());
    }
}
