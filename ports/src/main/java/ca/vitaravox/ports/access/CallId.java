package ca.vitaravox.ports.access;

import java.util.regex.Pattern;

/**
 * Names one phone call, as the voice platform does.
 *
 * @param value 1 to 100 letters, digits, dots, colons, underscores and hyphens
 */
public record CallId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    /** Refuses anything that is not of the form above. */
    public CallId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a call id is 1 to 100 letters, digits, dots, colons, _ and -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
