package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.OpeningSearch.Result;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.PatientLookup.ByPhone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishesForOpeningsTest {
    private static final LocalDate HORIZON = MONDAY.plusDays(60);

    private final Reception reception = new Reception();
    private final Searching searching = new Searching(reception);

    @Test
    void the_first_opening_lies_the_minimum_notice_ahead() {
        assertEquals("06-01 10:00 101", searching.first("call", Wish.any()));
        reception.pass(Duration.ofMillis(1));
        assertEquals("06-01 10:15 101", searching.first("call", Wish.any()));
    }

    @Test
    void callers_may_book_up_to_the_horizon_and_no_further() {
        assertEquals("07-31 09:00 101", searching.first("call", Wish.any().from(HORIZON)));
        assertEquals(
                new Result.OutsideWindow(MONDAY, HORIZON),
                searching.find("call", Wish.any().from(HORIZON.plusDays(1))));
        assertEquals(
                "07-31 09:00 101",
                searching.first("call", Wish.any().from(HORIZON).until(HORIZON.plusYears(1))));
    }

    @Test
    void what_lies_wholly_in_the_past_is_outside_and_what_reaches_today_is_not() {
        assertEquals(
                new Result.OutsideWindow(MONDAY, HORIZON),
                searching.find("call", Wish.any().until(MONDAY.minusDays(1))));
        assertEquals(
                "06-01 10:00 101",
                searching.first("call", Wish.any().from(MONDAY.minusDays(9)).until(MONDAY)));
    }

    @Test
    void only_the_days_asked_for_are_offered() {
        Wish tuesday = Wish.any().on(MONDAY.plusDays(1));
        assertTrue(searching.offered("call", tuesday).stream().allMatch(told -> told.startsWith("06-02")));
        assertEquals("06-03 09:00 101", searching.first("call", Wish.any().from(MONDAY.plusDays(2))));
    }

    @Test
    void only_the_weekdays_asked_for_are_offered() {
        assertEquals("06-03 09:00 101", searching.first("call", Wish.any().on(DayOfWeek.WEDNESDAY)));
        assertEquals("06-02 09:00 101", searching.first("call", Wish.any().on(DayOfWeek.FRIDAY, DayOfWeek.TUESDAY)));
    }

    @ParameterizedTest
    @CsvSource({
        "MORNING,   09:00, 11:45",
        "AFTERNOON, 12:00, 16:45",
        "EVENING,   17:00, 19:45",
        "ANY,       09:00, 19:45"
    })
    void the_part_of_the_day_is_that_of_the_start(PartOfDay part, LocalTime first, LocalTime last) {
        works(LocalTime.of(9, 0), LocalTime.of(20, 0));
        Wish tuesday = Wish.any().with(WEXFORD).on(MONDAY.plusDays(1)).at(part);
        List<LocalTime> starts = everyOpening(tuesday);
        assertEquals(first, starts.get(0));
        assertEquals(last, starts.get(starts.size() - 1));
    }

    /** Searched in call after call, each holding one. */
    private List<LocalTime> everyOpening(Wish wish) {
        List<LocalTime> starts = new ArrayList<>();
        Result result = searching.findFromOwnNumber(0, wish);
        for (int i = 1; result instanceof Result.Offered offered; i++) {
            starts.add(offered.slots().get(0).start().toLocalTime());
            result = searching.findFromOwnNumber(i, wish);
        }
        return starts;
    }

    @Test
    void a_long_visit_ends_when_the_shift_does() {
        works(LocalTime.of(9, 0), LocalTime.of(10, 0));
        Wish tuesday = Wish.any().with(WEXFORD).on(MONDAY.plusDays(1)).visit("physical");
        assertEquals(List.of("06-02 09:00 101", "06-02 09:15 101"), searching.offered("call", tuesday));
    }

    private void works(LocalTime from, LocalTime to) {
        reception.emr.save(Reception.CLINIC, WEXFORD, List.of(new WeeklyShift(DayOfWeek.TUESDAY, from, to, Set.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"physical", "Physical", "annual physical", "Annual-Physical", " ANNUAL  physical ", "Phýsical"})
    void a_visit_type_is_known_by_code_and_alias_however_written(String said) {
        BookableSlot slot = searching.slots("call", Wish.any().visit(said)).get(0);
        assertEquals(new VisitTypeCode("physical"), slot.visitType().code());
        assertEquals(Duration.ofMinutes(45), slot.visitType().length());
    }

    @Test
    void without_a_visit_type_it_is_the_clinics_default() {
        assertEquals(
                new VisitTypeCode("checkup"),
                searching.slots("call", Wish.any()).get(0).visitType().code());
    }

    @Test
    void an_unknown_visit_type_is_answered_with_those_there_are() {
        Result.VisitTypeUnknown unknown = assertInstanceOf(
                Result.VisitTypeUnknown.class, searching.find("call", Wish.any().visit("surgery")));
        assertEquals(
                List.of("checkup", "physical"),
                unknown.known().stream()
                        .map(VisitType::code)
                        .map(VisitTypeCode::value)
                        .toList());
    }

    @Test
    void a_shift_for_certain_visit_types_is_open_to_those_alone() {
        VisitTypeCode physical = new VisitTypeCode("physical");
        reception.emr.save(
                Reception.CLINIC,
                WEXFORD,
                List.of(new WeeklyShift(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(10, 0), Set.of(physical))));
        Wish tuesday = Wish.any().with(WEXFORD).on(MONDAY.plusDays(1));
        assertEquals(
                List.of(),
                searching.alternatives("call", tuesday).stream()
                        .filter(told -> told.endsWith("101"))
                        .toList());
        assertEquals("06-02 09:00 101", searching.first("call", tuesday.visit("physical")));
    }

    @Test
    void on_a_tie_the_patients_own_provider_comes_first() {
        ByPhone robin = new ByPhone(
                Optional.empty(), Optional.of("Robin"), Optional.empty(), Optional.empty(), Relationship.SELF);
        reception.desk.patientLookup().byPhone(reception.call("call"), robin);
        assertEquals(
                List.of("06-01 10:00 102", "06-01 10:00 101", "06-01 10:15 102"),
                searching.offered("call", Wish.any().forPatient(ROBIN)));
        reception.staffBook(SETHI, Reception.NOA, MONDAY.plusDays(1), "09:00", 15);
        assertEquals(
                "06-02 09:00 101",
                searching.first("call", Wish.any().forPatient(ROBIN).from(MONDAY.plusDays(1))));
    }
}
