package ca.vitaravox.server.web.booking;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * From when to when something is, as the clinic's clocks show it; what is of more than one day is cut where the day ends.
 *
 * @param from the minute of the day in which it begins
 * @param to the minute of the day in which it is over, 24 hours at the latest
 * @param time in words: {@code 09:00–09:15}
 */
record Stretch(int from, int to, String time) {
    /** How many minutes a row of the grid is. */
    static final int ROW = 5;

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** That of something the interface tells with {@code start} and {@code end}, on a day. */
    static Stretch of(JsonNode each, LocalDate day, ZoneId zone) {
        LocalDateTime start = shown(each.path("start"), zone);
        LocalDateTime end = shown(each.path("end"), zone);
        int from = minute(start, day);
        int to = minute(end, day);
        // an hour that the clocks show twice would end before it begins
        return new Stretch(from, to > from ? to : Math.min(DAY, from + length(each)), time(start) + "–" + time(end));
    }

    private static LocalDateTime shown(JsonNode moment, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.parse(moment.asText()), zone);
    }

    private static int minute(LocalDateTime shown, LocalDate day) {
        if (shown.toLocalDate().isBefore(day)) {
            return 0;
        }
        return shown.toLocalDate().isAfter(day)
                ? DAY
                : shown.toLocalTime().toSecondOfDay()
                        / (int) Duration.ofMinutes(1).toSeconds();
    }

    private static int length(JsonNode each) {
        Duration length = Duration.between(
                Instant.parse(each.path("start").asText()),
                Instant.parse(each.path("end").asText()));
        return (int) Math.max(1, length.toMinutes());
    }

    private static String time(LocalDateTime shown) {
        return shown.toLocalTime().equals(LocalTime.MIDNIGHT) ? "24:00" : TIME.format(shown);
    }

    boolean overlaps(Stretch other) {
        return from < other.to && other.from < to;
    }

    /** Both and what is between them. */
    Stretch until(Stretch other) {
        return other.to <= to
                ? this
                : new Stretch(
                        from,
                        other.to,
                        time.substring(0, time.indexOf('–')) + other.time.substring(other.time.indexOf('–')));
    }

    /** The hour in which it begins. */
    int firstHour() {
        return Math.min(from, DAY - 1) / HOUR;
    }

    /** The first full hour at which it is over. */
    int lastHour() {
        return (to + HOUR - 1) / HOUR;
    }

    /** The names of styles that put it there: hour and row within it, and how many hours and rows it is long. */
    String place() {
        int first = from / ROW;
        int rows = Math.max(1, (to + ROW - 1) / ROW - first);
        int inHour = HOUR / ROW;
        return "h" + first / inHour + " r" + first % inHour + " hs" + rows / inHour + " rs" + rows % inHour;
    }
}
