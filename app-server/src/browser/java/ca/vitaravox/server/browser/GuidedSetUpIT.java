package ca.vitaravox.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.Browser;
import ca.vitaravox.oscar.standin.ClientRow;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.LoginRow;
import ca.vitaravox.oscar.standin.ProviderRow;
import ca.vitaravox.oscar.standin.StandInOscar;
import ca.vitaravox.oscar.standin.StandInSettings;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.server.config.ConfigReader;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.TestServer;
import ca.vitaravox.vapi.standin.StandInVapi;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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

/** A clinic from its first day to going live, against stand-ins of OSCAR and Vapi, as its set-up page tells it. */
class GuidedSetUpIT {
    private static final ZoneId ZONE = ZoneId.of("America/Vancouver");
    private static final String KEY = "EXAMPLE-not-a-real-key";
    private static final LoginRow MARA = new LoginRow("mara", "correct horse", "2580", "900");
    private static final ClientRow CLIENT =
            new ClientRow("testclientkey0001", "testclientsecret0001", PublicServer.ADDRESS, -1);
    private static final JsonMapper JSON = new JsonMapper();

    private final String clinic = "guided-" + Fresh.hex().substring(0, 8);
    private final Desk platform = new Desk(Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN)));
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
                TestServer.running().database(),
                InstantSource.system());
    }

    @AfterEach
    void stop() {
        server.close();
        oscar.close();
        vapi.close();
    }

    private void made(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() < 300, () -> answer.statusCode() + " " + answer.body());
    }

    private void aClinic() {
        made(platform.send(
                "POST",
                "/api/admin/clinics",
                Map.of(
                        "id", clinic,
                        "name", "Gull Rock Clinic",
                        "phone", "+16045550199",
                        "address", "1 Wharf Road, Gull Rock",
                        "timezone", "America/Vancouver",
                        "languages", List.of("en"),
                        "acceptingNewPatients", true,
                        "waitlistEnabled", true,
                        "policy",
                                Map.of(
                                        "gridMinutes", 15,
                                        "minimumNoticeMinutes", 120,
                                        "changeNoticeMinutes", 1440,
                                        "horizonDays", 60,
                                        "futureAppointmentsPerPatient", 2))));
    }

    /** Asks the server under test, which alone reaches the stand-ins. */
    private JsonNode ask(String token, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        proxy.within(PublicServer.ADDRESS + "/api/admin/clinics/" + clinic + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

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
        window.visit("/clinics/" + clinic + "/set-up");
        assertThat(window.page().locator("#progress")).hasText(done + " of 8 steps are done");
        assertEquals(List.of(), window.errors());
    }

    private boolean isLive() {
        return platform.read(clinic + "/emr").get("live").asBoolean();
    }

    @Test
    void a_clinic_is_set_up_step_by_step_left_and_resumed_and_goes_live_when_it_is_whole_and_not_before()
            throws IOException, InterruptedException {
        aClinic();
        Person manager = Person.who(Role.CLINIC_MANAGER, new ClinicId(clinic));
        try (Window window = proxy.open()) {
            signIn(window, manager);
            progress(window, 2);
            window.picture("set-up-begun");
            window.press("Check everything");
            assertThat(window.said()).containsText("still missing");
            assertThat(window.button("Go live now")).hasCount(0);

            made(platform.put(
                    clinic + "/numbers",
                    Map.of("items", List.of(Map.of("number", Fresh.phone().e164(), "language", "en")))));
            progress(window, 3);
            window.page().getByText("Continue: Hours and holidays").click();
            window.page().locator("[data-add=rows-monday]").click();
            window.page().locator("#f-monday-0-open").fill("09:00");
            window.page().locator("#f-monday-0-close").fill("17:00");
            window.press("Save changes");
            assertThat(window.said()).hasText("Saved.");
            progress(window, 4);
        }
        try (Window window = proxy.open()) {
            signIn(window, manager);
            progress(window, 4);
            made(platform.make(
                    clinic + "/providers/101",
                    Map.of("displayName", "Doctor Mara Wexford", "acceptingNewPatients", true, "bookable", true)));
            progress(window, 5);
            assertThat(window.page().locator(".steps")).containsText("Doctor Mara Wexford can be booked and works never");
            made(platform.put(
                    clinic + "/schedules/101",
                    Map.of("shifts", List.of(Map.of("day", "monday", "from", "09:00", "to", "17:00")))));
            progress(window, 6);
            connect(window);
            progress(window, 7);
            push();
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

    /** Where the EMR is, the consent on OSCAR's own page, and the test. */
    private void connect(Window window) throws IOException, InterruptedException {
        String token = Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN));
        if (platform.read(clinic + "/emr").get("kind").asText().equals("demo")) {
            TestServer.running()
                    .database()
                    .clinicEmrs()
                    .save(
                            new ClinicId(clinic),
                            new EmrSettings(
                                    "oscar",
                                    false,
                                    Optional.of(new EmrAddress(
                                            oscar.baseUrl(), oscar.baseUrl(), ZONE)),
                                    Optional.empty()),
                            Instant.now());
            progress(window, 6);
            made(platform.send(
                    "PUT",
                    clinic + "/emr/credentials",
                    Map.of("clientKey", CLIENT.key(), "clientSecret", CLIENT.secret()),
                    "If-Match",
                    platform.tag(clinic + "/emr")));
        }
        String page =
                ask(token, "/emr/oauth/start", "{}").get("authorizationUrl").asText();
        window.page().navigate(new Browser(MARA).consent(URI.create(page)));
        assertThat(window.page().locator("body")).containsText("Connected");
        assertTrue(ask(token, "/emr/test", "{}").get("works").asBoolean());
    }

    private void push() throws IOException, InterruptedException {
        String token = Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN));
        made(platform.put(
                clinic + "/transfer-destinations",
                Map.of("usual", Map.of("number", "+16045550189", "label", "Front desk", "always", true))));
        URI assistant = proxy.within(PublicServer.ADDRESS + "/api/admin/clinics/" + clinic + "/assistant");
        HttpClient http = HttpClient.newHttpClient();
        HttpResponse<String> seen = http.send(
                HttpRequest.newBuilder(assistant).header("Authorization", "Bearer " + token).build(),
                BodyHandlers.ofString());
        HttpResponse<String> pushed = http.send(
                HttpRequest.newBuilder(URI.create(assistant + "/push"))
                        .header("Authorization", "Bearer " + token)
                        .header("If-Match", Desk.tag(seen))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertEquals(200, pushed.statusCode(), pushed.body());
    }
}
