package ca.vitaravox.ports.waitlist;

import java.util.regex.Pattern;

/**
 * Names an entry of the waitlist within a clinic.
 *
 * @param value 4 to 12 lower-case letters and digits
 */
public record EntryId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]{4,12}");

    /** Refuses anything that is not of the form above. */
    public EntryId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an entry id is 4 to 12 lower-case letters and digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
