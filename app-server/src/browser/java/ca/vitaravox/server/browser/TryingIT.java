package ca.vitaravox.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that is tried in one tab and seen in the others as it happens; nothing is loaded again by hand. */
class TryingIT {
    private static final String HELD = "#board li.hold";
    private static final String TAKEN = "#board li.appointment, #board li.hold";

    private TestClinic clinic;
    private Person who;

    @BeforeEach
    void aClinic() {
        clinic = TestClinic.open(
                TestServer.running().database(), "try" + Fresh.hex().substring(0, 8), 1);
        who = Person.who(Role.CLINIC_MANAGER, new ClinicId(clinic.id()));
    }

    private String at(String part) {
        return "/clinics/" + clinic.id() + "/" + part;
    }

    private Page tab(Window window, String part) {
        Page tab = window.page().context().newPage();
        tab.navigate(at(part));
        return tab;
    }

    private static Locator tools(Page page) {
        return page.locator("main .timeline li.tool");
    }

    private void choose(Window window, String tool) {
        window.page().locator("#which").selectOption(tool);
        window.press("Choose");
    }

    private static void type(Page page, String argument, String value) {
        page.locator("#arg-" + argument).fill(value);
    }

    private static String answered(Page page, String pattern) {
        String answer = tools(page).last().locator("pre").last().textContent();
        var found = Pattern.compile(pattern).matcher(answer);
        if (!found.find()) {
            throw new AssertionError(answer);
        }
        return found.group(1);
    }

    @Test
    void tools_called_by_form_are_seen_live_in_timeline_week_overview_and_tasks() {
        try (Window window = Window.open().signedIn(who)) {
            Page overview = tab(window, "overview");
            assertThat(overview.locator("dl.figures")).not().containsText("Tried calls");
            Page page = window.visit(at("trials")).page();
            page.getByLabel("Caller").selectOption(clinic.phoneOf(1));
            window.press("Ring");
            assertThat(overview.locator("dl.figures")).containsText("Tried calls");
            assertThat(page.locator("main .timeline li")).hasCount(1);

            String call = page.url().replaceAll(".*/", "");
            Page timeline = tab(window, "calls/" + call);
            Page week = tab(window, "week?of=" + day(7));
            Page tasks = tab(window, "tasks");

            choose(window, "search_patient_by_phone");
            type(page, "first_name", "Casey");
            type(page, "date_of_birth", "1980-01-02");
            window.press("Call search_patient_by_phone");
            assertThat(tools(page)).hasCount(1);
            assertThat(tools(timeline)).hasCount(1);
            String patient = answered(page, "\"patient_id\" : \"([^\"]+)\"");

            choose(window, "find_earliest_appointment");
            type(page, "visit_type", "checkup");
            type(page, "patient_id", patient);
            type(page, "earliest_date", day(7));
            window.press("Call find_earliest_appointment");
            assertThat(tools(page)).hasCount(2);
            assertThat(tools(timeline)).hasCount(2);
            String slot = answered(page, "\"slot_id\" : \"([^\"]+)\"");
            assertThat(week.locator(HELD)).hasCount(1);

            choose(window, "create_appointment");
            type(page, "slot_id", slot);
            type(page, "patient_id", patient);
            window.press("Call create_appointment");
            assertThat(tools(timeline)).hasCount(3);
            assertThat(tools(page).last()).containsText("answered");
            assertThat(week.locator(TAKEN)).hasCount(1);

            choose(window, "transfer_call");
            page.locator("#arg-reason").selectOption("leave_message");
            type(page, "summary", "Please bring the form back");
            window.press("Call transfer_call");
            assertThat(tasks.locator("#board")).containsText("Please bring the form back");
            assertThat(tools(timeline)).hasCount(4);

            window.press("Hang up");
            assertThat(page.locator("main .badge").first()).hasText("Over");
            assertThat(timeline.locator("main .badge.live")).hasCount(0);
            assertThat(tools(timeline)).hasCount(4);
            assertEquals(List.of(), window.errors());
        }
    }

    @Test
    void a_script_is_stepped_through_and_played_to_its_end() {
        try (Window window = Window.open().signedIn(who)) {
            Page page = window.visit(at("trials")).page();
            page.getByLabel("Script").selectOption("message-after-hours");
            window.press("Ring");
            window.press("Next step");
            assertThat(tools(page)).hasCount(1);
            while (tools(page).count() < 3) {
                int before = tools(page).count();
                window.press("To the end");
                assertThat(tools(page).nth(before)).isVisible();
            }
            assertThat(window.button("Next step")).hasCount(0);
            window.press("Hang up");
            assertThat(page.locator("main .badge").first()).hasText("Over");
        }
    }

    @Test
    void a_call_on_the_phone_is_seen_in_the_overview_and_the_list_as_it_happens() {
        try (Window window = Window.open().signedIn(who)) {
            Page overview = window.visit(at("overview")).page();
            Page calls = tab(window, "calls");
            assertThat(overview.locator("dl.figures dd").first()).hasText("0");
            assertThat(calls.locator("#board tbody tr")).hasCount(0);

            new Phone(TestServer.running().port(), clinic.phoneOf(1), clinic.number()).use("get_clinic_info", "{}");

            assertThat(overview.locator("dl.figures dd").first()).hasText("1");
            assertThat(calls.locator("#board tbody tr")).hasCount(1);
        }
    }

    @Test
    void the_pages_of_a_trial_have_no_barrier_in_both_languages_and_on_a_phone() {
        for (Window.Look look : Window.Look.values()) {
            for (String language : List.of("en", "fr")) {
                try (Window window = Window.looking(look, language).signedIn(who)) {
                    Page page = window.visit(at("trials")).page();
                    assertEquals(List.of(), window.barriers());
                    page.locator("#script").selectOption("emergency");
                    page.locator("main form button[type=submit]").click();
                    page.locator("main .timeline li").first().waitFor();
                    page.locator("main form button.primary").first().click();
                    tools(page).first().waitFor();
                    page.locator("main details summary").first().click();
                    window.picture("trial-" + look + "-" + language);
                    assertEquals(List.of(), window.barriers());
                    page.navigate(page.url() + "?tool=find_earliest_appointment");
                    assertEquals(List.of(), window.barriers());
                    page.locator("main form[hx-post$='/end'] button").click();
                    assertThat(page.locator("main form[hx-post$='/end']")).hasCount(0);
                }
            }
        }
    }

    /** So many days from now, by the clinic's clock. */
    private static String day(int later) {
        return LocalDate.now(ZoneId.of("America/Vancouver")).plusDays(later).toString();
    }
}
