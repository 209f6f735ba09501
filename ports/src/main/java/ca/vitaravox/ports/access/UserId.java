package ca.vitaravox.ports.access;

import java.util.regex.Pattern;

/**
 * Names one user of the administration.
 *
 * @param value 1 to 40 letters, digits, underscores and hyphens
 */
public record UserId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    /** Refuses anything that is not of the form above. */
    public UserId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a user id is 1 to 40 letters, digits, _ and -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
