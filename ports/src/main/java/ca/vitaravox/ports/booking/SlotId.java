package ca.vitaravox.ports.booking;

import java.util.regex.Pattern;

/**
 * Names an opening that was offered to one phone call. Short, because language models miscopy long tokens.
 *
 * @param value 4 to 12 lower-case letters and digits
 */
public record SlotId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]{4,12}");

    /** Refuses anything that is not of the form above. */
    public SlotId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a slot id is 4 to 12 lower-case letters and digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
