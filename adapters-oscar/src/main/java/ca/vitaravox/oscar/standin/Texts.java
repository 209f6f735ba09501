package ca.vitaravox.oscar.standin;

/** What OSCAR does to texts on their way into its tables. */
final class Texts {
    private Texts() {}

    /** As MySQL does it without strict mode: what does not fit is cut off silently (measured). */
    static String cut(String value, int width) {
        return value == null || value.codePointCount(0, value.length()) <= width
                ? value
                : value.substring(0, value.offsetByCodePoints(0, width));
    }
}
