package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hours in which only some visit types may be booked: a physical takes 45 minutes, a check-up 15. */
class HoursPerVisitTypeTest {
    private static final VisitTypeCode CHECKUP = new VisitTypeCode("checkup");
    private static final VisitTypeCode PHYSICAL = new VisitTypeCode("physical");

    private final Reception reception = new Reception();
    private final Searching searching = new Searching(reception);

    /** Quarters of an hour of every Monday from ten on: {@code P} for physicals, {@code C} for check-ups, {@code *} for all. */
    private void quarters(String cells) {
        List<WeeklyShift> shifts = new ArrayList<>();
        for (int cell = 0; cell < cells.length(); cell++) {
            Set<VisitTypeCode> allowed = cells.charAt(cell) == 'P'
                    ? Set.of(PHYSICAL)
                    : cells.charAt(cell) == 'C' ? Set.of(CHECKUP) : Set.of();
            LocalTime from = LocalTime.of(10, 0).plusMinutes(15L * cell);
            shifts.add(new WeeklyShift(MONDAY.getDayOfWeek(), from, from.plusMinutes(15), allowed));
        }
        reception.emr.save(CLINIC, WEXFORD, shifts);
    }

    private List<String> offered(String visitType) {
        return searching.offered(
                "call", Wish.any().visit(visitType).with(WEXFORD).on(MONDAY));
    }

    private List<String> insteadOf(String visitType) {
        return searching.alternatives(
                "call", Wish.any().visit(visitType).with(WEXFORD).on(MONDAY));
    }

    @Test
    void a_long_visit_is_offered_where_enough_cells_in_a_row_allow_it() {
        quarters("CPPPPC");
        assertEquals(List.of("06-01 10:15 101", "06-01 10:30 101"), offered("physical"));
        assertEquals(List.of("06-01 10:00 101", "06-01 11:15 101"), offered("checkup"));
    }

    @Test
    void cells_for_everything_count_for_a_long_visit_too() {
        quarters("P*PC");
        assertEquals(List.of("06-01 10:00 101"), offered("physical"));
        assertEquals(List.of("06-01 10:15 101", "06-01 10:45 101"), offered("checkup"));
    }

    @Test
    void one_cell_too_few_or_another_between_is_not_enough() {
        quarters("PPCPP");
        assertEquals(
                List.of(),
                insteadOf("physical").stream()
                        .filter(each -> each.endsWith(WEXFORD.value()))
                        .toList(),
                "on no Monday");
    }
}
