package ca.vitaravox.domain.clinic;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.HOLIDAY;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicStatus;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.ports.clinic.Province;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Open on weekdays from nine to noon, in Toronto. */
class ClinicDeskTest {
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);

    private final Reception reception = new Reception();

    private ClinicStatus status() {
        return reception.desk.clinicInfo().status(CLINIC, Language.FRENCH);
    }

    private void at(LocalDate day, String time) {
        reception.now.set(Reception.at(day, time));
    }

    private void assertOpen() {
        assertEquals(true, status().open());
        assertEquals(Optional.empty(), status().opensNext());
    }

    private void assertClosedUntil(LocalDate day, String time) {
        assertEquals(false, status().open());
        assertEquals(
                Optional.of(LocalDateTime.of(day, LocalTime.parse(time)).atZone(Reception.ZONE)), status().opensNext());
    }

    @Test
    void it_is_open_from_the_first_moment_of_its_hours_to_before_the_last() {
        at(MONDAY, "09:00");
        reception.pass(Duration.ofMillis(-1));
        assertClosedUntil(MONDAY, "09:00");
        at(MONDAY, "09:00");
        assertOpen();
        at(MONDAY, "11:59:59.999");
        assertOpen();
        at(MONDAY, "12:00");
        assertClosedUntil(MONDAY.plusDays(1), "09:00");
    }

    @Test
    void over_the_weekend_it_opens_next_on_monday() {
        at(FRIDAY, "12:00");
        assertClosedUntil(MONDAY.plusDays(7), "09:00");
    }

    @Test
    void after_a_break_at_noon_it_opens_the_same_day() {
        hours(List.of(
                new OpenHours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                new OpenHours(LocalTime.of(13, 0), LocalTime.of(17, 0))));
        at(MONDAY, "12:30");
        assertClosedUntil(MONDAY, "13:00");
        at(MONDAY, "13:00");
        assertOpen();
    }

    @Test
    void on_a_day_off_it_is_closed_and_says_why() {
        closed(new Closure(MONDAY, MONDAY.plusDays(1), "Flood", Optional.empty()));
        at(MONDAY, "10:00");
        assertClosedUntil(MONDAY.plusDays(2), "09:00");
        assertEquals(Optional.of("Flood"), status().closedBecause());
        at(MONDAY.plusDays(2), "10:00");
        assertOpen();
        assertEquals(Optional.empty(), status().closedBecause());
    }

    @Test
    void a_provider_who_is_away_closes_no_clinic() {
        closed(new Closure(MONDAY, MONDAY, "Holiday", Optional.of(WEXFORD)));
        at(MONDAY, "10:00");
        assertOpen();
        assertEquals(Optional.empty(), status().closedBecause());
    }

    @Test
    void a_clinic_that_opens_within_two_weeks_says_when_and_another_does_not() {
        at(MONDAY, "12:00");
        closed(new Closure(MONDAY.plusDays(1), MONDAY.plusDays(13), "Holiday", Optional.empty()));
        assertClosedUntil(MONDAY.plusDays(14), "09:00");
        closed(new Closure(MONDAY.plusDays(1), MONDAY.plusDays(14), "Holiday", Optional.empty()));
        assertEquals(false, status().open());
        assertEquals(Optional.empty(), status().opensNext());
    }

    @Test
    void a_clinic_without_hours_is_never_open() {
        reception.settings(draft -> draft.hours = Map.of());
        assertEquals(false, status().open());
        assertEquals(Optional.empty(), status().opensNext());
    }

    @Test
    void on_the_day_clocks_go_forward_it_opens_by_the_new_time() {
        LocalDate sunday = LocalDate.of(2026, 3, 8);
        hours(List.of(new OpenHours(LocalTime.of(9, 0), LocalTime.of(12, 0))));
        reception.now.set(Instant.parse("2026-03-08T06:59:00Z")); // 01:59 in winter
        assertClosedUntil(sunday, "09:00");
        assertEquals(
                Instant.parse("2026-03-08T13:00:00Z"),
                status().opensNext().orElseThrow().toInstant());
        reception.now.set(Instant.parse("2026-03-08T13:00:00Z"));
        assertOpen();
        reception.now.set(Instant.parse("2026-03-08T12:59:59Z"));
        assertEquals(false, status().open());
    }

    @Test
    void on_the_day_clocks_go_back_it_opens_by_the_new_time() {
        hours(List.of(new OpenHours(LocalTime.of(9, 0), LocalTime.of(12, 0))));
        reception.now.set(Instant.parse("2026-11-01T05:30:00Z")); // 01:30 for the first time
        assertEquals(
                Instant.parse("2026-11-01T14:00:00Z"),
                status().opensNext().orElseThrow().toInstant());
        reception.now.set(Instant.parse("2026-11-01T13:30:00Z")); // 08:30, an hour later than the day before
        assertEquals(false, status().open());
    }

    @Test
    void it_goes_by_its_own_zone() {
        reception.now.set(Instant.parse("2026-06-01T12:59:00Z"));
        assertEquals(false, status().open());
        reception.now.set(Instant.parse("2026-06-01T13:00:00Z"));
        assertOpen();
    }

    @Test
    void there_is_no_default_clinic() {
        ClinicId unknown = new ClinicId("unknown");
        assertThrows(
                NoSuchElementException.class, () -> reception.desk.clinicInfo().status(unknown, Language.ENGLISH));
        assertThrows(
                NoSuchElementException.class, () -> reception.desk.clinicInfo().clinic(unknown));
    }

    @Test
    void on_a_holiday_of_the_province_it_observes_it_is_closed_and_says_which() {
        at(HOLIDAY, "10:00");
        assertOpen();
        reception.settings(draft -> draft.holidays = Optional.of(Province.ALBERTA));
        assertOpen();
        reception.settings(draft -> draft.holidays = Optional.of(Province.ONTARIO));
        assertClosedUntil(HOLIDAY.plusDays(1), "09:00");
        assertEquals(Optional.of("Loon Day (fr)"), status().closedBecause());
        at(MONDAY, "12:00");
        assertClosedUntil(HOLIDAY.plusDays(1), "09:00");
        assertEquals(Optional.empty(), status().closedBecause());
    }

    @Test
    void its_own_words_for_a_closure_go_before_the_holidays_name() {
        at(HOLIDAY, "10:00");
        reception.settings(draft -> draft.holidays = Optional.of(Province.ONTARIO));
        closed(new Closure(MONDAY, FRIDAY, "Flood", Optional.empty()));
        assertEquals(Optional.of("Flood"), status().closedBecause());
    }

    private static Closure part(LocalDate first, LocalDate last, String from, String to) {
        return new Closure(
                first,
                last,
                Optional.of(new Closure.Hours(LocalTime.parse(from), LocalTime.parse(to))),
                "Training",
                Optional.empty());
    }

    @Test
    void in_a_closed_part_of_a_day_it_is_closed_and_says_why_and_around_it_open() {
        closed(part(MONDAY, MONDAY, "10:00", "11:00"));
        at(MONDAY, "09:59");
        assertOpen();
        assertEquals(Optional.empty(), status().closedBecause());
        at(MONDAY, "10:00");
        assertClosedUntil(MONDAY, "11:00");
        assertEquals(Optional.of("Training"), status().closedBecause());
        at(MONDAY, "11:00");
        assertOpen();
        at(MONDAY, "12:00");
        assertClosedUntil(MONDAY.plusDays(1), "09:00");
        assertEquals(Optional.empty(), status().closedBecause());
    }

    @Test
    void a_part_that_is_closed_from_the_beginning_or_to_the_end_moves_when_it_opens_next() {
        closed(part(MONDAY, MONDAY.plusDays(1), "00:00", "10:00"));
        at(MONDAY, "08:00");
        assertClosedUntil(MONDAY, "10:00");
        at(MONDAY, "12:00");
        assertClosedUntil(MONDAY.plusDays(1), "10:00");
        closed(part(MONDAY, MONDAY.plusDays(1), "08:00", "00:00"));
        at(MONDAY, "10:00");
        assertClosedUntil(MONDAY.plusDays(2), "09:00");
    }

    private void closed(Closure closure) {
        reception.settings(draft -> draft.closures = List.of(closure));
    }

    /** These on every day of the week. */
    private void hours(List<OpenHours> hours) {
        reception.settings(draft ->
                draft.hours = List.of(DayOfWeek.values()).stream().collect(Collectors.toMap(day -> day, day -> hours)));
    }
}
