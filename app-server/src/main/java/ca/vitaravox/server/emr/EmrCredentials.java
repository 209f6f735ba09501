package ca.vitaravox.server.emr;

import ca.vitaravox.oscar.access.ClientKey;
import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.access.SoapLogin;
import ca.vitaravox.oscar.access.TokenKey;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.UnsealableException;
import java.util.Optional;

/**
 * A clinic's secrets of its OSCAR as one sealed text, each on a line of its own: key and secret of the client, token and
 * its secret, user and password for SOAP. What is not there is an empty line, or no line at the end.
 */
public final class EmrCredentials {
    private static final int WITHOUT_SOAP = 4;
    private static final int PARTS = 6;

    private EmrCredentials() {}

    /**
     * Seals them for the clinic.
     *
     * @throws IllegalArgumentException if one of them has more than one line
     */
    public static String seal(Envelope envelope, ClinicId clinic, OscarSecrets secrets) {
        String lines = String.join(
                "\n",
                secrets.client().key(),
                secrets.client().secret(),
                secrets.token().map(TokenKey::token).orElse(""),
                secrets.token().map(TokenKey::secret).orElse(""),
                secrets.soap().map(SoapLogin::username).orElse(""),
                secrets.soap().map(SoapLogin::password).orElse(""));
        if (lines.split("\n", -1).length != PARTS) {
            throw new IllegalArgumentException("keys, tokens, names and secrets are one line each");
        }
        return envelope.seal(EmrSettings.place(clinic), lines);
    }

    /** Seals those for the clinic with which OAuth alone is used. */
    public static String seal(Envelope envelope, ClinicId clinic, OAuthCredentials credentials) {
        return seal(envelope, clinic, OscarSecrets.of(credentials));
    }

    /**
     * The secrets again.
     *
     * @throws UnsealableException if they cannot be opened here
     */
    public static OscarSecrets open(Envelope envelope, ClinicId clinic, String sealed) {
        String[] parts = envelope.open(EmrSettings.place(clinic), sealed).split("\n", -1);
        if (parts.length != WITHOUT_SOAP && parts.length != PARTS) {
            throw new UnsealableException("not the credentials of an OSCAR");
        }
        Optional<TokenKey> token =
                parts[2].isEmpty() ? Optional.empty() : Optional.of(new TokenKey(parts[2], parts[3]));
        boolean soap = parts.length == PARTS && !parts[4].isEmpty();
        return new OscarSecrets(
                new ClientKey(parts[0], parts[1]),
                token,
                soap ? Optional.of(new SoapLogin(parts[4], parts[5])) : Optional.empty());
    }
}
