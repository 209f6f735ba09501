package ca.vitaravox.vapi.tool;

import java.util.regex.Pattern;

/**
 * Texts as they may travel: on one line, without control characters and half characters, no longer than there is room
 * for. Thread-safe.
 */
public final class Lines {
    /** The longest reason or note that goes into a record, in characters. */
    public static final int NOTE = 200;
    /** The longest summary of a call, in characters. */
    public static final int SUMMARY = 2_000;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}]+");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Z}]+");
    private static final Pattern BRACKETS = Pattern.compile("[<>]+");

    private Lines() {}

    /** The text on one line, single blanks between its words and none around them. */
    public static String clean(String text) {
        return isPlain(text)
                ? text
                : BREAKS.matcher(UNSEEN.matcher(text).replaceAll(""))
                        .replaceAll(" ")
                        .strip();
    }

    /** Whether there is nothing to be cleaned for certain, as in most texts. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < ' ' || each > '~' || each == ' ' && before == ' ') {
                return false;
            }
            before = each;
        }
        return text.isEmpty() || before != ' ';
    }

    /** The text as it goes into a record: on one line, without angle brackets, cut to {@code most} characters. */
    public static String forRecord(String text, int most) {
        return cut(clean(BRACKETS.matcher(text).replaceAll(" ")), most).strip();
    }

    /** A clinic's own words, on one line; cut to {@code most} characters they end in an ellipsis. */
    public static String shown(String text, int most) {
        String clean = clean(text);
        return clean.length() <= most ? clean : cut(clean, most - 1).strip() + "…";
    }

    /** The first characters, never half of one. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
