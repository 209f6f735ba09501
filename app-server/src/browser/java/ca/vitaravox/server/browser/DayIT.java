package ca.vitaravox.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.task.Message;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.browser.Window.Look;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clinic's day, as its people see it and do it in a browser. */
class DayIT {
    private static final Database DATABASE = TestServer.running().database();
    private static final int FIRST_VIEW = 100_000;
    /** What came over the wire for the page and for all it needs, were nothing of it known yet. */
    private static final String BYTES = "performance.getEntriesByType('navigation')"
            + ".concat(performance.getEntriesByType('resource')).reduce((sum, each) => sum + each.encodedBodySize, 0)";

    private TestClinic clinic;
    private ClinicId id;
    private LocalDate day;

    @BeforeEach
    void openAClinic() {
        clinic = TestClinic.open(DATABASE, "day" + Fresh.hex().substring(0, 8), 3);
        id = new ClinicId(clinic.id());
        day = clinic.freeDay();
    }

    private String at(String part) {
        return "/clinics/" + id + part;
    }

    private String week() {
        return at("/week?of=" + day);
    }

    private Window staff() {
        return Window.open().signedIn(Person.who(Role.CLINIC_STAFF, id));
    }

    private void leaveMessage() {
        DATABASE.taskBook()
                .add(
                        id,
                        new Task(
                                TaskKind.MESSAGE,
                                "m1",
                                Optional.empty(),
                                Optional.of(Fresh.call()),
                                Instant.now(),
                                Optional.of(new Message(
                                        Optional.of(new PhoneNumber("+17785550142")),
                                        Optional.empty(),
                                        "billing",
                                        Optional.of("Please call about my bill")))));
    }

    private Phone call(int patient) {
        return new Phone(TestServer.running().port(), clinic.phoneOf(patient), clinic.number());
    }

    private JsonNode find(Phone phone, String more) {
        return phone.use(
                "find_earliest_appointment",
                "{\"earliest_date\":\"" + day + "\",\"latest_date\":\"" + day + "\"" + more + "}");
    }

    /** The first patient books and cancels, the second waits for something earlier. */
    private void offerAnOpening() {
        Phone first = call(1);
        first.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        String slot = find(first, ",\"patient_id\":\"1\"").at("/slots/0/slot_id").asText();
        JsonNode booked =
                first.use("create_appointment", "{\"slot_id\":\"" + slot + "\",\"patient_id\":\"1\"}");
        Phone second = call(2);
        second.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        second.use("add_to_waitlist", "{\"kind\":\"earlier_appointment\",\"patient_id\":\"2\"}");
        second.hangUp();
        first.use(
                "cancel_appointment",
                "{\"appointment_id\":\""
                        + booked.at("/appointment/appointment_id").asText() + "\",\"confirmed\":true}");
        first.hangUp();
        while (DATABASE.waitlist().offers().live(id).isEmpty()) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void an_opening_is_offered_by_phone_and_accepted() {
        offerAnOpening();
        try (Window window = staff().visit(at("/waitlist"))) {
            Locator offer = window.page().locator(".item").first();
            assertThat(offer).containsText("Casey Tester");
            window.press("I phone now");
            assertThat(window.said()).containsText("The time is held for them now");
            assertThat(window.page().locator("[data-left]").first()).hasText(Pattern.compile("\\d+:\\d\\d"));
            window.visit(week());
            assertThat(window.page().locator("li.hold")).containsText("Held by a call");
            window.visit(at("/waitlist"));
            window.press("They said yes");
            assertThat(window.said()).containsText("enter it in the EMR now");
            assertThat(window.page().locator("main")).containsText("Nobody is on the waitlist");
            assertEquals(List.of(), window.errors());
        }
    }

    @Test
    void a_message_is_taken_and_finished_and_a_colleague_sees_by_whom() {
        leaveMessage();
        try (Window window = staff().visit(at("/tasks"));
                Window colleague = staff().visit(at("/tasks"))) {
            assertThat(window.page().locator(".item")).containsText("Please call about my bill");
            window.press("Take");
            assertThat(window.said()).hasText("The task is yours.");
            colleague.visit(at("/tasks"));
            assertThat(colleague.page().locator(".item")).containsText("Taken by Somebody");
            window.press("Done");
            assertThat(window.said()).containsText("Done.");
            assertThat(colleague.page().locator(".item")).hasCount(0); // it is heard of by itself
            window.visit(at("/tasks?state=done"));
            assertThat(window.page().locator(".item")).containsText("Done by Somebody");
            assertEquals(List.of(), window.errors());
        }
    }

    @Test
    void a_part_of_a_day_and_a_day_are_closed_in_the_week_by_keyboard_and_their_openings_are_gone() {
        clinic.staffBook(1);
        try (Window window = Window.open().signedIn(Person.who(Role.CLINIC_MANAGER, id)).visit(week())) {
            Locator open = window.page().locator("section[aria-labelledby='day-" + day + "'] .opening");
            assertThat(open).hasCount(2);
            window.field("Day").selectOption(day.toString());
            window.field("From").fill("09:00");
            window.field("Until").fill("11:30");
            window.field("Who").selectOption("clinic");
            window.button("Close").press("Enter");
            assertThat(window.page().locator(".error")).hasText("Fill this in.");
            assertThat(window.field("Until")).hasValue("11:30");
            window.field("Reason").fill("Staff training");
            window.button("Close").press("Enter");
            assertThat(window.said()).containsText("Closed. Callers are offered nothing there any more");
            assertThat(open).hasCount(1);
            assertThat(open).containsText("11:30–12:00");
            assertThat(window.page().locator("section[aria-labelledby=affected] li")).containsText("Tester, Casey");
            assertEquals("11:30", find(call(2), "").at("/slots/0/time").asText());
            window.picture("week-closed-in-part");

            window.field("Day").selectOption(day.toString());
            window.field("Reason").fill("Away");
            window.button("Close").press("Enter");
            assertThat(open).hasCount(0);
            assertEquals(0, find(call(3), "").path("slots").size());

            window.page()
                    .locator(".week-shuts li")
                    .filter(new Locator.FilterOptions().setHasText("Away"))
                    .getByRole(AriaRole.BUTTON)
                    .press("Enter");
            assertThat(window.said()).hasText("It is open again.");
            assertThat(open).hasCount(1);
            assertEquals(List.of(), window.errors());
        }
    }

    @Test
    void everybody_sees_what_their_role_may_and_nothing_more() {
        clinic.staffBook(1);
        leaveMessage();
        Map<Role, List<String>> parts = new LinkedHashMap<>();
        List<String> all = List.of("overview", "week", "calls", "tasks", "waitlist");
        parts.put(Role.CLINIC_STAFF, all);
        parts.put(Role.CLINIC_MANAGER, all);
        parts.put(Role.PLATFORM_ADMIN, all);
        parts.forEach((role, may) -> {
            Person who = role == Role.PLATFORM_ADMIN ? Person.who(role) : Person.who(role, id);
            try (Window window = Window.open().signedIn(who).visit(week())) {
                for (String part : may) {
                    assertThat(window.page().locator(".side a[href$='/" + id + "/" + part + "']")).hasCount(1);
                }
                boolean treats = role != Role.PLATFORM_ADMIN;
                assertThat(window.page().getByText("Tester, Casey")).hasCount(treats ? 1 : 0);
                assertThat(window.page().locator("li.appointment")).hasCount(1);
                assertThat(window.page().locator("#close")).hasCount(role == Role.CLINIC_STAFF ? 0 : 1);
                window.visit(at("/tasks"));
                assertThat(window.page().locator("main .heading a[download]")).hasCount(treats ? 1 : 0);
                assertEquals(List.of(), window.errors());
            }
        });
        try (Window auditor = Window.open().signedIn(Person.who(Role.AUDITOR, id))) {
            for (String part : all) {
                auditor.visit(at("/" + part));
                assertThat(auditor.page().locator("main")).containsText("Your role may not do this");
            }
        }
        ClinicId other = new ClinicId(
                TestClinic.open(DATABASE, "day" + Fresh.hex().substring(0, 8), 1).id());
        try (Window stranger = Window.open().signedIn(Person.who(Role.CLINIC_STAFF, other))) {
            for (String part : all) {
                stranger.visit(at("/" + part));
                assertThat(stranger.page().locator(".side")).hasCount(0);
            }
        }
    }

    @Test
    void each_page_of_the_day_with_something_on_it_is_for_everybody_and_small_in_both_themes() {
        clinic.staffBook(1);
        leaveMessage();
        offerAnOpening();
        Phone phone = call(3);
        find(phone, "");
        String call = at("/calls/" + phone.id());
        Person manager = Person.who(Role.CLINIC_MANAGER, id);
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (Look look : Look.values()) {
            try (Window window = Window.looking(look, look == Look.DARK ? "fr" : "en").signedIn(manager)) {
                for (String path : List.of(
                        at("/overview"), week(), at("/calls"), call, at("/tasks"), at("/waitlist"), "/overview")) {
                    List<String> wrong = found.computeIfAbsent(look + " " + path, each -> new ArrayList<>());
                    window.visit(path);
                    wrong.addAll(window.barriers());
                    if ((Boolean) window.page().evaluate("document.documentElement.scrollWidth > window.innerWidth")) {
                        wrong.add("wider than the window");
                    }
                    int bytes = ((Number) window.page().evaluate(BYTES)).intValue();
                    if (bytes == 0 || bytes > FIRST_VIEW) {
                        wrong.add(bytes + " bytes");
                    }
                    window.picture(look.name().toLowerCase(Locale.ROOT) + "-day/"
                            + path.replace("/clinics/" + id + "/", "").replaceAll("[^a-z]+", "-"));
                }
                assertEquals(List.of(), window.errors());
            }
        }
        found.values().removeIf(List::isEmpty);
        assertEquals(Map.of(), found);
    }
}
