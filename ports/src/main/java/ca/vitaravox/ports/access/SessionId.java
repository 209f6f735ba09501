package ca.vitaravox.ports.access;

import java.util.regex.Pattern;

/**
 * Names one session of a user: from a login to its end. Knowing it opens nothing.
 *
 * @param value 1 to 40 letters, digits, underscores and hyphens
 */
public record SessionId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    /** Refuses anything that is not of the form above. */
    public SessionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a session id is 1 to 40 letters, digits, _ and -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
