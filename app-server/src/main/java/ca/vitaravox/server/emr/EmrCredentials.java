package ca.vitaravox.server.emr;

import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.UnsealableException;

/** A clinic's OAuth credentials as one sealed text, each on a line of its own. */
public final class EmrCredentials {
    private static final int PARTS = 4;

    private EmrCredentials() {}

    /**
     * Seals them for the clinic.
     *
     * @throws IllegalArgumentException if one of them has more than one line
     */
    public static String seal(Envelope envelope, ClinicId clinic, OAuthCredentials credentials) {
        String lines = String.join(
                "\n",
                credentials.clientKey(),
                credentials.clientSecret(),
                credentials.token(),
                credentials.tokenSecret());
        if (lines.split("\n", -1).length != PARTS) {
            throw new IllegalArgumentException("keys, tokens and secrets are one line each");
        }
        return envelope.seal(EmrSettings.place(clinic), lines);
    }

    /**
     * The credentials again.
     *
     * @throws UnsealableException if they cannot be opened here
     */
    static OAuthCredentials open(Envelope envelope, ClinicId clinic, String sealed) {
        String[] parts = envelope.open(EmrSettings.place(clinic), sealed).split("\n", -1);
        if (parts.length != PARTS) {
            throw new UnsealableException("not the credentials of an OSCAR");
        }
        return new OAuthCredentials(parts[0], parts[1], parts[2], parts[3]);
    }
}
