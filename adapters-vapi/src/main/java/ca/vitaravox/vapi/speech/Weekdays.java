package ca.vitaravox.vapi.speech;

import ca.vitaravox.ports.clinic.Language;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names of weekdays in the three languages, as {@linkplain Wording#plain compared}. Immutable, thread-safe. */
final class Weekdays {
    private static final Map<String, DayOfWeek> NAMES = namesOfAll();

    private Weekdays() {}

    /** The weekday of that name. */
    static Optional<DayOfWeek> named(String name) {
        return Optional.ofNullable(NAMES.get(name));
    }

    /** All names. */
    static Collection<String> names() {
        return NAMES.keySet();
    }

    private static Map<String, DayOfWeek> namesOfAll() {
        Map<String, DayOfWeek> names = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String english = Wording.plain(CalendarNames.weekday(Language.ENGLISH, day));
            names.put(english, day);
            names.put(english.substring(0, 3), day);
            names.put(Wording.plain(CalendarNames.weekday(Language.FRENCH, day)), day);
            for (String week : new String[] {"周", "星期", "礼拜"}) {
                names.put(week + "一二三四五六日".charAt(day.ordinal()), day);
                names.put(week + day.getValue(), day);
            }
        }
        names.put("tues", DayOfWeek.TUESDAY);
        names.put("thur", DayOfWeek.THURSDAY);
        names.put("thurs", DayOfWeek.THURSDAY);
        names.put("星期天", DayOfWeek.SUNDAY);
        names.put("礼拜天", DayOfWeek.SUNDAY);
        names.put("周天", DayOfWeek.SUNDAY);
        return Map.copyOf(names);
    }
}
