package ca.vitaravox.oscar.standin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** OSCAR's clock, and the many ways in which it writes times (all measured). */
final class OscarTime {
    private static final DateTimeFormatter DAY_SHEET = DateTimeFormatter.ofPattern("hh:mm a", Locale.ENGLISH);
    private static final DateTimeFormatter XML = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final int BIRTH_HOUR = 19;

    private final InstantSource source;
    private final ZoneId zone;

    OscarTime(InstantSource source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
    }

    Instant now() {
        return source.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }

    LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** The instant of a wall-clock time; one that the clocks skipped is an hour later. */
    Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    /** The wall-clock time that the clocks really show: an hour later if they skipped it. */
    LocalDateTime real(LocalDateTime local) {
        return local(instant(local));
    }

    long millis(LocalDateTime local) {
        return instant(local).toEpochMilli();
    }

    /** Midnight, where the zone has one on that day. */
    long midnight(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** A birth date as {@code dateOfBirth} has it: at 19:00, which in UTC is the day after. */
    long birth(LocalDate date) {
        return millis(date.atTime(BIRTH_HOUR, 0));
    }

    int minutesBehindUtc(Instant instant) {
        return -zone.getRules().getOffset(instant).getTotalSeconds() / 60;
    }

    String daySheet(LocalDateTime local) {
        return DAY_SHEET.format(local);
    }

    String xml(long millis) {
        return XML.format(Instant.ofEpochMilli(millis).atZone(zone).toOffsetDateTime());
    }

    /** What a column of whole seconds keeps. */
    static long stored(Instant instant) {
        return instant.getEpochSecond() * 1000;
    }
}
