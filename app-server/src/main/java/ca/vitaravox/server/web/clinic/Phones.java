package ca.vitaravox.server.web.clinic;

import java.util.regex.Pattern;

/** Telephone numbers as people here write them. */
public final class Phones {
    private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1(\\d{3})(\\d{3})(\\d{4})");

    private Phones() {}

    /** {@code +16045550142} as <i>604-555-0142</i>; any other number, or part of one, as it is. */
    public static String shown(String number) {
        return NORTH_AMERICAN.matcher(number).replaceFirst("$1-$2-$3");
    }
}
