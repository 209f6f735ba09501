package ca.vitaravox.vapi.webhook;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The ways in which a caller id arrives that was withheld. Looked up, all such callers would share one chart. */
final class WithheldNumbers {
    private static final Set<String> WORDS = Set.of(
            "anonymous", "restricted", "private", "unknown", "unavailable", "blocked", "withheld", "null", "undefined");
    /** Those words spelt on a telephone's keypad: anonymous, restricted, blocked, unknown, unavailable. */
    private static final Set<String> KEYPAD = Set.of("266696687", "7378742833", "2562533", "8656696", "86282452253");

    private static final Pattern SCHEME = Pattern.compile("^(sips?|tel):");
    private static final Pattern HOST = Pattern.compile("@.*$");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    private WithheldNumbers() {}

    /** Whether what stands where the caller's number should be says that there is none. */
    static boolean contains(String written) {
        String lower = written.strip().toLowerCase(Locale.ROOT);
        String word = HOST.matcher(SCHEME.matcher(lower).replaceFirst("")).replaceFirst("");
        return word.isEmpty()
                || WORDS.contains(word)
                || lower.endsWith("@anonymous.invalid")
                || KEYPAD.contains(NO_DIGIT.matcher(word).replaceAll(""));
    }
}
