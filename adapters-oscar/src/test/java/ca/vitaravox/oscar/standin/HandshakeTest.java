package ca.vitaravox.oscar.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.RawHttp.Answer;
import ca.vitaravox.oscar.standin.oauth.Parameter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three legs, from a request token to a call, for both lines. */
class HandshakeTest {
    private static final String CHECK = "/ws/services/status/checkIfAuthed";
    private static final String BACK = "https://clinic.example/back?clinic=7";

    @ParameterizedTest
    @EnumSource(Line.class)
    void consent_leads_to_a_token_that_acts_as_who_logged_in(Line line) throws IOException {
        try (SmallClinic clinic = clinic(line)) {
            Map<String, String> request = requestToken(clinic, BACK);
            String verifier = consent(clinic, request.get("oauth_token"));
            Map<String, String> access =
                    form(exchange(clinic, request, verifier).body());

            SigningClient client = new SigningClient(
                    clinic.oscar, SmallClinic.CLIENT, access.get("oauth_token"), access.get("oauth_token_secret"));
            assertEquals(
                    "101",
                    SmallClinic.json(client.get(CHECK, clinic.now()))
                            .get("message")
                            .asText());
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void a_request_token_serves_one_of_many_who_come_at_once(Line line) throws Exception {
        try (SmallClinic clinic = clinic(line)) {
            Map<String, String> request = requestToken(clinic, BACK);
            String verifier = consent(clinic, request.get("oauth_token"));
            ExecutorService executor = Executors.newFixedThreadPool(8);
            List<Callable<Integer>> tries = new ArrayList<>();
            for (int each = 0; each < 8; each++) {
                tries.add(() -> exchange(clinic, request, verifier).status());
            }
            int served = 0;
            for (Future<Integer> status : executor.invokeAll(tries)) {
                served += status.get() == 200 ? 1 : 0;
            }
            executor.shutdown();
            assertEquals(1, served);
        }
    }

    @ParameterizedTest
    @CsvSource({"OPEN_O, 200", "CLASSIC, 400"})
    void only_open_o_takes_a_callback_out_of_band(Line line, int status) {
        try (SmallClinic clinic = clinic(line)) {
            assertEquals(status, initiate(clinic, "oob").status());
        }
    }

    @ParameterizedTest
    @CsvSource({"OPEN_O, 405", "CLASSIC, 200"})
    void only_classic_takes_a_get(Line line, int status) {
        try (SmallClinic clinic = clinic(line)) {
            SigningClient client = new SigningClient(clinic.oscar, SmallClinic.CLIENT, "", "");
            assertEquals(
                    status,
                    client.get("/ws/oauth/initiate", clinic.now().with("oauth_callback", BACK))
                            .status());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "1, 401"})
    void a_request_token_lives_an_hour(long later, int status) throws IOException {
        try (SmallClinic clinic = clinic(Line.OPEN_O)) {
            Map<String, String> request = requestToken(clinic, BACK);
            String verifier = consent(clinic, request.get("oauth_token"));
            clinic.time.set(SmallClinic.NOW.plus(Duration.ofHours(1)).plusSeconds(later));
            assertEquals(status, exchange(clinic, request, verifier).status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", ""})
    void without_the_right_verifier_there_is_no_token(String verifier) throws IOException {
        try (SmallClinic clinic = clinic(Line.OPEN_O)) {
            Map<String, String> request = requestToken(clinic, BACK);
            consent(clinic, request.get("oauth_token"));
            Answer answer = exchange(clinic, request, verifier);
            assertEquals(401, answer.status());
            assertEquals("invalid_verifier", answer.body());
        }
    }

    @Test
    void a_session_in_which_somebody_logged_in_wins_over_the_token() throws IOException {
        try (SmallClinic clinic = clinic(Line.OPEN_O)) {
            Answer first = clinic.get(CHECK);
            String session = first.header("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
            browse(clinic, "POST", "/login.do", session, "username=mara&password=correct+horse&pin=2580");

            Answer later = clinic.client.send("GET", CHECK, "", clinic.now(), Map.of("Cookie", session));

            assertEquals("900", SmallClinic.json(first).get("message").asText());
            assertEquals("101", SmallClinic.json(later).get("message").asText());
            assertTrue(later.header("Set-Cookie").isEmpty());
        }
    }

    private static SmallClinic clinic(Line line) {
        SmallClinic clinic = new SmallClinic(line);
        clinic.oscar.tables().logins().add(new LoginRow("mara", "correct horse", "2580", "101"));
        return clinic;
    }

    private static Answer initiate(SmallClinic clinic, String callback) {
        SigningClient client = new SigningClient(clinic.oscar, SmallClinic.CLIENT, "", "");
        return client.send("POST", "/ws/oauth/initiate", "", clinic.now().with("oauth_callback", callback), Map.of());
    }

    private static Map<String, String> requestToken(SmallClinic clinic, String callback) {
        return form(initiate(clinic, callback).body());
    }

    private static Answer exchange(SmallClinic clinic, Map<String, String> request, String verifier) {
        SigningClient client = new SigningClient(
                clinic.oscar, SmallClinic.CLIENT, request.get("oauth_token"), request.get("oauth_token_secret"));
        return client.send("POST", "/ws/oauth/token", "", clinic.now().with("oauth_verifier", verifier), Map.of());
    }

    /** What the doctor's browser does: opens the page, logs in, says yes, and is sent back. */
    private static String consent(SmallClinic clinic, String token) throws IOException {
        Answer page = browse(clinic, "GET", "/ws/oauth/authorize?oauth_token=" + token, "", "");
        assertEquals(200, page.status());
        assertTrue(page.body().contains(token), page.body());
        String session = page.header("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String who = "username=mara&password=correct+horse&pin=2580&oauth_token=" + token;
        assertTrue(browse(clinic, "POST", "/login.do", session, who.replace("horse", "hose"))
                .body()
                .contains("false"));
        assertTrue(browse(clinic, "POST", "/login.do", session, who).body().contains("\"providerNo\":\"101\""));
        Answer back = browse(clinic, "POST", "/ws/oauth/authorize", session, "oauth_token=" + token);
        String location = back.header("Location").orElseThrow();
        assertTrue(location.startsWith(BACK + "&oauth_token=" + token + "&oauth_verifier="), location);
        return location.replaceFirst(".*oauth_verifier=", "");
    }

    private static Answer browse(SmallClinic clinic, String method, String path, String cookie, String body)
            throws IOException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Host", clinic.oscar.baseUrl().getAuthority());
        headers.put("Cookie", cookie);
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        return RawHttp.send(clinic.oscar.baseUrl(), method, "/oscar" + path, headers, body);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> values = new HashMap<>();
        Parameter.ofForm(body).forEach(parameter -> values.put(parameter.name(), parameter.value()));
        return values;
    }
}
