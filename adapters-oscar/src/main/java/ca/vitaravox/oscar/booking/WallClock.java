package ca.vitaravox.oscar.booking;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times in all the forms in which OSCAR gives them, as its wall clock shows them. The same appointment has a
 * number of milliseconds where it was just added, {@code 10:15:00} in a month, and {@code 10:15 AM} on a day sheet.
 */
final class WallClock {
    /** {@code AM} or {@code p.m.}, as the server's locale writes it. */
    private static final Pattern TWELVE_HOURS = Pattern.compile("([0-9]{1,2}):([0-9]{2}) ?([AaPp])\\.? ?[Mm]\\.?");

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int NOON = 12;

    private WallClock() {}

    /**
     * A day: {@code 2026-11-24}, or the milliseconds of its midnight; which may be an hour off, where OSCAR's Java knows
     * other rules of the zone than we do.
     */
    static Optional<LocalDate> day(JsonNode value, ZoneId oscar) {
        if (value.isIntegralNumber()) {
            LocalDateTime about = LocalDateTime.ofInstant(Instant.ofEpochMilli(value.asLong()), oscar);
            return Optional.of(about.plusHours(NOON).toLocalDate());
        }
        Matcher day = DAY.matcher(value.asText());
        return day.lookingAt() ? parsed(() -> LocalDate.parse(day.group())) : Optional.empty();
    }

    /** A time of day: {@code 10:15:00}, {@code 10:15}, {@code 10:15 AM}, or the milliseconds of a moment. */
    static Optional<LocalTime> time(JsonNode value, ZoneId oscar) {
        if (value.isIntegralNumber()) {
            return Optional.of(LocalTime.ofInstant(Instant.ofEpochMilli(value.asLong()), oscar));
        }
        String text = value.asText().strip();
        Matcher twelve = TWELVE_HOURS.matcher(text);
        return twelve.matches() ? parsed(() -> ofTwelve(twelve)) : parsed(() -> LocalTime.parse(text));
    }

    private static LocalTime ofTwelve(Matcher time) {
        boolean afternoon = time.group(3).equalsIgnoreCase("p");
        int hour = Integer.parseInt(time.group(1)) % NOON + (afternoon ? NOON : 0);
        return LocalTime.of(hour, Integer.parseInt(time.group(2)));
    }

    private static <T> Optional<T> parsed(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException senseless) {
            return Optional.empty();
        }
    }
}
