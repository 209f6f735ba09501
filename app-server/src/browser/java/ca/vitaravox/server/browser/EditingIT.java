package ca.vitaravox.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.access.TotpCodes;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to what somebody types, whatever happens meanwhile. */
class EditingIT {
    private ClinicId clinic;

    @BeforeEach
    void aClinic() {
        clinic = new ClinicId(TestClinic.open(
                        TestServer.running().database(),
                        "edit" + java.util.UUID.randomUUID().toString().substring(0, 8),
                        1)
                .id());
    }

    private String hours() {
        return "/clinics/" + clinic + "/hours";
    }

    private LocalTime mondayOpens() {
        return TestServer.running()
                .database()
                .clinicSettings()
                .kept(clinic)
                .hours()
                .get(java.time.DayOfWeek.MONDAY)
                .get(0)
                .open();
    }

    private static void monday(Window window, String opens) {
        window.page().locator("#f-monday-0-open").fill(opens);
    }

    @Test
    void what_is_saved_is_kept_and_said_to_be() {
        try (Window window = Window.open().signedIn(Person.who(Role.CLINIC_MANAGER, clinic)).visit(hours())) {
            monday(window, "08:15");
            window.press("Save changes");
            assertThat(window.said()).isFocused();
            assertThat(window.said()).hasText("Saved.");
            assertEquals(LocalTime.of(8, 15), mondayOpens());
            assertEquals(List.of(), window.errors());
        }
    }

    @Test
    void what_is_refused_stays_as_it_was_typed_with_the_reason_beside_it() {
        try (Window window = Window.open().signedIn(Person.who(Role.CLINIC_MANAGER, clinic)).visit(hours())) {
            LocalTime before = mondayOpens();
            monday(window, "23:30");
            window.press("Save changes");
            assertThat(window.said()).isFocused();
            assertThat(window.page().locator("#f-monday-0-open")).hasValue("23:30");
            assertThat(window.page().locator("[aria-invalid=true]")).hasCount(1);
            assertThat(window.page().locator(".error")).hasCount(1);
            assertEquals(before, mondayOpens());
            window.picture("hours-refused");
        }
    }

    @Test
    void two_who_edit_at_once_both_see_what_the_other_wrote_and_nothing_is_lost() {
        Person who = Person.who(Role.CLINIC_MANAGER, clinic);
        try (Window first = Window.open().signedIn(who).visit(hours());
                Window second = Window.open().signedIn(who).visit(hours())) {
            monday(first, "07:00");
            first.press("Save changes");
            assertThat(first.said()).hasText("Saved.");
            monday(second, "08:45");
            second.press("Save changes");
            assertThat(second.said()).containsText("08:45");
            assertThat(second.said()).containsText("07:00");
            assertEquals(LocalTime.of(7, 0), mondayOpens());
            second.picture("two-versions");
            second.press("Save mine");
            assertThat(second.said()).hasText("Saved.");
            assertEquals(LocalTime.of(8, 45), mondayOpens());
        }
    }

    @Test
    void a_session_that_ends_in_mid_edit_asks_to_sign_in_over_the_page_and_saves_afterwards() {
        AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
        try (Backend server = Backend.start(
                        TestServer.config(), TestServer.running().database(), () -> Instant.now().plus(later.get()));
                Window window = Window.at("http://127.0.0.1:" + server.port())) {
            Person who = Person.who(Role.CLINIC_MANAGER, clinic);
            window.signedIn(who).visit(hours());
            monday(window, "06:30");
            later.set(Duration.ofMinutes(31));
            window.press("Save changes");
            assertThat(window.page().locator("#sign-in-again")).isVisible();
            assertThat(window.page().locator("#again-email")).hasValue(who.email());
            window.picture("signing-in-again");
            window.page().locator("#again-password").fill(Admin.PASSWORD);
            window.press("Sign in and go on");
            TotpCodes codes = new TotpCodes();
            window.page().locator("#again-code").fill(codes.code(who.secret(), codes.step(Instant.now().plus(later.get()))));
            window.press("Sign in and go on");
            assertThat(window.said()).hasText("Saved.");
            assertThat(window.page().locator("#sign-in-again")).isHidden();
            assertEquals(LocalTime.of(6, 30), mondayOpens());
        }
    }

    @Test
    void a_token_that_ran_out_while_somebody_typed_is_renewed_without_a_word() {
        AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
        try (Backend server = Backend.start(
                        TestServer.config(), TestServer.running().database(), () -> Instant.now().plus(later.get()));
                Window window = Window.at("http://127.0.0.1:" + server.port())) {
            window.signedIn(Person.who(Role.CLINIC_MANAGER, clinic)).visit(hours());
            monday(window, "06:45");
            later.set(Duration.ofMinutes(16));
            window.press("Save changes");
            assertThat(window.said()).hasText("Saved.");
            later.set(Duration.ofMinutes(32));
            window.visit(hours());
            assertThat(window.page().locator("#f-monday-0-open")).hasValue("06:45");
        }
    }

    @Test
    void a_server_that_cannot_be_reached_loses_nothing() {
        try (Window window = Window.open().signedIn(Person.who(Role.CLINIC_MANAGER, clinic)).visit(hours())) {
            monday(window, "05:00");
            window.page().route("**/hours", route -> route.abort());
            window.press("Save changes");
            assertThat(window.page().locator("#trouble")).containsText("cannot be reached");
            window.page().unroute("**/hours");
            window.press("Save changes");
            assertThat(window.said()).hasText("Saved.");
            assertTrue(mondayOpens().equals(LocalTime.of(5, 0)));
        }
    }
}
