package ca.vitaravox.vapi.speech;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of the day that words name, in English, French and Chinese. Immutable, thread-safe. */
public final class DayParts {
    private static final Map<String, Pattern> PARTS = Map.of(
            "morning",
                    Pattern.compile(
                            words("mornings?|before noon|matins?|matinees?|avant midi", "a") + "|上午|早上|早晨|今早|明早"),
            "afternoon",
                    Pattern.compile(
                            words("afternoons?|(?<!before )noon|midday|lunch ?time|(?<!avant )midi", "p") + "|下午|中午"),
            "evening",
                    Pattern.compile(
                            words("evenings?|nights?|tonight|after work|soirs?|soirees?", "") + "|晚上|傍晚|今晚|明晚"));

    private DayParts() {}

    /** Words as such, and a half of the day where it is all that is said, or stands behind an hour. */
    private static String words(String words, String half) {
        return "\\b(?:" + words + ")\\b" + (half.isEmpty() ? "" : "|^(?:\\d{1,2}(?::\\d\\d)? ?)?" + half + " ?m$");
    }

    /** The one part that is named, as {@code morning}, {@code afternoon} or {@code evening}; empty if none is, or several. */
    public static Optional<String> of(String said) {
        String words = Wording.plain(said);
        List<String> named = PARTS.entrySet().stream()
                .filter(part -> part.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
