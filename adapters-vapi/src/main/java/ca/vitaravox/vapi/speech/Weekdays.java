package ca.vitaravox.vapi.speech;

import ca.vitaravox.ports.clinic.Language;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names of weekdays in the three languages, as {@linkplain Wording#plain compared}. Immutable, thread-safe. */
final class Weekdays {
    private static final Pattern WORKING = Pattern.compile(
            "(?:any |on )?(?:weekdays?|week days?|work(?:ing)? ?days?)|(?:en|la) semaine|jours? (?:de semaine|ouvrables?)|工作日|平日");
    private static final Pattern FREE =
            Pattern.compile("(?:on |the |on the )?week ?ends?|(?:la |le )?(?:fins? de semaine|week ends?)|周末|週末");
    private static final Map<String, DayOfWeek> NAMES = namesOfAll();

    private Weekdays() {}

    /** The weekday of that name. */
    static Optional<DayOfWeek> named(String name) {
        return Optional.ofNullable(NAMES.get(name));
    }

    /** The weekdays that go by a name together; none if it is no such name. */
    static List<DayOfWeek> several(String name) {
        if (WORKING.matcher(name).matches()) {
            return List.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        }
        return FREE.matcher(name).matches() ? List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY) : List.of();
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
