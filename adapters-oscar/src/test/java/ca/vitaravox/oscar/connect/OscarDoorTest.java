package ca.vitaravox.oscar.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.access.ClientKey;
import ca.vitaravox.oscar.access.TokenKey;
import ca.vitaravox.oscar.rest.OscarAddress;
import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.ReceivedRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The way to a token, without a browser but over HTTP all the way, for both lines. */
class OscarDoorTest {
    @ParameterizedTest
    @EnumSource(Line.class)
    void consent_leads_to_a_token_that_works(Line line) throws IOException {
        try (NewClinic clinic = new NewClinic(line)) {
            Standing standing = clinic.standing(clinic.connect());

            assertEquals("900", assertInstanceOf(Standing.Taken.class, standing).actingAs());
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void the_line_is_found_out_before_there_is_a_token(Line line) {
        try (NewClinic clinic = new NewClinic(line)) {
            Entry.Open open = assertInstanceOf(Entry.Open.class, clinic.enter());

            assertEquals(line.name(), open.line().name());
            assertEquals(clinic.address(), open.address());
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void what_oscar_sees_itself_called_is_found_by_trying_without_a_token(Line line) throws IOException {
        try (NewClinic clinic = new NewClinic(line)) {
            clinic.oscar.site().setScheme("https");

            Entry.Open open = assertInstanceOf(Entry.Open.class, clinic.enter());

            assertEquals("https", open.address().signingBase().getScheme());
            assertEquals("http", open.address().base().getScheme());
            assertTrue(clinic.oscar.requests().last().stream()
                    .map(ReceivedRequest::authorization)
                    .noneMatch(header -> header.orElse("").contains("oauth_token=")));
            assertInstanceOf(
                    Grant.Given.class,
                    clinic.door.exchange(
                            open.address(), NewClinic.CLIENT, open.asked(), clinic.consent(open), clinic.inTime()));
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void a_consent_serves_once(Line line) throws IOException {
        try (NewClinic clinic = new NewClinic(line)) {
            Entry.Open open = (Entry.Open) clinic.enter();
            String verifier = clinic.consent(open);
            clinic.door.exchange(open.address(), NewClinic.CLIENT, open.asked(), verifier, clinic.inTime());

            Grant again =
                    clinic.door.exchange(open.address(), NewClinic.CLIENT, open.asked(), verifier, clinic.inTime());

            assertEquals(new Grant.Refused(new Trouble.ConsentRefused()), again);
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void a_wrong_verifier_gives_no_token(Line line) throws IOException {
        try (NewClinic clinic = new NewClinic(line)) {
            Entry.Open open = (Entry.Open) clinic.enter();
            clinic.consent(open);

            Grant grant =
                    clinic.door.exchange(open.address(), NewClinic.CLIENT, open.asked(), "guessed", clinic.inTime());

            assertEquals(new Grant.Refused(new Trouble.ConsentRefused()), grant);
            assertTrue(clinic.oscar.tables().accessTokens().isEmpty());
        }
    }

    @Test
    void out_of_band_is_taken_by_open_o_alone() throws IOException {
        try (NewClinic openO = new NewClinic(Line.OPEN_O);
                NewClinic classic = new NewClinic(Line.CLASSIC)) {
            Entry.Open open = assertInstanceOf(
                    Entry.Open.class, openO.door.enter(openO.address(), NewClinic.CLIENT, "oob", openO.inTime()));
            assertFalse(openO.consent(open).isEmpty());

            assertEquals(
                    new Entry.Shut(new Trouble.ClientRefused("oob")),
                    classic.door.enter(classic.address(), NewClinic.CLIENT, "oob", classic.inTime()));
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void an_unknown_client_is_told_from_everything_else(Line line) {
        try (NewClinic clinic = new NewClinic(line)) {
            Entry entry = clinic.door.enter(
                    clinic.address(), new ClientKey("nobody", "nothing"), NewClinic.CALLBACK, clinic.inTime());

            assertEquals(new Entry.Shut(new Trouble.ClientUnknown()), entry);
        }
    }

    @Test
    void classic_refuses_a_client_that_was_registered_for_another_address() {
        try (NewClinic clinic = new NewClinic(Line.CLASSIC)) {
            String elsewhere = "https://elsewhere.example/callback";

            Entry entry = clinic.door.enter(clinic.address(), NewClinic.CLIENT, elsewhere, clinic.inTime());

            assertEquals(new Entry.Shut(new Trouble.ClientRefused(elsewhere)), entry);
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void a_rest_module_that_is_off_is_told_from_a_wrong_path(Line line) {
        try (NewClinic clinic = new NewClinic(line)) {
            clinic.oscar.site().setRestModule(false);

            assertEquals(new Trouble.RestOff(), clinic.refused());
            assertEquals(
                    new Entry.Shut(new Trouble.WrongPath()),
                    clinic.door.enter(
                            OscarAddress.of(URI.create(clinic.oscar.baseUrl() + "_15")),
                            NewClinic.CLIENT,
                            NewClinic.CALLBACK,
                            clinic.inTime()));
        }
    }

    @ParameterizedTest
    @CsvSource({"120, true", "122, false", "-120, true", "-122, false"})
    void clocks_may_be_two_minutes_apart(long ahead, boolean close) {
        try (NewClinic clinic = new NewClinic(Line.CLASSIC, -1, Duration.ofSeconds(ahead))) {
            Entry entry = clinic.enter();

            assertEquals(close, entry instanceof Entry.Open, entry::toString);
            if (!close) {
                assertEquals(new Entry.Shut(new Trouble.ClockWrong(Duration.ofSeconds(ahead))), entry);
                assertEquals(0, clinic.oscar.requests().count(Endpoint.INITIATE));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"503, Unwell", "403, Barred", "302, WrongPath", "200, WrongPath"})
    void what_answers_in_oscars_place_is_named(int status, String trouble) {
        try (NewClinic clinic = new NewClinic(Line.OPEN_O)) {
            clinic.oscar.faults().always(Endpoint.CHECK_IF_AUTHED, Fault.status(status));

            assertEquals(trouble, clinic.refused().getClass().getSimpleName());
        }
    }

    @Test
    void nobody_at_the_address_is_told_and_so_is_one_who_never_answers() throws IOException {
        try (NewClinic clinic = new NewClinic(Line.OPEN_O)) {
            URI nobody = URI.create("http://127.0.0.1:" + freePort() + "/oscar");
            assertInstanceOf(
                    Trouble.Unreachable.class,
                    ((Entry.Shut) clinic.door.enter(
                                    OscarAddress.of(nobody), NewClinic.CLIENT, NewClinic.CALLBACK, clinic.inTime()))
                            .trouble());

            clinic.oscar.faults().always(Endpoint.CHECK_IF_AUTHED, Fault.drop());
            assertInstanceOf(Trouble.Unreachable.class, clinic.refused());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            return taken.getLocalPort();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oauth_token=a&oauth_token_secret=b | true",
                "oauth_callback_confirmed=true&oauth_token_secret=b&oauth_token=a | true",
                "oauth_token=a | false",
                "oauth_token=a%26x&oauth_token_secret=b | false",
                "oauth_token=%zz&oauth_token_secret=b | false",
                "<html>oauth_token=a&oauth_token_secret=b</html> | false",
            })
    void only_a_form_with_a_usable_token_is_a_token(String body, boolean token) {
        assertEquals(
                token, TokenForm.read(body.getBytes(StandardCharsets.UTF_8)).isPresent());
    }

    @Test
    void no_text_of_a_secret_shows_it() {
        String shown = NewClinic.CLIENT + " " + new TokenKey("public", "private") + " "
                + NewClinic.CLIENT.with(new TokenKey("public", "private"));

        assertFalse(shown.contains("private") || shown.contains(NewClinic.CLIENT.secret()), shown);
    }
}
