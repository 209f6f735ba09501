package ca.vitaravox.vapi.speech;

import ca.vitaravox.ports.clinic.Language;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;

/** Days and times as each language says them. Immutable, thread-safe. */
final class SpokenTime {
    private SpokenTime() {}

    /** {@code Tuesday, September 15}, {@code mardi 15 septembre}, {@code 九月十五日星期二}. */
    static String day(Language language, LocalDate day, boolean withYear) {
        String weekday = CalendarNames.weekday(language, day.getDayOfWeek());
        String month = CalendarNames.month(language, day.getMonth());
        int number = day.getDayOfMonth();
        int year = day.getYear();
        return switch (language) {
            case ENGLISH -> weekday + ", " + month + " " + number + (withYear ? ", " + year : "");
            case FRENCH -> weekday + " " + (number == 1 ? "1er" : number) + " " + month + (withYear ? " " + year : "");
            case CHINESE ->
                (withYear ? ChineseNumbers.digits(year) + "年" : "") + month + ChineseNumbers.of(number) + "日" + weekday;
        };
    }

    /** {@code 9:30 AM}, {@code 9 h 30}, {@code 上午九点半}. */
    static String time(Language language, LocalTime time) {
        int half = time.get(ChronoField.CLOCK_HOUR_OF_AMPM);
        int minute = time.getMinute();
        String digits = minute < 10 ? "0" + minute : "" + minute;
        return switch (language) {
            case ENGLISH -> half + ":" + digits + (time.getHour() < 12 ? " AM" : " PM");
            case FRENCH -> time.getHour() + " h" + (minute == 0 ? "" : " " + digits);
            case CHINESE -> partOfDay(time) + hour(time) + "点" + minutes(minute);
        };
    }

    /** By the clock of twelve hours, but for the first of the day; two is said as when things are counted. */
    private static String hour(LocalTime time) {
        int half = time.getHour() == 0 ? 0 : time.get(ChronoField.CLOCK_HOUR_OF_AMPM);
        return half == 2 ? "两" : ChineseNumbers.of(half);
    }

    private static String minutes(int minute) {
        if (minute == 0) {
            return "";
        }
        return minute == 30 ? "半" : (minute < 10 ? "零" : "") + ChineseNumbers.of(minute) + "分";
    }

    /** Both together, in the order and with the words between that the language wants. */
    static String moment(Language language, String day, String time) {
        return switch (language) {
            case ENGLISH -> day + " at " + time;
            case FRENCH -> day + " à " + time;
            case CHINESE -> day + time;
        };
    }

    private static String partOfDay(LocalTime time) {
        int hour = time.getHour();
        if (hour < 12) {
            return hour < 6 ? "凌晨" : "上午";
        }
        return hour == 12 ? "中午" : hour < 18 ? "下午" : "晚上";
    }
}
