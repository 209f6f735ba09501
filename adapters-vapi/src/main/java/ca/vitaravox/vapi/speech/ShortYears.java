package ca.vitaravox.vapi.speech;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Years of two digits in dates of birth: {@code March 15 '85}, {@code 15/03/85}, {@code 85年3月15日}. Thread-safe. */
final class ShortYears {
    private static final int OLDEST_YEARS = 120;
    private static final Pattern LAST = Pattern.compile("(?<before>.*[\\p{L}\\d] )'?(?<year>\\d{2})(?<after>)");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<before>\\d{1,2}[-/. ]\\d{1,2}[-/. ])(?<year>\\d{2})(?<after>)");
    private static final Pattern CHINESE =
            Pattern.compile("(?<before>)(?<year>\\d{2}|[〇零一二三四五六七八九]{2})(?<after> ?年.*)");
    private static final List<Pattern> FORMS = List.of(NUMERIC, LAST, CHINESE);

    private ShortYears() {}

    /** The date with its year in full; empty if its year is not short, or could be of either century. */
    static Optional<String> lengthened(String words, LocalDate today) {
        for (Pattern form : FORMS) {
            Matcher match = form.matcher(words);
            if (match.matches()) {
                return Wording.number(match.group("year"))
                        .flatMap(year -> century(year, today))
                        .map(year -> match.group("before") + year + match.group("after"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> century(int year, LocalDate today) {
        List<Integer> possible = Stream.of(1900 + year, 2000 + year)
                .filter(each -> each <= today.getYear() && each >= today.getYear() - OLDEST_YEARS)
                .toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }
}
