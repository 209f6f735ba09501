package ca.vitaravox.server.web.clinic;

import java.util.regex.Pattern;

/** Telephone numbers as people here write them. */
public final class Phones {
    private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1(\\d{3})(\\d{3})(\\d{4})");

    private Phones() {}

    /** What somebody typed as it is dialled: <i>(604) 555-0142</i> as {@code +16045550142}; what is no such number as it is. */
    public static String dialled(String typed) {
        String digits = typed.replaceAll("[\\s().-]", "");
        return digits.matches("[2-9]\\d{9}") ? "+1" + digits : digits.matches("1\\d{10}") ? "+" + digits : digits;
    }

    /** {@code +16045550142} as <i>604-555-0142</i>; any other number, or part of one, as it is. */
    public static String shown(String number) {
        return NORTH_AMERICAN.matcher(number).replaceFirst("$1-$2-$3");
    }
}
