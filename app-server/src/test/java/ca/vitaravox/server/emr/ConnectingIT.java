package ca.vitaravox.server.emr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.testing.SelfSigned;
import ca.vitaravox.server.testing.TlsFront;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A clinic's manager connects its OSCAR over the administration's interface, without a browser but as one does. */
class ConnectingIT {
    @ParameterizedTest
    @EnumSource(Line.class)
    void a_manager_connects_a_clinic_and_the_test_says_that_it_works(Line line) throws IOException {
        try (UnconnectedClinic clinic = new UnconnectedClinic(line, -1, Role.CLINIC_MANAGER)) {
            assertEquals("NOT_CONNECTED", clinic.onlyFinding().path("code").asText());

            JsonNode started = UnconnectedClinic.read(clinic.start(), 200);
            HttpResponse<String> back = clinic.comeBack(
                    clinic.consent(started.path("authorizationUrl").asText()));

            assertEquals(200, back.statusCode(), back.body());
            assertTrue(back.body().contains("OSCAR is connected"), back.body());
            JsonNode test = clinic.test();
            assertTrue(test.path("works").asBoolean(), test::toString);
            assertEquals(
                    line.name().toLowerCase(java.util.Locale.ROOT),
                    test.path("line").asText());
            assertEquals("900", test.path("actingAs").asText());
            assertEquals(0, test.path("findings").size(), test::toString);
            assertTrue(clinic.secrets().credentials().isPresent());
            assertFalse(clinic.sealed()
                    .contains(clinic.secrets().token().orElseThrow().secret()));
        }
    }

    @Test
    void who_connects_a_clinic_and_what_came_of_it_stands_in_its_trail() throws IOException {
        try (UnconnectedClinic clinic = new UnconnectedClinic(Line.OPEN_O)) {
            URI back = clinic.consent(UnconnectedClinic.read(clinic.start(), 200)
                    .path("authorizationUrl")
                    .asText());
            clinic.comeBack(changed(back, "state=[^&]{10}", "state=someother1"));
            clinic.comeBack(back);
            clinic.test();
            JsonNode started = UnconnectedClinic.read(clinic.post("/oauth/start", Map.of("outOfBand", true)), 200);
            String shown = clinic.browse(started.path("authorizationUrl").asText());
            Map<String, String> code = Map.of("verifier", shown.replaceFirst("oauth_verifier=", ""));
            clinic.post("/oauth/verifier", code);
            clinic.post("/oauth/verifier", code);

            assertEquals(
                    List.of(
                            "connect_emr emr/oauth/start intended",
                            "connect_emr emr/oauth/start done",
                            "connect_emr emr/oauth/callback intended",
                            "connect_emr emr/oauth/callback done",
                            "connect_emr emr/test intended",
                            "connect_emr emr/test done",
                            "connect_emr emr/oauth/start intended",
                            "connect_emr emr/oauth/start done",
                            "connect_emr emr/oauth/verifier intended",
                            "connect_emr emr/oauth/verifier done",
                            "connect_emr emr/oauth/verifier intended",
                            "connect_emr emr/oauth/verifier refused"),
                    clinic.trail());
            assertEquals(1, clinic.actors().size(), "the browser comes back for whoever began: " + clinic.actors());
        }
    }

    @Test
    void what_came_back_is_taken_once() throws IOException {
        try (UnconnectedClinic clinic = new UnconnectedClinic(Line.OPEN_O)) {
            String page = UnconnectedClinic.read(clinic.start(), 200)
                    .path("authorizationUrl")
                    .asText();
            URI back = clinic.consent(page);
            assertEquals(200, clinic.comeBack(back).statusCode());

            assertEquals(410, clinic.comeBack(back).statusCode());
            assertTrue(clinic.test().path("works").asBoolean());
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 200", "0, 410"})
    void a_consent_is_waited_for_ten_minutes(int millis, int status) throws IOException {
        try (UnconnectedClinic clinic = new UnconnectedClinic(Line.OPEN_O)) {
            URI back = clinic.consent(UnconnectedClinic.read(clinic.start(), 200)
                    .path("authorizationUrl")
                    .asText());
            clinic.later(Duration.ofMinutes(10).plusMillis(millis));

            assertEquals(status, clinic.comeBack(back).statusCode());
        }
    }

    @Test
    void another_state_or_token_connects_nothing() throws IOException {
        try (UnconnectedClinic clinic = new UnconnectedClinic(Line.OPEN_O)) {
            String page = UnconnectedClinic.read(clinic.start(), 200)
                    .path("authorizationUrl")
                    .asText();
            URI back = clinic.consent(page);

            assertEquals(
                    410,
                    clinic.comeBack(changed(back, "state=[^&]{10}", "state=someother1"))
                            .statusCode());
            assertEquals(
                    410, clinic.comeBack(changed(back, "state=[^&]+", "state=")).statusCode());
            assertEquals(
                    409,
                    clinic.comeBack(changed(back, "oauth_token=[^&]+", "oauth_token=x"))
                            .statusCode());
            assertEquals(410, clinic.comeBack(back).statusCode(), "a token that does not fit ends the attempt");
            assertTrue(clinic.oscar.tables().accessTokens().isEmpty());
        }
    }

    private static URI changed(URI back, String what, String other) {
        return URI.create(back.toString().replaceFirst(what, other));
    }

    @Test
    void starting_again_ends_what_was_started_before() throws IOException {
        try (UnconnectedClinic clinic = new UnconnectedClinic(Line.CLASSIC)) {
            URI first = clinic.consent(UnconnectedClinic.read(clinic.start(), 200)
                    .path("authorizationUrl")
                    .asText());
            URI second = clinic.consent(UnconnectedClinic.read(clinic.start(), 200)
                    .path("authorizationUrl")
                    .asText());

            assertEquals(410, clinic.comeBack(first).statusCode());
            assertEquals(200, clinic.comeBack(second).statusCode());
        }
    }

    @Test
    void open_o_shows_a_code_that_is_typed_in_and_classic_says_why_not() throws IOException {
        try (UnconnectedClinic openO = new UnconnectedClinic(Line.OPEN_O);
                UnconnectedClinic classic = new UnconnectedClinic(Line.CLASSIC)) {
            JsonNode started = UnconnectedClinic.read(openO.post("/oauth/start", Map.of("outOfBand", true)), 200);
            String shown = openO.browse(started.path("authorizationUrl").asText());
            Map<String, String> code = Map.of("verifier", shown.replaceFirst("oauth_verifier=", ""));

            JsonNode connected = UnconnectedClinic.read(openO.post("/oauth/verifier", code), 200);
            assertEquals("900", connected.path("actingAs").asText());
            assertEquals(410, openO.post("/oauth/verifier", code).statusCode());

            HttpResponse<String> refused = classic.post("/oauth/start", Map.of("outOfBand", true));
            assertEquals(
                    "CLIENT_REFUSED",
                    UnconnectedClinic.read(refused, 409).path("code").asText());
        }
    }

    @Test
    void what_a_proxy_makes_of_the_address_is_found_when_connecting() throws IOException {
        try (UnconnectedClinic clinic = new UnconnectedClinic(Line.CLASSIC)) {
            clinic.oscar.site().setScheme("https");
            clinic.connect();

            assertEquals(
                    "https",
                    clinic.settings().address().orElseThrow().signingBase().getScheme());
            assertTrue(clinic.test().path("works").asBoolean());

            clinic.oscar.site().setScheme("http");
            assertEquals("ADDRESS_REWRITTEN", clinic.onlyFinding().path("code").asText());
            assertEquals(1, clinic.oscar.tables().accessTokens().size(), "testing costs no token");
        }
    }

    @Test
    void the_zone_that_oscar_lives_in_is_found_when_connecting() throws IOException {
        try (UnconnectedClinic clinic = new UnconnectedClinic(Line.OPEN_O)) {
            clinic.moveSettingsTo("America/Halifax");

            assertEquals("NOT_CONNECTED", clinic.onlyFinding().path("code").asText());
            clinic.connect();
            assertEquals(
                    UnconnectedClinic.ZONE,
                    clinic.settings().address().orElseThrow().zone());

            clinic.moveSettingsTo("America/Halifax");
            assertEquals("ZONE_DIFFERS", clinic.onlyFinding().path("code").asText());
        }
    }

    /** Each fault that the test has words for and the stand-in can have. */
    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "REST_MODULE_OFF",
                        "oscar_host",
                        clinic -> clinic.oscar.site().setRestModule(false)),
                fault("WRONG_CONTEXT_PATH", "platform_admin", clinic -> clinic.moveTo("/oscar_15")),
                fault("CLOCK_WRONG", "oscar_host", clinic -> clinic.ahead(Duration.ofMinutes(4))),
                fault("NO_CLOCK", "oscar_host", clinic -> clinic.oscar.site().setClock(false)),
                fault(
                        "ADDRESS_REWRITTEN",
                        "platform_admin",
                        clinic -> clinic.oscar.site().setScheme("https")),
                fault("TOKEN_LOST", "clinic_manager", UnconnectedClinic::loseToken),
                fault(
                        "CLIENT_UNKNOWN",
                        "oscar_administrator",
                        clinic -> clinic.oscar.tables().clients().clear()),
                fault(
                        "UNWELL",
                        "oscar_host",
                        clinic -> clinic.oscar.faults().always(Endpoint.CHECK_IF_AUTHED, Fault.status(503))),
                fault(
                        "BARRED",
                        "oscar_host",
                        clinic -> clinic.oscar.faults().always(Endpoint.CHECK_IF_AUTHED, Fault.status(403))),
                fault(
                        "UNREACHABLE",
                        "oscar_host",
                        clinic -> clinic.oscar.faults().everywhere(Fault.drop())),
                fault(
                        "PRIVILEGE_MISSING",
                        "oscar_administrator",
                        clinic -> clinic.allow(Map.of("_appointment", 'r', "_demographic", 'w', "_tickler", 'w'))));
    }

    private static Arguments fault(String code, String who, Consumer<UnconnectedClinic> happens) {
        return Arguments.of(code, who, happens);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void each_fault_is_named_with_who_can_mend_it(String code, String who, Consumer<UnconnectedClinic> happens)
            throws IOException {
        for (Line line : Line.values()) {
            try (UnconnectedClinic clinic = new UnconnectedClinic(line)) {
                clinic.connect();
                assertTrue(clinic.test().path("works").asBoolean());

                happens.accept(clinic);

                JsonNode finding = clinic.onlyFinding();
                assertEquals(code, finding.path("code").asText());
                assertEquals(who, finding.path("who").asText());
                assertTrue(finding.path("hinders").asBoolean());
                assertTrue(finding.path("message").asText().endsWith("."), finding::toString);
            }
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_named_and_believed_once_it_is_given(@TempDir Path folder)
            throws Exception {
        SelfSigned certificate = SelfSigned.in(folder);
        try (TlsFront front = new TlsFront(certificate)) {
            try (UnconnectedClinic clinic = behind(front, Map.of())) {
                clinic.oscar.requests().forget();
                JsonNode finding = clinic.onlyFinding();

                assertEquals("UNTRUSTED_CERTIFICATE", finding.path("code").asText());
                assertEquals("oscar_host", finding.path("who").asText());
                assertTrue(finding.path("hinders").asBoolean());
                assertEquals(0, clinic.oscar.requests().total());
            }
            Map<String, String> given = Map.of(
                    "VITARAVOX_EMR_AUTHORITIES", certificate.certificate().toString());
            try (UnconnectedClinic clinic = behind(front, given)) {
                JsonNode test = clinic.test();

                assertTrue(test.path("works").asBoolean(), test::toString);
            }
        }
    }

    /** A clinic that was connected, and whose OSCAR is behind a proxy now. */
    private static UnconnectedClinic behind(TlsFront front, Map<String, String> more) throws IOException {
        UnconnectedClinic clinic = new UnconnectedClinic(Line.CLASSIC, more, EmrHosts.NONE.and(front.address()));
        clinic.connect();
        clinic.moveBehind(front.before(clinic.oscar.baseUrl()));
        return clinic;
    }

    @Test
    void a_lifetime_of_zero_is_named_after_the_token_died() throws IOException {
        try (UnconnectedClinic clinic = new UnconnectedClinic(Line.CLASSIC, 0, Role.PLATFORM_ADMIN)) {
            clinic.connect();
            clinic.later(Duration.ofSeconds(1));

            JsonNode finding = clinic.onlyFinding();
            assertEquals("LIFETIME_ZERO", finding.path("code").asText());
            assertEquals("oscar_administrator", finding.path("who").asText());
        }
    }

    @Test
    void without_notes_and_new_charts_calls_are_answered_all_the_same() throws IOException {
        try (UnconnectedClinic clinic = new UnconnectedClinic(Line.OPEN_O)) {
            clinic.connect();
            clinic.allow(Map.of("_appointment", 'w', "_demographic", 'r'));

            JsonNode test = clinic.test();

            assertTrue(test.path("works").asBoolean());
            assertEquals(2, test.path("findings").size(), test::toString);
        }
    }

    @Test
    void a_clinic_without_an_oscar_or_a_client_is_told_who_enters_it() {
        try (UnconnectedClinic clinic = new UnconnectedClinic(Line.OPEN_O)) {
            clinic.forgetClient();
            assertEquals(
                    "NO_CLIENT",
                    UnconnectedClinic.read(clinic.start(), 409).path("code").asText());
            clinic.forgetOscar();
            assertEquals(
                    "NO_OSCAR",
                    UnconnectedClinic.read(clinic.start(), 409).path("code").asText());
        }
    }

    @Test
    void an_address_that_is_not_allowed_is_not_asked() {
        try (UnconnectedClinic clinic = new UnconnectedClinic(Line.OPEN_O)) {
            clinic.oscar.requests().forget();

            HttpResponse<String> refused = clinic.startOnAServerThatAllowsNoPrivateHost();

            assertEquals(
                    "ADDRESS_REFUSED",
                    UnconnectedClinic.read(refused, 409).path("code").asText());
            assertEquals(0, clinic.oscar.requests().total());
            assertEquals(Optional.empty(), clinic.secrets().token());
        }
    }
}
