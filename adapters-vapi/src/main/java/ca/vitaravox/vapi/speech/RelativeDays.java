package ca.vitaravox.vapi.speech;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.firstDayOfNextMonth;
import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days counted from today: {@code tomorrow}, {@code dans trois jours}, {@code 下周二}. Immutable, thread-safe. */
final class RelativeDays {
    private static final String WEEKDAY = "(?<weekday>" + NamedDates.anyOf(Weekdays.names()) + ")";
    private static final String ENGLISH_PART = "(?: morning| afternoon| evening| night)?";
    private static final String FRENCH_PART = "(?: matin| apres midi| soir)?";
    private static final String CHINESE_PART = "(?:上午|中午|下午|晚上|早上)?";
    private static final List<Rule> RULES = rules();

    private RelativeDays() {}

    /** The day meant, if the words are of this kind. */
    static Optional<LocalDate> of(String words, LocalDate today) {
        for (Rule rule : RULES) {
            Matcher match = rule.words.matcher(words);
            if (match.matches()) {
                return Optional.ofNullable(rule.day.apply(match, today));
            }
        }
        return Optional.empty();
    }

    private static List<Rule> rules() {
        return Stream.of(simpleDays(), countedDays(), weekdays())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> simpleDays() {
        return List.of(
                away(0, "today" + ENGLISH_PART + "|tonight|this (?:morning|afternoon|evening|week)"),
                away(0, "now|right now|asap|as soon as possible"),
                away(0, "aujourd'hui|ce matin|cet apres midi|ce soir|cette semaine"),
                away(0, "maintenant|des que possible|le plus tot possible"),
                away(0, "今天" + CHINESE_PART + "|今日|现在|今早|今晚|尽快|尽早|本周|这周|这个?星期"),
                away(1, "tomorrow" + ENGLISH_PART + "|demain" + FRENCH_PART),
                away(1, "明天" + CHINESE_PART + "|明日|明早|明晚"),
                away(2, "(?:the )?day after tomorrow|apres demain" + FRENCH_PART + "|后天" + CHINESE_PART),
                away(3, "大后天" + CHINESE_PART),
                away(-1, "yesterday|hier|昨天|昨日"),
                away(-2, "(?:the )?day before yesterday|avant hier|前天"));
    }

    private static List<Rule> countedDays() {
        return List.of(
                // French counts the first and the last day of a week and of a fortnight
                away(7, "dans huit jours"),
                away(14, "dans quinze jours"),
                counted("in (?<n>.+?) (?<unit>day|week|month)(?:s'?|'s)?(?: time)?"),
                counted("(?<n>.+?) (?<unit>day|week|month)s? from (?:now|today)"),
                counted("(?:dans|d'ici) (?<n>.+?) (?<unit>jour|semaine|mois)s?"),
                counted("过?(?<n>.+?)个?(?<unit>天|日|周|星期|礼拜|月)(?:之后|以后|后|过后)"),
                counted("过(?<n>.+?)个?(?<unit>天|日|周|星期|礼拜|月)"),
                new Rule("next month|(?:le )?mois prochain|下个?月", (match, today) -> today.with(firstDayOfNextMonth())));
    }

    private static List<Rule> weekdays() {
        return List.of(
                firstAfterToday("(?:on |this |coming |this coming )?" + WEEKDAY + ENGLISH_PART),
                firstAfterToday("(?:ce |le )?" + WEEKDAY + "(?: prochain| qui vient)?" + FRENCH_PART),
                firstAfterToday("(?:le )?prochain " + WEEKDAY),
                firstAfterToday(WEEKDAY + CHINESE_PART),
                inWeek(0, "(?:这个?|本)" + WEEKDAY + CHINESE_PART),
                inWeek(1, "next " + WEEKDAY + ENGLISH_PART),
                inWeek(1, "(?:on )?" + WEEKDAY + "(?: of)? next week"),
                inWeek(1, "(?:le )?" + WEEKDAY + " de la semaine prochaine"),
                inWeek(1, "下个?" + WEEKDAY + CHINESE_PART),
                inWeek(2, "下下个?" + WEEKDAY + CHINESE_PART),
                new Rule(
                        "next week|(?:la )?semaine prochaine|下个?(?:周|星期|礼拜)",
                        (match, today) -> inWeek(today, 1, MONDAY)));
    }

    private static Rule away(int days, String words) {
        return new Rule(words, (match, today) -> today.plusDays(days));
    }

    private static Rule firstAfterToday(String words) {
        return new Rule(words, (match, today) -> today.with(next(weekday(match))));
    }

    private static Rule inWeek(int weeks, String words) {
        return new Rule(words, (match, today) -> inWeek(today, weeks, weekday(match)));
    }

    private static DayOfWeek weekday(Matcher match) {
        return Weekdays.named(match.group("weekday")).orElseThrow();
    }

    private static Rule counted(String words) {
        return new Rule(
                words,
                (match, today) -> Wording.number(match.group("n"))
                        .map(count -> later(today, count, match.group("unit")))
                        .orElse(null));
    }

    private static LocalDate later(LocalDate today, int count, String unit) {
        return switch (unit) {
            case "day", "jour", "天", "日" -> today.plusDays(count);
            case "month", "mois", "月" -> today.plusMonths(count);
            default -> today.plusWeeks(count);
        };
    }

    /** That weekday of the ISO week (Monday to Sunday) so many weeks after today's. */
    private static LocalDate inWeek(LocalDate today, int weeks, DayOfWeek day) {
        return today.with(previousOrSame(MONDAY)).plusWeeks(weeks).plusDays(day.ordinal());
    }

    /** Words, and the day they mean; null if they mean none after all. */
    private record Rule(Pattern words, BiFunction<Matcher, LocalDate, LocalDate> day) {
        Rule(String words, BiFunction<Matcher, LocalDate, LocalDate> day) {
            this(Pattern.compile(words), day);
        }
    }
}
