package ca.vitaravox.ports.access;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The e-mail address somebody logs in with, in lower case. Its text is hidden.
 *
 * @param value 3 to 254 printable ASCII characters with one {@code @} among them
 */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final Pattern FORM =
            Pattern.compile("[!#-~&&[^@,;:<>()\\[\\]\\\\]]+@[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

    /** Refuses anything that is not of the form above; leaves out blanks around it. */
    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an e-mail address is like name@clinic.example");
        }
    }

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
