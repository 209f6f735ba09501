package ca.vitaravox.vapi.speech;

import ca.vitaravox.ports.clinic.Language;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;

/**
 * The names of months and weekdays, written out here because the JDK's differ from one version to the next. Immutable,
 * thread-safe.
 */
final class CalendarNames {
    private static final List<String> ENGLISH_MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> FRENCH_MONTHS = List.of(
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre");
    private static final List<String> ENGLISH_WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> FRENCH_WEEKDAYS =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");
    private static final List<String> CHINESE_WEEKDAYS = List.of("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日");

    private CalendarNames() {}

    /** {@code September}, {@code septembre}, {@code 九月}. */
    static String month(Language language, Month month) {
        return switch (language) {
            case ENGLISH -> ENGLISH_MONTHS.get(month.ordinal());
            case FRENCH -> FRENCH_MONTHS.get(month.ordinal());
            case CHINESE -> ChineseNumbers.of(month.getValue()) + "月";
        };
    }

    /** {@code Tuesday}, {@code mardi}, {@code 星期二}. */
    static String weekday(Language language, DayOfWeek day) {
        return switch (language) {
            case ENGLISH -> ENGLISH_WEEKDAYS.get(day.ordinal());
            case FRENCH -> FRENCH_WEEKDAYS.get(day.ordinal());
            case CHINESE -> CHINESE_WEEKDAYS.get(day.ordinal());
        };
    }
}
