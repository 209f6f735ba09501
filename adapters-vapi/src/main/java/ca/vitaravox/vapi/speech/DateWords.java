package ca.vitaravox.vapi.speech;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days people mean by their words, in English, French and Chinese, whichever language the call is in: a language
 * model passes on what was said. Immutable, thread-safe.
 */
public final class DateWords {
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})(?:[t ]\\d{1,2}:.*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern NUMERIC = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");

    private DateWords() {}

    /**
     * The day meant: ISO dates, {@code tomorrow}, {@code in two weeks}, {@code mardi prochain}, {@code 下周二},
     * {@code September 15}. A bare weekday is the first such day after {@code today}; {@code next Tuesday} and
     * {@code 下周二} are that day of the following ISO week; a day without a year is the next one that is not before
     * yesterday.
     *
     * @param today the day it is where the words are about
     * @return empty for words that name no day
     */
    public static Optional<LocalDate> day(String said, LocalDate today) {
        String words = Wording.plain(said);
        return iso(words)
                .or(() -> NamedDates.of(words).flatMap(date -> date.onOrAfter(today.minusDays(1))))
                .or(() -> RelativeDays.of(words, today));
    }

    /**
     * The date of birth meant: ISO dates, {@code March 15 1985}, {@code 15 mars 1985}, {@code 1985年3月15日}, and the same
     * with numbers in words ({@code March fifteenth nineteen eighty-five}); figures only where they can be read in one
     * way ({@code 15/03/1985}, not {@code 04/03/1985}), and years of two digits only where one century is left that
     * somebody may be born in ({@code 85}, not {@code 15}).
     *
     * @param today the day it is
     * @return empty for words that name no single date
     */
    public static Optional<LocalDate> birthDate(String said, LocalDate today) {
        String words = Wording.plain(said);
        return inFigures(words, today)
                .or(() -> inFigures(NumberWords.ENGLISH.datesInFigures(words), today))
                .or(() -> inFigures(NumberWords.FRENCH.datesInFigures(words), today));
    }

    private static Optional<LocalDate> inFigures(String written, LocalDate today) {
        return fullYear(written).or(() -> ShortYears.lengthened(written, today).flatMap(DateWords::fullYear));
    }

    private static Optional<LocalDate> fullYear(String words) {
        return iso(words)
                .or(() -> matching(COMPACT, words, DateWords::yearFirst))
                .or(() -> matching(NUMERIC, words, DateWords::onlyReading))
                .or(() -> NamedDates.of(words).flatMap(NamedDates.Named::withItsYear));
    }

    /** The weekday of that name, in any of the three languages: {@code Tuesday}, {@code Tuesdays}, {@code mardi}. */
    public static Optional<DayOfWeek> weekday(String said) {
        String words = Wording.plain(said);
        return Weekdays.named(words).or(() -> Weekdays.named(words.replaceFirst("s$", "")));
    }

    /** The weekdays meant: one by its name, or several at once, as {@code weekdays} or {@code la fin de semaine}. */
    public static List<DayOfWeek> weekdays(String said) {
        return weekday(said).map(List::of).orElseGet(() -> Weekdays.several(Wording.plain(said)));
    }

    /** The date of these numbers, if there is one. */
    static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> iso(String words) {
        return matching(ISO, words, DateWords::yearFirst);
    }

    private static Optional<LocalDate> matching(
            Pattern pattern, String words, Function<int[], Optional<LocalDate>> reading) {
        Matcher match = pattern.matcher(words);
        if (!match.matches()) {
            return Optional.empty();
        }
        int[] numbers = new int[3];
        for (int i = 0; i < 3; i++) {
            numbers[i] = Integer.parseInt(match.group(i + 1));
        }
        return reading.apply(numbers);
    }

    private static Optional<LocalDate> yearFirst(int[] numbers) {
        return date(numbers[0], numbers[1], numbers[2]);
    }

    /** Day and month, or month and day, where only one of the two makes a date, or both the same. */
    private static Optional<LocalDate> onlyReading(int[] numbers) {
        Optional<LocalDate> dayFirst = date(numbers[2], numbers[1], numbers[0]);
        Optional<LocalDate> monthFirst = date(numbers[2], numbers[0], numbers[1]);
        if (dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst)) {
            return Optional.empty();
        }
        return dayFirst.or(() -> monthFirst);
    }
}
