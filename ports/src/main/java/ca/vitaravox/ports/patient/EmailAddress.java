package ca.vitaravox.ports.patient;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the form that people have (RFC 5321 allows odder ones, which nobody says on a telephone). Its
 * text is hidden.
 *
 * @param value at most 100 characters
 */
public record EmailAddress(String value) {
    /** As much as every EMR we know has room for. */
    public static final int LONGEST = 100;

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9_%+'&-]{1,64}(?:\\.[A-Za-z0-9_%+'&-]{1,64}){0,9}@(?:" + LABEL + "\\.){1,9}[A-Za-z]{2,63}");

    /** Refuses anything that is not of the form above. */
    public EmailAddress {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an e-mail address is name@domain, at most 100 characters");
        }
    }

    /**
     * Reads an address as typed, or as said: {@code robin dot castellan at example dot com}.
     *
     * @return empty for what is none, or is too long
     */
    public static Optional<EmailAddress> of(String said) {
        String typed = said.strip()
                .replaceAll("(?i)\\s+(?:at|arobase|arobas)\\s+", "@")
                .replaceAll("(?i)\\s+(?:dot|point)\\s+", ".")
                .replaceAll("(?i)\\s+(?:underscore)\\s+", "_")
                .replaceAll("(?i)\\s+(?:dash|hyphen|tiret)\\s+", "-")
                .replaceAll("\\s", "");
        int at = typed.lastIndexOf('@');
        String plain =
                at < 0 ? typed : typed.substring(0, at) + typed.substring(at).toLowerCase(Locale.ROOT);
        return plain.length() <= LONGEST && FORM.matcher(plain).matches()
                ? Optional.of(new EmailAddress(plain))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
