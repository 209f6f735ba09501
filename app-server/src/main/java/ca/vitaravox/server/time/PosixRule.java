package ca.vitaravox.server.time;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What holds after the last change that a TZif file lists: a {@code TZ} string of POSIX as RFC 9636 extends it, such as
 * {@code PST8PDT,M3.2.0,M11.1.0} or {@code <-02>2<-01>,M3.5.0/-1,M10.5.0/0}. The forms that count days of the year are
 * not in use in the database and are refused.
 *
 * @param yearly the changes of every year, in their order; empty where the clocks are never changed
 */
record PosixRule(List<ZoneOffsetTransitionRule> yearly) {
    private static final String NAME = "(?:<[^>]+>|[A-Za-z]+)";
    private static final String TIME = "([+-]?\\d{1,3}(?::\\d{2}){0,2})";
    private static final String DAY = ",M(\\d{1,2})\\.([1-5])\\.([0-6])(?:/" + TIME + ")?";
    private static final Pattern RULE = Pattern.compile(NAME + TIME + "(?:" + NAME + TIME + "?" + DAY + DAY + ")?");
    private static final int HOUR = 3600;
    private static final int DAY_SECONDS = 24 * HOUR;
    private static final int LAST_WEEK = 5;
    private static final String USUAL_TIME = "2";

    static PosixRule parse(String text) {
        Matcher rule = RULE.matcher(text);
        if (!rule.matches()) {
            throw new IllegalArgumentException("Not a rule for the years to come: " + text);
        }
        int standard = -seconds(rule.group(1));
        if (rule.group(3) == null) {
            return new PosixRule(List.of());
        }
        int daylight = rule.group(2) == null ? standard + HOUR : -seconds(rule.group(2));
        ZoneOffset off = ZoneOffset.ofTotalSeconds(standard);
        ZoneOffset on = ZoneOffset.ofTotalSeconds(daylight);
        ZoneOffsetTransitionRule starts = change(rule, 3, off, off, on);
        ZoneOffsetTransitionRule ends = change(rule, 7, off, on, off);
        return new PosixRule(Stream.of(starts, ends)
                .sorted(Comparator.comparing(ZoneOffsetTransitionRule::getMonth))
                .toList());
    }

    /** {@code Mm.w.d/time}, from this group on: day d (0 is Sunday) of week w, where 5 is the last of the month. */
    private static ZoneOffsetTransitionRule change(
            Matcher rule, int group, ZoneOffset standard, ZoneOffset before, ZoneOffset after) {
        Month month = Month.of(Integer.parseInt(rule.group(group)));
        int week = Integer.parseInt(rule.group(group + 1));
        int day = Integer.parseInt(rule.group(group + 2));
        String time = rule.group(group + 3);
        int seconds = seconds(time == null ? USUAL_TIME : time);
        // a time before 0:00 or from 24:00 on is one of another day: Thursday 26:00 is Friday 2:00
        int days = Math.floorDiv(seconds, DAY_SECONDS);
        return ZoneOffsetTransitionRule.of(
                month,
                earliestDay(month, week, days),
                DayOfWeek.SUNDAY.plus(day + days),
                LocalTime.ofSecondOfDay(Math.floorMod(seconds, DAY_SECONDS)),
                false,
                TimeDefinition.WALL,
                standard,
                before,
                after);
    }

    /** The earliest day of the month that can be meant; -1 stands for "the last such day of the month". */
    private static int earliestDay(Month month, int week, int daysLater) {
        if (week == LAST_WEEK && daysLater == 0) {
            return -1;
        }
        int weekStarts = week == LAST_WEEK ? month.minLength() - 6 : (week - 1) * 7 + 1;
        int earliest = weekStarts + daysLater;
        boolean lengthVaries = month == Month.FEBRUARY && week == LAST_WEEK;
        if (lengthVaries || earliest < 1 || earliest > month.minLength()) {
            throw new IllegalArgumentException("No day of " + month + ": week " + week + ", " + daysLater + " days on");
        }
        return earliest;
    }

    private static int seconds(String time) {
        int sign = time.startsWith("-") ? -1 : 1;
        int seconds = 0;
        int unit = HOUR;
        for (String part : time.replaceFirst("^[+-]", "").split(":")) {
            seconds += Integer.parseInt(part) * unit;
            unit /= 60;
        }
        return sign * seconds;
    }
}
