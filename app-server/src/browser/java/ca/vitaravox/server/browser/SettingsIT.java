package ca.vitaravox.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferPlan;
import ca.vitaravox.ports.call.TransferReason;
import ca.vitaravox.ports.clinic.Audience;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.Province;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.microsoft.playwright.Locator;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clinic's settings, as those who may change them do. */
class SettingsIT {
    private static final Database DATABASE = TestServer.running().database();
    private static final VisitTypeCode CHECKUP = new VisitTypeCode("checkup");

    private ClinicId clinic;

    @BeforeEach
    void aClinicWithSomethingEverywhere() {
        clinic = new ClinicId(TestClinic.open(
                        DATABASE, "set" + UUID.randomUUID().toString().substring(0, 8), 1)
                .id());
        DATABASE.clinicSettings()
                .change(
                        clinic,
                        kept -> kept.with(List.of(new Provider(
                                        kept.providers().get(0).id(),
                                        "Doctor Ada Quill",
                                        Optional.of("family medicine"),
                                        true,
                                        true,
                                        Map.of(CHECKUP, Audience.OWN_PATIENTS))))
                                .closed(
                                        List.of(new Closure(
                                                LocalDate.of(2027, 7, 5),
                                                LocalDate.of(2027, 7, 9),
                                                "Summer break",
                                                Optional.of(kept.providers().get(0).id()))),
                                        Optional.of(Province.ONTARIO)));
        TransferDestination desk = new TransferDestination(new PhoneNumber("+16045550181"), "Front desk", true);
        DATABASE.transferPlans()
                .change(
                        clinic,
                        kept -> new TransferPlan(
                                Map.of(
                                        TransferReason.BILLING,
                                        Optional.empty(),
                                        TransferReason.PRESCRIPTION,
                                        Optional.of(desk)),
                                Optional.of(desk)));
    }

    private String at(String part) {
        return "/clinics/" + clinic + part;
    }

    private Clinic kept() {
        return DATABASE.clinicSettings().kept(clinic);
    }

    private String provider() {
        return kept().providers().get(0).id().value();
    }

    @Test
    void what_is_saved_as_it_was_shown_is_as_it_was() {
        Clinic before = kept();
        TransferPlan plan = DATABASE.transferPlans().plan(clinic);
        var shifts = DATABASE.scheduleSettings().shifts(clinic, new ProviderId(provider()));
        var lines = DATABASE.clinicDirectory().lines(clinic);
        try (Window window = Window.open().signedIn(Person.who(Role.PLATFORM_ADMIN))) {
            for (String part : List.of(
                    "/profile",
                    "/numbers",
                    "/hours",
                    "/holidays",
                    "/providers/" + provider(),
                    "/visit-types/checkup",
                    "/schedules/" + provider(),
                    "/transfers")) {
                window.visit(at(part));
                window.press("Save changes");
                assertThat(window.said()).hasText("Saved.");
            }
            assertEquals(List.of(), window.errors());
        }
        assertEquals(before, kept());
        assertEquals(plan, DATABASE.transferPlans().plan(clinic));
        assertEquals(shifts, DATABASE.scheduleSettings().shifts(clinic, new ProviderId(provider())));
        assertEquals(lines, DATABASE.clinicDirectory().lines(clinic));
    }

    @Test
    void a_closure_is_added_and_another_taken_away_by_keyboard_alone() {
        try (Window window =
                Window.open().signedIn(Person.who(Role.CLINIC_MANAGER, clinic)).visit(at("/holidays"))) {
            window.button("Remove").press("Enter");
            window.button("Add a closure").press("Enter");
            Locator row = window.page().locator("[data-row]");
            assertThat(row).hasCount(1);
            assertThat(row.locator("input").first()).isFocused();
            row.getByLabel("First day").fill("2027-12-24");
            row.getByLabel("Last day").fill("2027-12-20");
            row.getByLabel("Reason").fill("Renovation");
            window.button("Save changes").press("Enter");
            assertThat(row.locator(".error")).hasText("The end comes after the beginning.");
            assertThat(row.getByLabel("Reason")).hasValue("Renovation");
            row.getByLabel("Last day").fill("2027-12-28");
            window.button("Save changes").press("Enter");
            assertThat(window.said()).hasText("Saved.");
            assertEquals(List.of("Renovation"), kept().closures().stream().map(Closure::reason).toList());
        }
    }

    @Test
    void a_provider_is_added_changed_and_removed() {
        try (Window window =
                Window.open().signedIn(Person.who(Role.CLINIC_MANAGER, clinic)).visit(at("/providers"))) {
            window.page().getByText("Add a provider").click();
            window.press("Save changes");
            assertThat(window.page().locator(".error")).hasText("Fill this in.");
            window.field("Number in the EMR").fill("9041");
            window.field("Name as spoken").fill("Doctor Ivo Marsh");
            window.press("Save changes");
            assertThat(window.said()).hasText("The provider is added.");
            window.page().getByText("Doctor Ivo Marsh").click();
            window.field("Callers may book").check();
            window.press("Save changes");
            assertThat(window.said()).hasText("Saved.");
            assertTrue(kept().provider(new ProviderId("9041")).orElseThrow().bookable());
            window.press("Remove provider");
            window.page().locator("dialog[open]").getByText("Remove provider").click();
            assertThat(window.said()).hasText("The provider is removed.");
            assertTrue(kept().provider(new ProviderId("9041")).isEmpty());
        }
    }

    private void bridged(boolean live) {
        DATABASE.clinicEmrs()
                .change(
                        clinic,
                        kept -> new EmrSettings(
                                "bridge",
                                live,
                                Optional.of(new EmrAddress(
                                        URI.create("https://bridge.clinic.example"),
                                        URI.create("https://bridge.clinic.example"),
                                        ZoneId.of("America/Vancouver"))),
                                Optional.of(TestServer.envelope().seal(EmrSettings.place(clinic), "a key"))),
                        Instant.now());
    }

    private boolean live() {
        return DATABASE.clinicEmrs().emr(clinic).settings().live();
    }

    @Test
    void the_switch_says_what_it_does_and_does_it_at_once() {
        bridged(true);
        try (Window window =
                Window.open().signedIn(Person.who(Role.CLINIC_MANAGER, clinic)).visit(at("/emr"))) {
            window.press("Back to demo data…");
            Locator dialog = window.page().locator("dialog[open]");
            assertThat(dialog).containsText("https://bridge.clinic.example");
            assertThat(dialog).containsText("Nothing is booked for 20 seconds");
            window.picture("back-to-demo-data");
            dialog.getByText("Cancel").click();
            assertTrue(live());
            window.press("Back to demo data…");
            window.press("Use demo data now");
            assertThat(window.said()).containsText("on demo data");
            assertFalse(live());
            assertTrue(TestServer.running().trail(clinic.value()).stream().anyMatch(line -> line.contains("emr/live")));
        }
    }

    @Test
    void a_clinic_that_lacks_something_does_not_go_live_and_its_page_says_so() {
        bridged(false);
        try (Window window =
                Window.open().signedIn(Person.who(Role.CLINIC_MANAGER, clinic)).visit(at("/emr"))) {
            window.press("Go live…");
            assertThat(window.page().locator("dialog[open]")).containsText("https://bridge.clinic.example");
            window.press("Go live now");
            assertThat(window.page().locator("[role=alert][data-attend]")).isVisible();
            window.picture("not-live-yet");
            assertFalse(live());
        }
    }

    @Test
    void credentials_are_typed_and_never_come_back() {
        DATABASE.clinicEmrs()
                .change(
                        clinic,
                        kept -> new EmrSettings(
                                "oscar",
                                false,
                                Optional.of(new EmrAddress(
                                        URI.create("https://oscar.clinic.example/oscar"),
                                        URI.create("https://oscar.clinic.example/oscar"),
                                        ZoneId.of("America/Vancouver"))),
                                Optional.empty()),
                        Instant.now());
        try (Window window =
                Window.open().signedIn(Person.who(Role.CLINIC_MANAGER, clinic)).visit(at("/emr"))) {
            window.field("Client key").fill("fictional-client-key-7781");
            window.field("Client secret").fill("fictional-client-secret-9043");
            window.press("Save credentials");
            assertThat(window.said()).containsText("kept, sealed");
            assertThat(window.page().locator("main")).containsText("…7781");
            assertFalse(window.page().content().contains("fictional-client"));
        }
    }

    @Test
    void staff_look_and_change_nothing_and_auditors_come_to_the_trail() {
        try (Window staff =
                Window.open().signedIn(Person.who(Role.CLINIC_STAFF, clinic)).visit(at("/hours"))) {
            assertThat(staff.page().getByText("your role cannot change it")).isVisible();
            assertThat(staff.button("Save changes")).hasCount(0);
            assertThat(staff.page().locator("#f-monday-0-open")).isDisabled();
            assertThat(staff.page().getByText("Users")).hasCount(0);
            staff.visit(at("/emr"));
            assertThat(staff.page().locator("main")).containsText("Your role may not do this");
        }
        try (Window auditor = Window.open().signedIn(Person.who(Role.AUDITOR, clinic)).visit("/")) {
            assertThat(auditor.page()).hasURL(Pattern.compile(".*/audit"));
            assertThat(auditor.page().locator("tbody tr").first()).isVisible();
            auditor.press("Verify the whole trail");
            assertThat(auditor.said()).containsText("The trail is whole");
            auditor.visit(at("/hours"));
            assertThat(auditor.page().locator("main")).containsText("Your role may not do this");
        }
    }

    @Test
    void a_clinic_is_found_by_a_part_of_its_name_and_a_new_one_begins_on_demo_data() {
        String id = "new" + UUID.randomUUID().toString().substring(0, 8);
        try (Window window = Window.open().signedIn(Person.who(Role.PLATFORM_ADMIN)).visit("/add-clinic")) {
            window.field("Id").fill(id);
            window.field("Name").fill("Lakeside of " + id);
            window.field("Telephone of the front desk").fill("604-555-0177");
            window.field("Address").fill("1 Shore Road, Kenora");
            window.press("Save changes");
            assertThat(window.page().locator(".error")).containsText("plus sign");
            window.field("Telephone of the front desk").fill("+16045550177");
            window.press("Save changes");
            assertThat(window.said()).containsText("The clinic is added");
            assertThat(window.page().locator("main")).containsText("demo data");
            window.visit("/clinics");
            window.page().locator("#q").fill("LAKESIDE OF " + id);
            window.press("Find");
            assertThat(window.page().locator("tbody tr")).hasCount(1);
            assertThat(window.page().locator("tbody tr")).containsText("Lakeside");
        }
    }

    @Test
    void somebody_new_gets_a_password_that_is_shown_once_and_chooses_their_own() {
        String email = "new" + UUID.randomUUID().toString().substring(0, 8) + "@clinic.test";
        String given;
        try (Window window = Window.open().signedIn(Person.who(Role.CLINIC_MANAGER, clinic)).visit("/add-user")) {
            window.field("Email address").fill(email);
            window.field("Name").fill("Noor Vale");
            window.page().locator("#f-role").selectOption("clinic_staff");
            window.page().locator("#f-clinics input").first().check();
            window.press("Save changes");
            assertThat(window.page().locator("main dd")).hasCount(2);
            given = window.page().locator("main dd").last().textContent();
            window.visit("/users");
            assertFalse(window.page().content().contains(given));
        }
        try (Window window = Window.open().visit("/sign-in")) {
            window.field("Email address").fill(email);
            window.field("Password").fill(given);
            window.press("Sign in");
            assertThat(window.page()).hasURL(Pattern.compile(".*/account"));
            window.field("Current password").fill(given);
            window.field("New password").fill("password1234");
            window.press("Change password");
            assertThat(window.page().locator(".error")).containsText("among the first that are tried");
            window.field("Current password").fill(given);
            window.field("New password").fill("eleven quiet harbours");
            window.press("Change password");
            assertThat(window.page()).hasURL(Pattern.compile(".*/account/second-factor"));
        }
    }
}
