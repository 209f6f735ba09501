package ca.vitaravox.server.emr;

import ca.vitaravox.ports.clinic.ClinicId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes to OSCAR and has to come back: the clinic, a dot, and 256 random bits. It is kept as a digest alone. */
final class States {
    private static final Pattern FORM = Pattern.compile("([a-z0-9][a-z0-9-]{0,39})\\.[A-Za-z0-9_-]{43}");

    private States() {}

    /** The clinic it was made for; empty for what is none of ours. */
    static Optional<ClinicId> clinic(String state) {
        Matcher form = FORM.matcher(state);
        return form.matches() ? Optional.of(new ClinicId(form.group(1))) : Optional.empty();
    }

    static String digest(String state) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform has no SHA-256", e);
        }
    }
}
