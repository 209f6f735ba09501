package ca.vitaravox.server.emr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.oscar.access.ClientKey;
import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.access.SoapLogin;
import ca.vitaravox.oscar.access.TokenKey;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.UnsealableException;
import ca.vitaravox.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmrCredentialsTest {
    private static final ClinicId CLINIC = new ClinicId("harbourview");
    private static final Envelope ENVELOPE = TestServer.envelope();
    private static final OscarSecrets CLIENT = OscarSecrets.of(new ClientKey("key", "hidden1"));

    @Test
    void what_is_there_is_opened_again_and_what_is_not_is_not() {
        TokenKey token = new TokenKey("token", "hidden2");
        SoapLogin soap = new SoapLogin("mara", "hidden3");
        for (OscarSecrets secrets : List.of(
                CLIENT,
                CLIENT.with(token),
                CLIENT.with(soap),
                CLIENT.with(token).with(soap))) {
            String sealed = EmrCredentials.seal(ENVELOPE, CLINIC, secrets);

            assertEquals(secrets, EmrCredentials.open(ENVELOPE, CLINIC, sealed));
            assertFalse(secrets.toString().contains("hidden"), secrets.toString());
        }
    }

    @Test
    void what_was_sealed_before_there_was_soap_is_opened() {
        String sealed = ENVELOPE.seal(EmrSettings.place(CLINIC), "key\nhidden1\ntoken\nhidden2");

        assertEquals(
                OscarSecrets.of(new OAuthCredentials("key", "hidden1", "token", "hidden2")),
                EmrCredentials.open(ENVELOPE, CLINIC, sealed));
    }

    @Test
    void a_secret_of_two_lines_and_a_text_of_other_lines_are_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> EmrCredentials.seal(ENVELOPE, CLINIC, OscarSecrets.of(new ClientKey("key", "two\nlines"))));
        assertThrows(
                UnsealableException.class,
                () -> EmrCredentials.open(
                        ENVELOPE, CLINIC, ENVELOPE.seal(EmrSettings.place(CLINIC), "key\nsecret\ntoken")));
    }
}
