package ca.vitaravox.vapi.webhook;

import java.util.Locale;
import java.util.Set;

/** The ways in which a caller id arrives that was withheld. Looked up, all such callers would share one chart. */
final class WithheldNumbers {
    private static final Set<String> WORDS = Set.of(
            "anonymous", "restricted", "private", "unknown", "unavailable", "blocked", "withheld", "null", "undefined");
    /** Those words spelt on a telephone's keypad: anonymous, restricted, blocked, unknown, unavailable. */
    private static final Set<String> KEYPAD = Set.of("266696687", "7378742833", "2562533", "8656696", "86282452253");

    private WithheldNumbers() {}

    /** Whether what stands where the caller's number should be says that there is none. */
    static boolean contains(String written) {
        String lower = written.strip().toLowerCase(Locale.ROOT);
        String word = lower.replaceFirst("^(sips?|tel):", "").replaceFirst("@.*$", "");
        return word.isEmpty()
                || WORDS.contains(word)
                || lower.endsWith("@anonymous.invalid")
                || KEYPAD.contains(word.replaceAll("[^0-9]", ""));
    }
}
