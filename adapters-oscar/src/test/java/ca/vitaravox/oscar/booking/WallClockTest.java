package ca.vitaravox.oscar.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WallClockTest {
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"09:00:00\"', 09:00",
        "'\"09:00\"', 09:00",
        "'\"09:00 AM\"', 09:00",
        "'\"09:00 a.m.\"', 09:00",
        "'\"9:05 AM\"', 09:05",
        "'\"12:00 AM\"', 00:00",
        "'\"12:30 PM\"', 12:30",
        "'\"01:00 PM\"', 13:00",
        "'\"11:59 p. m.\"', 23:59",
        "'\"23:59:59\"', 23:59:59",
        "1795619700000, 10:15",
    })
    void a_time_is_read_in_every_form(String json, LocalTime time) throws IOException {
        assertEquals(Optional.of(time), WallClock.time(json(json), TORONTO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\"25:00\"", "\"13:61 PM\"", "\"noon\"", "[]", "1.5"})
    void what_is_no_time_is_none(String json) throws IOException {
        assertEquals(Optional.empty(), WallClock.time(json(json), TORONTO));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"2026-11-24\"', 2026-11-24",
        "'\"2026-11-24T00:00:00-05:00\"', 2026-11-24",
        "1795496400000, 2026-11-24",
    })
    void a_day_is_read_in_every_form(String json, LocalDate day) throws IOException {
        assertEquals(Optional.of(day), WallClock.day(json(json), TORONTO));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void a_midnight_of_other_rules_is_still_that_day(long hours) throws IOException {
        LocalDate day = LocalDate.of(2026, 12, 1);
        long midnight = ZonedDateTime.of(day, LocalTime.MIDNIGHT, TORONTO)
                .plus(Duration.ofHours(hours))
                .toInstant()
                .toEpochMilli();
        assertEquals(Optional.of(day), WallClock.day(json("" + midnight), TORONTO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\"24-11-2026\"", "\"2026-02-30\"", "{}"})
    void what_is_no_day_is_none(String json) throws IOException {
        assertEquals(Optional.empty(), WallClock.day(json(json), TORONTO));
    }
}
