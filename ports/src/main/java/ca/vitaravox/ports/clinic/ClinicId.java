package ca.vitaravox.ports.clinic;

import java.util.regex.Pattern;

/**
 * Names one clinic (the tenant) everywhere: lower-case letters, digits and hyphens, 1 to 40 characters
 * ({@code harbourview}).
 *
 * @param value the id as written
 */
public record ClinicId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** Refuses anything that is not of the form above. */
    public ClinicId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a clinic id is 1 to 40 lower-case letters, digits and hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
