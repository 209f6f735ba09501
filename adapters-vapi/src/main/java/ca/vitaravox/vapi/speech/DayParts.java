package ca.vitaravox.vapi.speech;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of the day that words name, in English, French and Chinese. Immutable, thread-safe. */
public final class DayParts {
    private static final String MINUTES = "(?::\\d\\d)? ?";
    private static final Map<String, Pattern> PARTS = Map.of(
            "morning",
                    part(
                            "mornings?|before noon|matins?|matinees?|avant midi",
                            "(?:\\d{1,2}" + MINUTES + ")?a ?m",
                            "上午|早上|早晨|今早|明早"),
            "afternoon",
                    part(
                            "afternoons?|(?<!before )noon|midday|lunch ?time|(?<!avant )midi",
                            "(?:(?:12|[1-4])" + MINUTES + ")?p ?m",
                            "下午|中午"),
            "evening",
                    part(
                            "evenings?|nights?|tonight|after work|soirs?|soirees?",
                            "(?:[5-9]|1[01])" + MINUTES + "p ?m",
                            "晚上|傍晚|今晚|明晚"));

    private DayParts() {}

    /** Words of English and French, an hour that is all that is said, and words of Chinese. */
    private static Pattern part(String words, String hour, String chinese) {
        return Pattern.compile("\\b(?:" + words + ")\\b|^(?:" + hour + ")$|" + chinese);
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
