package ca.vitaravox.vapi.speech;

import ca.vitaravox.ports.clinic.Language;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Dates with a month and a day: {@code September 15}, {@code le 1er mars 1985}, {@code 9月15日}. Immutable. */
final class NamedDates {
    private static final Map<String, Month> MONTHS = months();
    private static final String MONTH = "(?<month>" + anyOf(MONTHS.keySet()) + ")";
    private static final String WEEKDAY = "(?:(?:on |le )?(?:" + anyOf(Weekdays.names()) + ") ?)?";
    private static final String CHINESE = "[" + ChineseNumbers.CHARACTERS + "\\d]";
    private static final String CHINESE_YEAR = "(?:" + CHINESE + "{4}|[一二两]千[^年]{0,5})";
    private static final Pattern[] FORMS = {
        Pattern.compile(WEEKDAY + "(?:on )?" + MONTH
                + " (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: (?:of )?(?<year>\\d{4}))?"),
        Pattern.compile(WEEKDAY
                + "(?:on )?(?:the |le )?(?<day>\\d{1,2})(?:st|nd|rd|th|er|e)? (?:day )?(?:of |de |d'|du mois de )?"
                + MONTH + "(?:,? (?:of )?(?<year>\\d{4}))?"),
        Pattern.compile("(?:(?<year>" + CHINESE_YEAR + ") ?年 ?)?(?<month>" + CHINESE + "{1,3}) ?月 ?(?<day>" + CHINESE
                + "{1,3}) ?[日号]?(?:" + anyOf(Weekdays.names()) + ")?")
    };

    private NamedDates() {}

    /** The date named, if the words name one. */
    static Optional<Named> of(String words) {
        for (Pattern form : FORMS) {
            Matcher match = form.matcher(words);
            if (match.matches()) {
                return month(match.group("month"))
                        .flatMap(month -> Wording.number(match.group("day"))
                                .map(day -> new Named(
                                        Optional.ofNullable(match.group("year")).flatMap(Wording::number),
                                        month,
                                        day)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> month(String words) {
        Month named = MONTHS.get(words);
        return named == null ? Wording.number(words) : Optional.of(named.getValue());
    }

    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        for (Month month : Month.values()) {
            String english = Wording.plain(CalendarNames.month(Language.ENGLISH, month));
            months.put(english, month);
            months.put(english.substring(0, 3), month);
            months.put(Wording.plain(CalendarNames.month(Language.FRENCH, month)), month);
        }
        months.put("sept", Month.SEPTEMBER);
        months.put("janv", Month.JANUARY);
        months.put("fevr", Month.FEBRUARY);
        months.put("avr", Month.APRIL);
        months.put("juil", Month.JULY);
        return Map.copyOf(months);
    }

    /** The words as alternatives of a pattern, the longer before what they begin with. */
    static String anyOf(Collection<String> words) {
        return words.stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /** A date, perhaps without its year. */
    record Named(Optional<Integer> year, int month, int day) {
        /** The date, if its year was named. */
        Optional<LocalDate> withItsYear() {
            return year.flatMap(named -> DateWords.date(named, month, day));
        }

        /** The date, or, without its year, the first such date from a day on. */
        Optional<LocalDate> onOrAfter(LocalDate first) {
            if (year.isPresent()) {
                return withItsYear();
            }
            // 8 years are the longest from one February 29 to the next
            for (int ahead = 0; ahead <= 8; ahead++) {
                Optional<LocalDate> date = DateWords.date(first.getYear() + ahead, month, day);
                if (date.isPresent() && !date.get().isBefore(first)) {
                    return date;
                }
            }
            return Optional.empty();
        }
    }
}
