package ca.vitaravox.oscar.standin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as {@code SimpleDateFormat} reads them, which is how OSCAR does it (measured): what overflows is carried over
 * (30 February 25:00 is 3 March 01:00), and what follows the pattern is ignored.
 */
final class LenientDates {
    private static final Pattern DATE = Pattern.compile("(\\d{1,6})-(\\d{1,6})-(\\d{1,6})");
    private static final Pattern TIME_24 = Pattern.compile("(\\d{1,4}):(\\d{1,4})");
    private static final Pattern TIME_12 = Pattern.compile("(\\d{1,4}):(\\d{1,4}) ([AP])M", Pattern.CASE_INSENSITIVE);

    private LenientDates() {}

    /** A date {@code yyyy-MM-dd}; empty if it does not begin like one. */
    static Optional<LocalDate> date(String text) {
        Matcher date = DATE.matcher(text == null ? "" : text);
        if (!date.lookingAt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(date, 1), 1, 1)
                    .plusMonths(number(date, 2) - 1L)
                    .plusDays(number(date, 3) - 1L));
        } catch (DateTimeException beyondTheCalendar) {
            return Optional.empty();
        }
    }

    /** That date at a time {@code HH:mm}, or {@code hh:mm a} if there is no other; seconds do not count. */
    static Optional<LocalDateTime> dateTime(String date, String time24, String time12) {
        return date(date)
                .flatMap(day -> minutes(time24, time12)
                        .map(minutes -> day.atStartOfDay().plusMinutes(minutes)));
    }

    private static Optional<Integer> minutes(String time24, String time12) {
        Matcher by24 = TIME_24.matcher(time24 == null ? "" : time24);
        if (by24.lookingAt()) {
            return Optional.of(number(by24, 1) * 60 + number(by24, 2));
        }
        Matcher by12 = TIME_12.matcher(time12 == null ? "" : time12);
        return by12.lookingAt()
                ? Optional.of((number(by12, 1) % 12 + afternoon(by12.group(3))) * 60 + number(by12, 2))
                : Optional.empty();
    }

    private static int afternoon(String half) {
        return half.toUpperCase(Locale.ROOT).equals("P") ? 12 : 0;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
