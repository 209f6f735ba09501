package ca.vitaravox.ports.clinic;

import java.util.regex.Pattern;

/**
 * A telephone number in E.164 form ({@code +16045550142}). Its text shows only the last four digits, so that a number
 * cannot slip into a log.
 *
 * @param e164 a plus sign and 8 to 15 digits, the first not zero (ITU-T E.164)
 */
public record PhoneNumber(String e164) {
    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{7,14}");

    /** Refuses anything that is not E.164. */
    public PhoneNumber {
        if (!FORM.matcher(e164).matches()) {
            throw new IllegalArgumentException("a phone number is a plus sign and 8 to 15 digits (E.164)");
        }
    }

    /** The last four digits, as read back to a caller. */
    public String last4() {
        return e164.substring(e164.length() - 4);
    }

    @Override
    public String toString() {
        return "…" + last4();
    }
}
