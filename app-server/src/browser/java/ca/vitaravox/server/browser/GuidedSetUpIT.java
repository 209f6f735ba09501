package ca.vitaravox.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.AppointmentTypeRow;
import ca.vitaravox.oscar.standin.ClientRow;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.LoginRow;
import ca.vitaravox.oscar.standin.ProviderRow;
import ca.vitaravox.oscar.standin.StandInOscar;
import ca.vitaravox.oscar.standin.StandInSettings;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.ConfigReader;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.TestServer;
import ca.vitaravox.vapi.standin.StandInVapi;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A clinic from its first day to going live, against stand-ins of OSCAR and Vapi, as people do it: page by page, in a browser,
 * by forms and clicks alone.
 */
class GuidedSetUpIT {
    private static final ZoneId ZONE = ZoneId.of("America/Vancouver");
    private static final String KEY = "EXAMPLE-not-a-real-key";
    private static final LoginRow MARA = new LoginRow("mara", "correct horse", "2580", "900");
    private static final ClientRow CLIENT =
            new ClientRow("testclientkey0001", "testclientsecret0001", PublicServer.ADDRESS, -1);
    private static final Database DATABASE = TestServer.running().database();

    private final ClinicId clinic = new ClinicId("guided-" + Fresh.hex().substring(0, 8));
    private final Person admin = Person.who(Role.PLATFORM_ADMIN);
    private final StandInVapi vapi = StandInVapi.start(KEY, InstantSource.system());
    private final StandInOscar oscar = oscar();
    private final Backend server = server();
    private final PublicServer proxy = new PublicServer(server);

    private static StandInOscar oscar() {
        StandInOscar oscar = StandInOscar.start(new StandInSettings(
                Line.OPEN_O, ZONE, InstantSource.system(), () -> UUID.randomUUID().toString(), 0));
        oscar.tables().clients().put(CLIENT.key(), CLIENT);
        oscar.tables().logins().add(MARA);
        oscar.tables()
                .providers()
                .add(new ProviderRow(
                        "900",
                        "Integration",
                        "Voice",
                        "receptionist",
                        "F",
                        "",
                        "",
                        "",
                        "",
                        Map.of("_appointment", 'w', "_demographic", 'w', "_tickler", 'w'),
                        Instant.now()));
        oscar.tables().providers().add(ProviderRow.doctor("102", "Sethi", "Anil"));
        oscar.tables().types().add(new AppointmentTypeRow(1, "Wound care", "", 20));
        return oscar;
    }

    private Backend server() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "VITARAVOX_PORT", "0",
                "VITARAVOX_PUBLIC_URL", PublicServer.ADDRESS,
                "VITARAVOX_WEBHOOK_SECRET", TestServer.SECRET,
                "VITARAVOX_JWT_SECRET", TestServer.JWT_SECRET,
                "VITARAVOX_ENCRYPTION_KEYS", TestServer.ENCRYPTION_KEYS,
                "VITARAVOX_VAPI_URL", vapi.baseUrl().toString(),
                "VITARAVOX_VAPI_API_KEY", KEY,
                "VITARAVOX_VAPI_CARRIER", "telnyx/carrier-1"));
        return Backend.start(
                ConfigReader.read(settings, Optional.empty()).withEmrs(EmrHosts.NONE.and(oscar.baseUrl())),
                DATABASE,
                InstantSource.system());
    }

    @AfterEach
    void stop() {
        server.close();
        oscar.close();
        vapi.close();
    }

    private String at(String part) {
        return "/clinics/" + clinic + part;
    }

    private Clinic kept() {
        return DATABASE.clinicSettings().kept(clinic);
    }

    private boolean isLive() {
        return DATABASE.clinicEmrs().emr(clinic).settings().live();
    }

    private static void fill(Window window, String field, String text) {
        window.page().locator("#f-" + field).fill(text);
    }

    private static void choose(Window window, String field, String value) {
        window.page().locator("#f-" + field).selectOption(value);
    }

    private static void save(Window window) {
        window.press("Save changes");
        assertThat(window.said()).hasText("Saved.");
    }

    /** By the door, as everybody. */
    private static void signIn(Window window, Person who) {
        window.visit("/sign-in");
        window.field("Email address").fill(who.email());
        window.field("Password").fill(Admin.PASSWORD);
        window.press("Sign in");
        window.field("Code").fill(who.recoveryCode());
        window.press("Sign in");
        assertThat(window.page().locator("nav.main-nav")).isVisible();
    }

    private void progress(Window window, int done) {
        window.visit(at("/set-up"));
        assertThat(window.page().locator("#progress")).hasText(done + " of 8 steps are done");
        assertEquals(List.of(), window.errors());
    }

    private static void goOn(Window window, String step) {
        window.page().getByText("Continue: " + step).click();
    }

    /** Whatever is lacking, nobody is offered to go live, and the check says that something is. */
    private void isNotOffered(Window window, int done) {
        progress(window, done);
        window.press("Check everything");
        assertThat(window.said()).containsText("still missing");
        assertThat(window.button("Go live now")).hasCount(0);
        assertFalse(isLive());
    }

    @Test
    void a_clinic_is_set_up_page_by_page_left_and_resumed_and_goes_live_when_it_is_whole_and_not_before() {
        try (Window window = proxy.open()) {
            signIn(window, admin);
            profile(window);
            isNotOffered(window, 2);
            window.picture("set-up-begun");
            number(window);
            isNotOffered(window, 3);
            address(window);
        }
        Person manager = Person.who(Role.CLINIC_MANAGER, clinic);
        try (Window window = proxy.open()) {
            signIn(window, manager);
            progress(window, 3);
            hours(window);
            progress(window, 4);
            goOn(window, "Providers");
            assertThat(window.page().locator("h1")).hasText("Providers");
        }
        try (Window window = proxy.open()) {
            signIn(window, manager);
            progress(window, 4);
            provider(window);
            progress(window, 5);
            assertThat(window.page().locator(".steps")).containsText("Doctor Mara Wexford can be booked and works never");
            schedule(window);
            visitType(window);
            isNotOffered(window, 6);
            credentials(window);
            connect(window);
            progress(window, 7);
            takeOver(window);
            ownSchedule(window);
            isNotOffered(window, 7);
            push(window);
            progress(window, 8);
            window.press("Check everything");
            assertThat(window.said()).containsText("Everything is there");
            window.picture("set-up-ready");
            oscar.tables().accessTokens().clear();
            window.press("Go live now");
            assertThat(window.page().locator("[role=alert]").first()).isVisible();
            assertFalse(isLive(), "what broke since the check is found again");
            connect(window);
            progress(window, 8);
            window.press("Check everything");
            window.press("Go live now");
            assertThat(window.said()).containsText("The clinic is live");
            assertTrue(isLive());
            window.picture("set-up-live");
            assertEquals(List.of(), window.errors());
        }
    }

    private void profile(Window window) {
        window.visit("/clinics").page().getByText("Add a clinic").click();
        fill(window, "id", clinic.value());
        fill(window, "name", "Gull Rock Clinic");
        fill(window, "phone", "604 555 0199");
        fill(window, "address", "1 Wharf Road, Gull Rock");
        choose(window, "timezone", "America/Vancouver");
        window.press("Save changes");
        assertThat(window.page().locator(".error")).containsText("Write the number with a plus sign");
        fill(window, "phone", "+16045550199");
        window.press("Save changes");
        assertThat(window.said()).containsText("The clinic is added");
    }

    private void number(Window window) {
        progress(window, 2);
        goOn(window, "Telephone number");
        window.page().locator("[data-add=rows-items]").click();
        fill(window, "items-0-number", Fresh.phone().e164());
        save(window);
    }

    private void hours(Window window) {
        goOn(window, "Hours and holidays");
        window.page().locator("[data-add=rows-monday]").click();
        fill(window, "monday-0-open", "09:00");
        fill(window, "monday-0-close", "17:00");
        save(window);
        window.visit(at("/set-up")).page().locator(".step").getByText("Holidays and closures").click();
        choose(window, "statutory", "british_columbia");
        save(window);
    }

    private void provider(Window window) {
        goOn(window, "Providers");
        window.page().getByText("Add a provider").first().click();
        fill(window, "_id", "101");
        fill(window, "displayName", "Doctor Mara Wexford");
        window.page().locator("#f-bookable").check();
        window.press("Save changes");
        assertThat(window.said()).hasText("The provider is added.");
    }

    private void schedule(Window window) {
        goOn(window, "Schedules");
        window.page().locator("main").getByText("Doctor Mara Wexford").click();
        window.page().locator("[data-add=rows-shifts]").click();
        choose(window, "shifts-0-day", "monday");
        fill(window, "shifts-0-from", "09:00");
        fill(window, "shifts-0-to", "17:00");
        save(window);
    }

    private void visitType(Window window) {
        window.visit(at("/set-up")).page().locator(".step h2").getByText("Visit types").click();
        window.page().locator("main a[href$='/visit-types/checkup']").click();
        fill(window, "minutes", "20");
        save(window);
        assertEquals(20, kept().visitType(new VisitTypeCode("checkup")).orElseThrow().length().toMinutes());
    }

    /** Which only platform administrators enter. */
    private void address(Window window) {
        window.visit(at("/set-up")).page().locator(".step h2").getByText("EMR").click();
        window.page().getByText("Change address").click();
        choose(window, "kind", "oscar");
        fill(window, "baseUrl", "http://10.1.2.3/oscar");
        choose(window, "timezone", "America/Vancouver");
        window.press("Save changes");
        assertThat(window.page().locator(".error")).containsText("at a public host");
        fill(window, "baseUrl", oscar.baseUrl().toString());
        save(window);
    }

    private void credentials(Window window) {
        progress(window, 6);
        goOn(window, "EMR");
        fill(window, "clientKey", CLIENT.key());
        fill(window, "clientSecret", CLIENT.secret());
        window.page().locator("summary").getByText("SOAP").click();
        fill(window, "soapUsername", MARA.username());
        fill(window, "soapPassword", MARA.password());
        window.press("Save credentials");
        assertThat(window.said()).containsText("The credentials are kept");
    }

    /** On OSCAR's own page somebody logs in and agrees; the page they come back to leads on to the test. */
    private void connect(Window window) {
        proxy.openFrom(window, oscar.baseUrl());
        window.visit(at("/emr"));
        window.press("Connect");
        window.page().locator("[name=username]").fill(MARA.username());
        window.page().locator("[name=password]").fill(MARA.password());
        window.page().locator("[name=pin]").fill(MARA.pin());
        window.page().locator("form[action$='login.do'] [type=submit]").click();
        assertThat(window.page().locator("body")).containsText("\"success\":true");
        window.page().goBack();
        window.button("Allow").click();
        assertThat(window.page().locator("h1")).hasText("OSCAR is connected");
        window.picture("set-up-connected");
        window.link("Test the connection").click();
        window.press("Test now");
        assertThat(window.said()).containsText("The connection works.");
    }

    private void takeOver(Window window) {
        window.visit(at("/set-up")).link("Take over what is there").click();
        window.press("Look what is there");
        assertThat(window.said()).containsText("not in the settings yet");
        window.picture("set-up-import");
        window.press("Take over what is ticked");
        assertThat(window.said()).containsText("Tick what is to be taken over first.");
        window.page().getByLabel("Anil Sethi (102)").check();
        window.page().getByLabel("Wound care (wound_care, 20 min)").check();
        window.page().locator("#f-codes [type=checkbox]").first().check();
        oscar.site().setRestModule(false);
        window.press("Take over what is ticked");
        assertThat(window.said()).containsText("The EMR cannot be read");
        assertThat(window.page().getByLabel("Anil Sethi (102)")).isChecked();
        oscar.site().setRestModule(true);
        window.press("Take over what is ticked");
        assertThat(window.said()).containsText("1 provider, whom callers cannot book yet.");
        assertThat(window.said()).containsText("1 visit type.");
        assertThat(window.said()).containsText("1 code, in which nothing can be booked yet.");
        Provider taken = kept().provider(new ProviderId("102")).orElseThrow();
        assertFalse(taken.bookable(), "nobody can be booked before the clinic says so");
    }

    /** Its codes can be booked in for nothing until somebody ticks a visit type. */
    private void ownSchedule(Window window) {
        window.visit(at("/set-up")).link("Go by the EMR’s schedule").click();
        assertThat(window.page().locator("[data-row]")).hasCount(1);
        window.page().locator("[data-row] summary").click();
        window.page().locator("#f-codes-0-visitTypes-checkup").check();
        save(window);
        var codes = DATABASE.emrTables().schedules().schedule(clinic).codes();
        assertEquals(1, codes.get(0).visitTypes().size());
    }

    private void push(Window window) {
        progress(window, 7);
        window.link("Where calls are handed on to").click();
        window.page().locator("#f-usual-own").check();
        fill(window, "usual-number", "+16045550189");
        fill(window, "usual-label", "Front desk");
        window.page().locator("#f-usual-always").check();
        save(window);
        progress(window, 7);
        goOn(window, "Assistant");
        window.press("Push to the voice platform");
        assertThat(window.said()).hasText("The assistant is pushed.");
    }
}
