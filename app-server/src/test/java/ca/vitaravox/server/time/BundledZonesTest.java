package ca.vitaravox.server.time;

import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundledZonesTest {
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final ZoneId VANCOUVER = ZoneId.of("America/Vancouver");

    @Test
    void this_JVM_uses_the_bundled_data_and_installing_it_again_changes_nothing() {
        assertEquals(
                Set.of("2026f"),
                ZoneRulesProvider.getVersions("America/Vancouver").keySet());
        Zones.install();
        assertEquals(
                Set.of("2026f"), ZoneRulesProvider.getVersions("Asia/Tokyo").keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "America/Vancouver,   -08:00, -07:00, -07:00, -07:00",
        "America/Edmonton,    -07:00, -06:00, -06:00, -06:00",
        "America/Yellowknife, -07:00, -06:00, -06:00, -06:00",
        "America/Inuvik,      -07:00, -06:00, -06:00, -06:00",
        "America/Winnipeg,    -06:00, -05:00, -05:00, -05:00",
        "America/Regina,      -06:00, -06:00, -06:00, -06:00",
        "America/Whitehorse,  -07:00, -07:00, -07:00, -07:00",
        "America/Toronto,     -05:00, -04:00, -05:00, -04:00",
        "America/Halifax,     -04:00, -03:00, -04:00, -03:00",
        "America/St_Johns,    -03:30, -02:30, -03:30, -02:30",
    })
    void the_clocks_of_Canada_are_those_decided_on_in_2026(
            String id, String january2026, String july2026, String january, String july) {
        ZoneId zone = ZoneId.of(id);
        assertEquals(ZoneOffset.of(january2026), offset(zone, 2026, 1));
        assertEquals(ZoneOffset.of(july2026), offset(zone, 2026, 7));
        for (int year : new int[] {2027, 2037, 2038, 2040, 2099, 2150}) {
            assertEquals(ZoneOffset.of(january), offset(zone, year, 1), "January " + year);
            assertEquals(ZoneOffset.of(july), offset(zone, year, 7), "July " + year);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2026, 2037, 2038, 2045})
    void where_clocks_are_changed_spring_has_a_gap_and_autumn_an_overlap(int year) {
        LocalDateTime skipped =
                LocalDate.of(year, 3, 1).with(dayOfWeekInMonth(2, SUNDAY)).atTime(2, 30);
        LocalDateTime twice =
                LocalDate.of(year, 11, 1).with(firstInMonth(SUNDAY)).atTime(1, 30);

        assertEquals(List.of(), TORONTO.getRules().getValidOffsets(skipped));
        assertEquals(skipped.plusHours(1), skipped.atZone(TORONTO).toLocalDateTime());
        assertEquals(
                List.of(ZoneOffset.ofHours(-4), ZoneOffset.ofHours(-5)),
                TORONTO.getRules().getValidOffsets(twice));
        ZonedDateTime earlier = twice.atZone(TORONTO);
        assertEquals(
                earlier.toInstant().plusSeconds(3600),
                earlier.withLaterOffsetAtOverlap().toInstant());
        assertEquals(
                LocalDate.of(year, 11, 1)
                        .with(firstInMonth(SUNDAY))
                        .atStartOfDay(TORONTO)
                        .plusHours(25)
                        .toLocalDate(),
                twice.toLocalDate().plusDays(1));
    }

    @Test
    void British_Columbia_changed_its_clocks_for_the_last_time_in_March_2026() {
        LocalDateTime lastGap = LocalDateTime.of(2026, 3, 8, 2, 30);
        LocalDateTime noOverlap = LocalDateTime.of(2026, 11, 1, 1, 30);

        assertEquals(List.of(), VANCOUVER.getRules().getValidOffsets(lastGap));
        assertEquals(List.of(ZoneOffset.ofHours(-7)), VANCOUVER.getRules().getValidOffsets(noOverlap));
        assertEquals(null, VANCOUVER.getRules().nextTransition(noOverlap.toInstant(ZoneOffset.ofHours(-7))));
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Jerusalem,    2040-03-23T02:30", // the Friday before the last Sunday, written "Thursday, 26 h"
        "America/Nuuk,      2040-03-24T23:30", // the evening before the last Sunday, written "-1 h"
        "America/Santiago,  2040-09-02T00:30", // the midnight after the first Saturday from the 2nd on
        "Europe/Dublin,     2040-03-25T01:30", // winter time is the exception, in law and in the data
        "Australia/Sydney,  2040-10-07T02:30",
    })
    void odd_rules_of_other_countries_hold_in_the_far_future(String id, String skipped) {
        assertEquals(List.of(), ZoneId.of(id).getRules().getValidOffsets(LocalDateTime.parse(skipped)));
    }

    @Test
    void every_zone_that_the_JDK_knows_is_there_but_the_names_of_System_V() {
        Set<String> missing = new TreeSet<>(List.of(TimeZone.getAvailableIDs()));
        missing.removeAll(ZoneId.getAvailableZoneIds());
        missing.removeAll(ZoneId.SHORT_IDS.keySet());
        missing.removeIf(id -> id.startsWith("SystemV/"));

        assertEquals(Set.of(), missing);
        assertTrue(ZoneId.getAvailableZoneIds().size() > 590);
        assertTrue(ZoneId.getAvailableZoneIds().stream().noneMatch(id -> id.equals("localtime")));
    }

    @Test
    void an_unknown_zone_is_refused_as_java_time_refuses_it() {
        assertThrows(ZoneRulesException.class, () -> ZoneId.of("America/Atlantis"));
    }

    @Test
    void the_zone_of_the_machine_still_works_and_its_times_are_still_written() {
        ZoneId here = ZoneId.systemDefault();
        ZonedDateTime noon = ZonedDateTime.of(2026, 7, 1, 12, 0, 0, 0, here);

        assertEquals(
                TimeZone.getDefault().getOffset(noon.toInstant().toEpochMilli()) / 1000,
                noon.getOffset().getTotalSeconds());
        assertTrue(DateTimeFormatter.ISO_ZONED_DATE_TIME.format(noon).startsWith("2026-07-01T12:00:00"));
        assertEquals(
                "12:00 PM Eastern Daylight Time",
                DateTimeFormatter.ofPattern("h:mm a zzzz", Locale.US).format(noon.withZoneSameLocal(TORONTO)));
    }

    private static ZoneOffset offset(ZoneId zone, int year, int month) {
        return zone.getRules()
                .getOffset(LocalDateTime.of(year, month, 15, 12, 0).toInstant(ZoneOffset.UTC));
    }
}
