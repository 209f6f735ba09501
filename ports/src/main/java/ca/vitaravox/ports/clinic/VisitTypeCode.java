package ca.vitaravox.ports.clinic;

import java.util.regex.Pattern;

/**
 * Names a visit type within a clinic: {@code checkup}, {@code follow_up}.
 *
 * @param value lower-case letters, digits and underscores, 1 to 40 characters
 */
public record VisitTypeCode(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** Refuses anything that is not of the form above. */
    public VisitTypeCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a visit type is 1 to 40 lower-case letters, digits and underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
