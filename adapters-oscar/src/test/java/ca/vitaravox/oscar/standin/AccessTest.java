package ca.vitaravox.oscar.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.SigningClient.Twist;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is let in, on both lines, and what a mistake costs. */
class AccessTest {
    private static final String CHECK = "/ws/services/status/checkIfAuthed";

    @ParameterizedTest
    @CsvSource({"OPEN_O, -300", "OPEN_O, 300", "CLASSIC, -300", "CLASSIC, 300"})
    void five_minutes_of_difference_are_forgiven(Line line, long seconds) {
        try (SmallClinic clinic = new SmallClinic(line)) {
            assertEquals(
                    200,
                    clinic.client
                            .get(CHECK, Twist.at(SmallClinic.NOW.plusSeconds(seconds)))
                            .status());
        }
    }

    @ParameterizedTest
    @CsvSource({"OPEN_O, -301, 500", "OPEN_O, 301, 500", "CLASSIC, -301, 401", "CLASSIC, 301, 401"})
    void a_second_more_is_not_and_costs_a_classic_clinic_its_token(Line line, long seconds, int status) {
        try (SmallClinic clinic = new SmallClinic(line)) {
            assertEquals(
                    status,
                    clinic.client
                            .get(CHECK, Twist.at(SmallClinic.NOW.plusSeconds(seconds)))
                            .status());
            assertEquals(
                    line == Line.OPEN_O, clinic.oscar.tables().accessTokens().containsKey(clinic.token.token()));
            assertEquals(line == Line.OPEN_O ? 200 : 401, clinic.get(CHECK).status());
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void only_classic_minds_a_nonce_that_comes_again(Line line) {
        try (SmallClinic clinic = new SmallClinic(line)) {
            Twist twist = clinic.now();
            assertEquals(200, clinic.client.get(CHECK, twist).status());
            assertEquals(
                    line == Line.OPEN_O ? 200 : 401,
                    clinic.client.get(CHECK, twist).status());
        }
    }

    @Test
    void another_nonce_at_the_same_second_is_another_request() {
        try (SmallClinic clinic = new SmallClinic(Line.CLASSIC)) {
            assertEquals(
                    200, clinic.client.get(CHECK, clinic.now().nonce("one")).status());
            assertEquals(
                    200, clinic.client.get(CHECK, clinic.now().nonce("two")).status());
        }
    }

    @ParameterizedTest
    @CsvSource({"OPEN_O, 60, 200", "OPEN_O, 61, 200", "CLASSIC, 60, 200", "CLASSIC, 61, 401"})
    void only_classic_ends_the_life_of_a_token(Line line, long age, int status) {
        try (SmallClinic clinic = new SmallClinic(line)) {
            ClientRow shortLived = new ClientRow("short", "secret", "", 60);
            AccessTokenRow token = clinic.oscar.staff().allow(shortLived, "900");
            clinic.time.set(SmallClinic.NOW.plusSeconds(age));
            assertEquals(
                    status,
                    new SigningClient(clinic.oscar, shortLived, token)
                            .get(CHECK, clinic.now())
                            .status());
        }
    }

    @Test
    void a_token_of_no_lifetime_lives_for_ever() {
        try (SmallClinic clinic = new SmallClinic(Line.CLASSIC)) {
            clinic.time.set(Instant.parse("2040-01-01T00:00:00Z"));
            assertEquals(200, clinic.get(CHECK).status());
        }
    }

    @ParameterizedTest
    @CsvSource({"OPEN_O, 500", "CLASSIC, 200"})
    void only_classic_takes_plaintext(Line line, int status) {
        try (SmallClinic clinic = new SmallClinic(line)) {
            assertEquals(
                    status,
                    clinic.client.get(CHECK, clinic.now().method("PLAINTEXT")).status());
        }
    }

    @ParameterizedTest
    @CsvSource({"OPEN_O, 500", "CLASSIC, 200"})
    void open_o_decodes_what_is_in_the_header_twice(Line line, int status) {
        try (SmallClinic clinic = new SmallClinic(line)) {
            ClientRow client = new ClientRow("key%41", "secret", "", -1);
            AccessTokenRow token = clinic.oscar.staff().allow(client, "900");
            assertEquals(
                    status,
                    new SigningClient(clinic.oscar, client, token)
                            .get(CHECK, clinic.now())
                            .status());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "emr.example, http://emr.example/oscar/x",
        "EMR.example:80, http://emr.example/oscar/x",
        "emr.example:8080, http://emr.example:8080/oscar/x"
    })
    void what_was_signed_is_the_host_that_was_named_without_the_usual_port(String host, String address) {
        Map<String, String> headers = Map.of("host", host, "x-forwarded-proto", "https");
        Message message = new Message("http", "GET", "/oscar/x", "a=b", headers, new byte[0]);
        assertEquals(address, message.signed(text -> text, false).address());
    }

    @Test
    void a_provider_without_rights_gets_a_page_without_a_cause() {
        try (SmallClinic clinic = new SmallClinic(Line.OPEN_O)) {
            clinic.oscar
                    .tables()
                    .providers()
                    .add(new ProviderRow(
                            "901",
                            "Limited",
                            "Voice",
                            "receptionist",
                            "F",
                            "",
                            "",
                            "",
                            "",
                            Map.of("_appointment", 'r'),
                            SmallClinic.NOW));
            AccessTokenRow token = clinic.oscar.staff().allow(SmallClinic.CLIENT, "901");
            SigningClient limited = new SigningClient(clinic.oscar, SmallClinic.CLIENT, token);

            RawHttp.Answer answer = limited.get("/ws/services/demographics/quickSearch?query=C", clinic.now());

            assertEquals(500, answer.status());
            assertTrue(answer.body().startsWith("<html>"), answer.body());
            assertEquals(
                    200,
                    limited.post("/ws/services/schedule/1/appointmentHistory", "{}", clinic.now())
                            .status());
        }
    }

    @ParameterizedTest
    @CsvSource({"x, rwud", "w, rwu", "u, ru", "r, r", "d, d", "o, ''"})
    void a_privilege_letter_allows_what_oscar_lets_it(char letter, String allowed) {
        ProviderRow row = new ProviderRow(
                "1", "L", "F", "doctor", "F", "", "", "", "", Map.of("_appointment", letter), SmallClinic.NOW);
        for (char what : "rwud".toCharArray()) {
            assertEquals(allowed.indexOf(what) >= 0, row.may(what, "_appointment"), letter + " " + what);
            assertFalse(row.may(what, "_demographic"));
        }
    }

    @Test
    void an_open_session_is_kept_and_the_oldest_of_too_many_forgotten() {
        Sessions sessions = new Sessions(new PlannedIds());
        String first = sessions.begin();
        for (int more = 1; more < Sessions.MOST; more++) {
            sessions.begin();
        }
        assertTrue(sessions.named(cookie(first)).isPresent());
        sessions.begin();
        assertFalse(sessions.named(cookie(first)).isPresent());
    }

    @Test
    void nothing_secret_is_printed() {
        String all = "" + SmallClinic.CLIENT + new AccessTokenRow("t", "hush", "c", "900", -1, SmallClinic.NOW)
                + new LoginRow("u", "hush", "hush", "900")
                + new RequestTokenRow("t", "hush", "c", "oob", "hush", "900", SmallClinic.NOW);
        assertFalse(all.contains("hush") || all.contains("clientsecret"), all);
    }

    private static Message cookie(String session) {
        return new Message("http", "GET", "/oscar/", null, Map.of("cookie", "JSESSIONID=" + session), new byte[0]);
    }
}
