package ca.vitaravox.vapi.patient;

import ca.vitaravox.ports.patient.PatientName;
import java.util.regex.Pattern;

/**
 * Names as they are passed on: with the title that people give along, and with the whole name where the first is wanted.
 * Thread-safe.
 */
public final class SaidName {
    private static final Pattern TITLE = Pattern.compile(
            "^(?:(?:mr|mrs|ms|miss|mx|mister|dr|doctor|docteure?|madame|mme|mademoiselle|mlle|monsieur)\\.?|m\\.)\\s+(?=\\p{L})"
                    + "|(?<=\\p{L})(?:先生|女士|小姐|太太)$",
            Pattern.CASE_INSENSITIVE);

    private SaidName() {}

    /** The name without its title; a title alone is a name. */
    public static String withoutTitle(String said) {
        return TITLE.matcher(said).replaceFirst("").strip();
    }

    /** The name; a last name that is said with the first as well is said once. */
    public static PatientName of(String first, String last) {
        String lastName = withoutTitle(last);
        String firstName = withoutTitle(first);
        int at = firstName.length() - lastName.length() - 1;
        boolean whole = at > 0
                && firstName.charAt(at) == ' '
                && firstName.regionMatches(true, at + 1, lastName, 0, lastName.length());
        return new PatientName(whole ? firstName.substring(0, at) : firstName, lastName);
    }
}
