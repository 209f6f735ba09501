package ca.vitaravox.ports.booking;

import java.util.regex.Pattern;

/**
 * Names a freed opening within a clinic: one appointment, at the time it had.
 *
 * @param value the appointment's id and the start it had, in seconds since 1970: {@code 4711@1772528400}
 */
public record OpeningId(String value) {
    private static final Pattern FORM = Pattern.compile(".{1,40}@-?[0-9]{1,12}");

    /** Refuses anything that is not of the form above. */
    public OpeningId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an opening id is an appointment's id, @, and seconds");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
