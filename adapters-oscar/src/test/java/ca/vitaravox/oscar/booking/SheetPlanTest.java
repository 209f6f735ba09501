package ca.vitaravox.oscar.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.clinic.ProviderId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetPlanTest {
    private static final Set<ProviderId> ONE = Set.of(new ProviderId("101"));

    private static List<String> asked(boolean lengths, LocalDate first, LocalDate last) {
        return new SheetPlan(lengths)
                .readings(ONE, first, last).stream()
                        .map(reading -> reading.request().path().replaceFirst("/schedule/", ""))
                        .toList();
    }

    /** OSCAR's months begin at 0 and lack their last day. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-11-24, 101/day/2026-11-24",
        "2026-11-30, 2026-11-30, 101/day/2026-11-30",
        "2026-11-24, 2026-11-25, fetchMonthly/101/2026/10",
        "2026-11-01, 2026-11-29, fetchMonthly/101/2026/10",
        "2026-11-29, 2026-11-30, fetchMonthly/101/2026/10 101/day/2026-11-30",
        "2026-12-30, 2027-01-01, fetchMonthly/101/2026/11 101/day/2026-12-31 101/day/2027-01-01",
        "2026-12-31, 2027-01-02, 101/day/2026-12-31 fetchMonthly/101/2027/0",
        "2028-02-28, 2028-02-29, fetchMonthly/101/2028/1 101/day/2028-02-29",
        "2027-02-28, 2027-02-28, 101/day/2027-02-28",
    })
    void as_little_is_asked_as_tells_every_day(LocalDate first, LocalDate last, String requests) {
        assertEquals(List.of(requests.split(" ")), asked(true, first, last));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-11-24, fetchMonthly/101/2026/10",
        "2026-11-30, 2026-11-30, 101/day/2026-11-30",
        "2026-11-29, 2026-11-30, fetchMonthly/101/2026/10 101/day/2026-11-30",
        "2026-12-31, 2027-01-01, 101/day/2026-12-31 fetchMonthly/101/2027/0",
    })
    void where_day_sheets_tell_no_lengths_they_are_asked_for_only_where_months_end(
            LocalDate first, LocalDate last, String requests) {
        assertEquals(List.of(requests.split(" ")), asked(false, first, last));
    }
}
