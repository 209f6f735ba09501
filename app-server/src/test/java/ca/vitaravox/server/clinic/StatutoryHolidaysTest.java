package ca.vitaravox.server.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Province;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Against the lists of the provinces: the Employment Standards Act of British Columbia (section 1, "statutory holiday"),
 * Alberta's Employment Standards Code (section 25, general holidays), Ontario's Employment Standards Act, 2000 (section
 * 1, public holidays).
 */
class StatutoryHolidaysTest {
    private static final List<String> EVERYWHERE_2026 = List.of(
            "2026-01-01 New Year’s Day",
            "2026-02-16 Family Day",
            "2026-04-03 Good Friday",
            "2026-05-18 Victoria Day",
            "2026-07-01 Canada Day",
            "2026-09-07 Labour Day",
            "2026-10-12 Thanksgiving",
            "2026-12-25 Christmas Day");
    private static final List<String> EVERYWHERE_2027 = List.of(
            "2027-01-01 New Year’s Day",
            "2027-02-15 Family Day",
            "2027-03-26 Good Friday",
            "2027-05-24 Victoria Day",
            "2027-07-01 Canada Day",
            "2027-09-06 Labour Day",
            "2027-10-11 Thanksgiving",
            "2027-12-25 Christmas Day");
    private static final Map<Province, List<String>> BESIDES = Map.of(
            Province.BRITISH_COLUMBIA,
            List.of(
                    "2026-08-03 British Columbia Day",
                    "2026-09-30 National Day for Truth and Reconciliation",
                    "2026-11-11 Remembrance Day",
                    "2027-08-02 British Columbia Day",
                    "2027-09-30 National Day for Truth and Reconciliation",
                    "2027-11-11 Remembrance Day"),
            Province.ALBERTA,
            List.of("2026-11-11 Remembrance Day", "2027-11-11 Remembrance Day"),
            Province.ONTARIO,
            List.of("2026-12-26 Boxing Day", "2027-12-26 Boxing Day"));

    private final StatutoryHolidays holidays = new StatutoryHolidays(Runnable::run);

    private Stream<String> between(Province province, LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .flatMap(day -> holidays.on(province, day, Language.ENGLISH).map(name -> day + " " + name).stream());
    }

    @ParameterizedTest
    @EnumSource
    void of_2026_and_2027_there_are_those_of_the_law_and_no_others(Province province) {
        assertEquals(
                Stream.of(EVERYWHERE_2026, EVERYWHERE_2027, BESIDES.get(province))
                        .flatMap(List::stream)
                        .sorted()
                        .toList(),
                between(province, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31))
                        .sorted()
                        .toList());
    }

    /** Holidays Act (Canada), section 2. */
    @ParameterizedTest
    @EnumSource
    void canada_day_moves_from_a_sunday_to_the_monday_and_from_a_saturday_nowhere(Province province) {
        assertEquals(
                List.of("2029-07-02 Canada Day"),
                between(province, LocalDate.of(2029, 6, 30), LocalDate.of(2029, 7, 3))
                        .toList());
        assertEquals(
                List.of("2028-07-01 Canada Day"),
                between(province, LocalDate.of(2028, 6, 30), LocalDate.of(2028, 7, 4))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void for_fifty_years_each_year_has_as_many_and_each_has_a_name(Province province) {
        for (int year = 2024; year < 2074; year++) {
            long many = between(province, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                    .count();
            assertEquals(province == Province.BRITISH_COLUMBIA ? 11 : 9, many, "" + year);
        }
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, British Columbia Day", "FRENCH, jour de la Colombie-Britannique", "CHINESE, 卑诗省日"})
    void a_holiday_is_spoken_in_the_language_of_the_call(Language language, String name) {
        assertEquals(Optional.of(name), holidays.on(Province.BRITISH_COLUMBIA, LocalDate.of(2026, 8, 3), language));
    }

    @Test
    void every_name_is_spoken_in_every_language() {
        for (HolidayName name : HolidayName.values()) {
            for (Language language : Language.values()) {
                assertTrue(
                        !name.spoken(language).isBlank()
                                && name.spoken(language).length() <= 60,
                        name.name());
            }
        }
    }
}
