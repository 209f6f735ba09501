package ca.vitaravox.ports.waitlist;

import java.util.regex.Pattern;

/**
 * Names an offer within a clinic.
 *
 * @param value 4 to 12 lower-case letters and digits
 */
public record OfferId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]{4,12}");

    /** Refuses anything that is not of the form above. */
    public OfferId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an offer id is 4 to 12 lower-case letters and digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
