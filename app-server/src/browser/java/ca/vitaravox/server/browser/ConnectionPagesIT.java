package ca.vitaravox.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a clinic is joined to the voice platform and to its EMR, and in which order its lists are. */
class ConnectionPagesIT {
    private static final Database DATABASE = TestServer.running().database();

    private TestClinic its;
    private ClinicId clinic;

    @BeforeEach
    void aClinic() {
        its = TestClinic.open(DATABASE, "joined" + Fresh.hex().substring(0, 8), 3);
        clinic = new ClinicId(its.id());
    }

    private Window manager(String part) {
        return Window.open().signedIn(Person.who(Role.CLINIC_MANAGER, clinic)).visit("/clinics/" + clinic + part);
    }

    private int callWith(String secret) {
        Phone phone = new Phone(TestServer.running().port(), its.phoneOf(1), its.number());
        String body = phone.toolCalls(Phone.newToolCallId(), "get_clinic_info", "{}");
        return Phone.send(phone.proving(secret, false, body)).statusCode();
    }

    @Test
    void a_secret_is_shown_once_replaced_beside_the_old_one_settled_and_taken_away() {
        try (Window window = manager("/webhook")) {
            assertThat(window.page().locator("dl.facts")).containsText("the platform’s");
            window.press("Make a secret");
            assertThat(window.page().locator("#secret")).hasText(Pattern.compile("[0-9a-f]{64}"));
            String first = window.page().locator("#secret").textContent();
            window.picture("webhook-told");
            assertEquals(200, callWith(first));
            assertEquals(401, callWith(TestServer.SECRET));
            window.visit("/clinics/" + clinic + "/webhook");
            assertTrue(!window.page().content().contains(first), "it is shown once");
            window.press("Replace it");
            assertThat(window.page().locator("#secret")).hasText(Pattern.compile("[0-9a-f]{64}"));
            String second = window.page().locator("#secret").textContent();
            assertEquals(List.of(200, 200), List.of(callWith(first), callWith(second)));
            window.press("Let the old secret open nothing");
            assertThat(window.said()).hasText("The old secret opens nothing any more.");
            assertEquals(List.of(401, 200), List.of(callWith(first), callWith(second)));
            window.page().locator("#mode-auth").selectOption("hmac");
            window.press("Save changes");
            assertThat(window.said()).containsText("Push the assistant now");
            assertEquals(401, callWith(second), "a signature is asked for now");
            window.press("Take the clinic’s secret away…");
            window.press("Take it away");
            assertThat(window.said()).containsText("no secret of its own");
            assertEquals(List.of(401, 200), List.of(callWith(second), callWith(TestServer.SECRET)));
            assertEquals(List.of(), window.errors());
        }
    }

    @Test
    void who_changes_a_secret_that_somebody_changed_meanwhile_is_told_and_nothing_is_changed() {
        try (Window first = manager("/webhook");
                Window second = manager("/webhook")) {
            first.press("Make a secret");
            assertThat(first.page().locator("#secret")).isVisible();
            String secret = first.page().locator("#secret").textContent();
            second.press("Make a secret");
            assertThat(second.said()).containsText("Somebody changed this meanwhile");
            assertThat(second.page().locator("#secret")).hasCount(0);
            assertEquals(200, callWith(secret));
        }
    }

    private List<String> order() {
        return DATABASE.clinicSettings().kept(clinic).providers().stream()
                .map(Provider::displayName)
                .toList();
    }

    private void threeProviders() {
        DATABASE.clinicSettings()
                .change(
                        clinic,
                        kept -> kept.with(Stream.of("Doctor Wexford", "Doctor Sethi", "Nurse Tanaka")
                                .map(name -> new Provider(
                                        new ProviderId(name.substring(name.length() - 5)),
                                        name,
                                        Optional.empty(),
                                        true,
                                        true))
                                .toList()));
    }

    @Test
    void providers_are_put_in_order_by_keyboard_and_the_focus_goes_along() {
        threeProviders();
        List<String> before = order();
        try (Window window = manager("/providers")) {
            window.button("Move " + before.get(2) + " up").press("Enter");
            assertThat(window.page().locator("tbody tr").nth(1)).containsText(before.get(2));
            assertThat(window.button("Move " + before.get(2) + " up")).isFocused();
            assertEquals(List.of(before.get(0), before.get(2), before.get(1)), order());
            window.button("Move " + before.get(2) + " up").press("Enter");
            assertThat(window.page().locator("tbody tr").nth(0)).containsText(before.get(2));
            assertThat(window.button("Move " + before.get(2) + " down")).isFocused();
            assertThat(window.button("Move " + before.get(2) + " up")).isDisabled();
            assertEquals(List.of(before.get(2), before.get(0), before.get(1)), order());
            window.picture("providers-in-order");
            assertEquals(List.of(), window.errors());
        }
    }

    @Test
    void going_by_the_emrs_schedule_is_refused_without_a_log_in_and_what_was_typed_stays() {
        try (Window window = manager("/emr/schedule")) {
            window.page().locator("#f-inUse").check();
            window.press("Add a code");
            window.page().locator("#f-codes-0-code").fill("ab");
            window.page().locator("#f-codes-0-description").fill("Walk-in");
            window.press("Save changes");
            assertThat(window.page().locator(".error")).hasText("Use one character for the code, and at most 200 for its description.");
            window.page().locator("#f-codes-0-code").fill("1");
            window.press("Save changes");
            assertThat(window.said()).containsText("Not saved. The clinic has no OSCAR");
            assertThat(window.page().locator("#f-codes-0-description")).hasValue("Walk-in");
        }
    }

    @Test
    void a_consent_that_nobody_waits_for_ends_on_a_page_that_leads_back() {
        try (Window window = Window.open()
                .visit("/api/admin/emr/oauth/callback?state=" + clinic + "." + "A".repeat(43)
                        + "&oauth_token=t&oauth_verifier=v")) {
            assertThat(window.page().locator("h1")).hasText("OSCAR is not connected yet");
            assertThat(window.page().locator("[role=alert]").first()).containsText("used before, or is older than ten minutes");
            window.picture("consent-over");
            window.page().getByText("Start again").click();
            assertThat(window.page()).hasURL(Pattern.compile(".*/sign-in\\?next=%2Fclinics%2F" + clinic + "%2Femr"));
        }
    }

    @Test
    void a_file_that_is_refused_is_refused_on_a_page_and_leads_back() {
        try (Window window = Window.open().signedIn(Person.who(Role.AUDITOR, clinic)).visit("/audit?clinic=" + clinic)) {
            window.press("Export for a patient");
            window.page().locator("#export-patient").fill("x".repeat(500));
            window.press("Download");
            assertThat(window.page().locator("h1")).hasText("This page cannot be shown");
            assertThat(window.page().locator("main")).containsText("not of the right form");
            window.picture("export-refused");
            window.press("Go back");
            assertThat(window.page().locator("h1")).hasText("Audit trail");
        }
    }
}
