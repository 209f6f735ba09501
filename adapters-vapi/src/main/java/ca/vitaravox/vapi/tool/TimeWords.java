package ca.vitaravox.vapi.tool;

import ca.vitaravox.vapi.speech.DateWords;
import ca.vitaravox.vapi.speech.DayParts;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words about when a visit suits, in the three languages, for which the schema has its own. Immutable, thread-safe. */
final class TimeWords {
    /** How models write that the caller does not mind, or that it should be soon. */
    private static final Set<String> ANY = Set.of(
            "any",
            "all",
            "any day",
            "any time",
            "anytime",
            "flexible",
            "no preference",
            "either",
            "earliest",
            "earliest available",
            "first available",
            "next available",
            "soonest",
            "n'importe quand",
            "n’importe quand",
            "随时",
            "任何时候",
            "都可以",
            "最早");

    private TimeWords() {}

    /** Whether it is no wish: whenever there is something. */
    static boolean isAny(String said) {
        return ANY.contains(said.toLowerCase(Locale.ROOT));
    }

    /** The word the schema has for a part of the day, or the words as they came. */
    static String partOfDay(String said) {
        return isAny(said) ? "any" : DayParts.of(said).orElse(said);
    }

    /** The words the schema has for the weekdays, or the words as they came. */
    static List<String> weekdays(String said) {
        List<DayOfWeek> days = DateWords.weekdays(said);
        return days.isEmpty()
                ? List.of(said)
                : days.stream().map(day -> day.name().toLowerCase(Locale.ROOT)).toList();
    }
}
