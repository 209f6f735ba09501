package ca.vitaravox.oscar.patient;

import ca.vitaravox.ports.clinic.PhoneNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number as OSCAR's search finds it, however it was typed. This finds the main number alone: {@link
 * NumberSearch} is for others.
 */
final class PhoneTerm {
    private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1([0-9]{3})([0-9]{3})([0-9]{4})");

    /** Brackets, blanks, hyphens and dots between the parts; never a {@code *} or {@code %}, which OSCAR takes apart. */
    private static final String BETWEEN = "[^0-9]{0,2}";

    private PhoneTerm() {}

    static String of(PhoneNumber phone) {
        Matcher number = NORTH_AMERICAN.matcher(phone.e164());
        return number.matches()
                ? String.join(BETWEEN, number.group(1), number.group(2), number.group(3))
                : String.join(BETWEEN, phone.e164().substring(1).split(""));
    }

    /** A number as Canadian offices type it. */
    static String typed(PhoneNumber phone) {
        Matcher number = NORTH_AMERICAN.matcher(phone.e164());
        return number.matches() ? String.join("-", number.group(1), number.group(2), number.group(3)) : phone.e164();
    }
}
