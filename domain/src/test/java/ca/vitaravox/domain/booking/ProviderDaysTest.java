package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.HOLIDAY;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static ca.vitaravox.domain.Reception.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.ProviderDays;
import ca.vitaravox.ports.booking.ProviderDays.Closed;
import ca.vitaravox.ports.booking.ProviderDays.Day;
import ca.vitaravox.ports.booking.ProviderDays.Part;
import ca.vitaravox.ports.booking.ProviderDays.Question;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Audience;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.Province;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What staff see of a provider's days. */
class ProviderDaysTest {
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final VisitTypeCode CHECKUP = new VisitTypeCode("checkup");

    private final Reception reception = new Reception();
    private final ProviderDays days = reception.desk.providerDays();

    private List<Day> days(ProviderId provider, LocalDate first, int many) {
        return days.of(new Question(clinic(), provider, first, many, CHECKUP, Language.ENGLISH));
    }

    private Clinic clinic() {
        return reception.clinics.clinic(CLINIC);
    }

    private Day day(LocalDate day) {
        return days(WEXFORD, day, 1).get(0);
    }

    private static long minutes(List<TimeRange> times) {
        return times.stream().mapToLong(each -> each.length().toMinutes()).sum();
    }

    private void closed(Closure... closures) {
        reception.settings(draft -> draft.closures = List.of(closures));
    }

    private static Closure part(LocalDate day, String from, String to, Optional<ProviderId> who) {
        return new Closure(
                day, day, Optional.of(new Closure.Hours(LocalTime.parse(from), LocalTime.parse(to))), "Training", who);
    }

    private static List<String> starts(List<TimeRange> times) {
        return times.stream()
                .map(each -> each.start().atZone(ZONE).toLocalTime().toString())
                .toList();
    }

    @Test
    void openings_are_those_that_callers_are_offered() {
        long working = minutes(day(WEDNESDAY).working());
        assertTrue(working > 0);
        assertEquals(working, minutes(day(WEDNESDAY).openings()));
        reception.staffBook(WEXFORD, ROBIN, WEDNESDAY, "09:05", 10);
        reception.pass(RecentReads.KEPT);

        Day booked = day(WEDNESDAY);

        assertEquals(1, booked.appointments().size());
        assertEquals(working - 15, minutes(booked.openings()));
        assertFalse(starts(booked.openings()).contains("09:00"));
        assertEquals("10:15", starts(day(MONDAY).openings()).get(0));
        assertEquals("06-01 10:15 101", new Searching(reception).first("call", Wish.any()));
    }

    @Test
    void what_a_call_holds_is_shown_and_no_opening() {
        reception.search("call");

        Day monday = day(MONDAY);

        assertEquals(
                List.of("10:00"),
                monday.blocks().stream()
                        .map(block -> starts(List.of(block.time())).get(0))
                        .toList());
        assertEquals("10:15", starts(monday.openings()).get(0));
    }

    @Test
    void a_booking_that_still_blocks_its_time_is_shown_once() {
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        Booking.Command command =
                new Booking.Command(reception.search("call").get(0).id(), ROBIN, Optional.empty(), true);
        reception.desk.booking().book(reception.call("call"), command);

        Day monday = day(MONDAY);

        assertEquals(List.of(), monday.blocks());
        assertEquals(1, monday.appointments().size());
        assertEquals(
                Optional.of("Castellan, Robin"), monday.appointments().get(0).name());
    }

    @Test
    void whom_callers_may_not_book_has_no_openings_whom_only_some_may_has() {
        assertEquals(List.of(), days(new ProviderId("103"), WEDNESDAY, 1).get(0).openings());
        reception.settings(draft -> draft.providers = draft.providers.stream()
                .map(each -> new Provider(
                        each.id(),
                        each.displayName(),
                        each.specialty(),
                        true,
                        true,
                        Map.of(CHECKUP, Audience.OWN_PATIENTS)))
                .toList());
        assertFalse(day(WEDNESDAY).openings().isEmpty());
        Question physical =
                new Question(clinic(), WEXFORD, WEDNESDAY, 1, new VisitTypeCode("physical"), Language.ENGLISH);
        assertEquals(List.of(), days.of(physical).get(0).openings());
    }

    @Test
    void a_closed_day_and_a_closed_part_of_one_have_no_openings_and_keep_what_is_booked() {
        reception.staffBook(WEXFORD, ROBIN, WEDNESDAY, "10:00", 15);
        closed(
                part(WEDNESDAY, "09:30", "11:00", Optional.empty()),
                new Closure(MONDAY, MONDAY, "Flood", Optional.of(WEXFORD)),
                new Closure(WEDNESDAY, WEDNESDAY, "Holiday", Optional.of(SETHI)));

        Day wednesday = day(WEDNESDAY);

        assertEquals(List.of("09:00", "09:15", "11:00", "11:15", "11:30", "11:45"), starts(wednesday.openings()));
        assertEquals(
                List.of("Training"),
                wednesday.closed().stream().map(Closed::reason).toList());
        assertFalse(wednesday.closed().get(0).wholeDay());
        assertTrue(wednesday.closes(wednesday.appointments().get(0).time()));
        assertTrue(day(MONDAY).closed().get(0).wholeDay());
        assertEquals(List.of(), day(MONDAY).openings());
        assertEquals(
                "09:00",
                starts(days(SETHI, WEDNESDAY.plusDays(1), 1).get(0).openings()).get(0));
    }

    @Test
    void a_statutory_holiday_is_named_in_the_language_asked_for() {
        reception.settings(draft -> draft.holidays = Optional.of(Province.ONTARIO));
        Question french = new Question(clinic(), WEXFORD, HOLIDAY, 1, CHECKUP, Language.FRENCH);
        Closed holiday = days.of(french).get(0).closed().get(0);
        assertEquals("Loon Day (fr)", holiday.reason());
        assertTrue(holiday.wholeDay() && holiday.closure().isEmpty());
    }

    @Test
    void beyond_the_horizon_and_in_the_past_nothing_is_open() {
        LocalDate last = MONDAY.plusDays(BookingPolicy.USUAL.horizonDays());
        reception.settings(draft -> draft.policy = BookingPolicy.USUAL);
        LocalDate weekday = last.getDayOfWeek().getValue() > 5 ? last.minusDays(2) : last;
        assertFalse(day(weekday).openings().isEmpty());
        assertEquals(List.of(), day(last.plusDays(1)).openings());
        assertEquals(List.of(), day(last.plusDays(3)).openings());
        assertEquals(List.of(), day(MONDAY.minusDays(3)).openings());
        assertFalse(day(MONDAY.minusDays(3)).working().isEmpty());
    }

    @Test
    void what_the_emr_does_not_tell_is_missing_and_the_rest_is_there() {
        reception.search("call");
        closed(part(MONDAY, "11:00", "12:00", Optional.empty()));
        reception.pass(RecentReads.KEPT);
        reception.emr.trouble(Request.DAY, Trouble.DOWN);

        Day monday = day(MONDAY);

        assertEquals(Set.of(Part.APPOINTMENTS, Part.OPENINGS), monday.missing());
        assertFalse(monday.working().isEmpty());
        assertEquals(1, monday.blocks().size());
        assertEquals(1, monday.closed().size());
        assertEquals(List.of(), monday.openings());
        reception.emr.trouble(Request.WORKING, Trouble.DOWN);
        reception.pass(RecentReads.KEPT);
        assertEquals(Set.of(Part.values()), day(MONDAY).missing());
    }

    @Test
    void an_emr_is_asked_once_for_a_provider_and_month_and_not_again_within_seconds() {
        LocalDate monday = LocalDate.of(2026, 6, 29);
        assertEquals(7, days(WEXFORD, monday, 7).size());
        assertEquals(2, reception.emr.count(Request.DAY));
        days(WEXFORD, monday, 7);
        assertEquals(2, reception.emr.count(Request.DAY));
        reception.pass(RecentReads.KEPT);
        days(WEXFORD, monday, 7);
        assertEquals(4, reception.emr.count(Request.DAY));
    }

    @Test
    void days_are_those_of_the_clinics_calendar_one_to_seven_of_them() {
        List<Day> week = days(WEXFORD, MONDAY, 7);
        assertEquals(7, week.size());
        week.forEach(day -> day.working()
                .forEach(time ->
                        assertEquals(day.day(), time.start().atZone(ZONE).toLocalDate())));
        assertThrows(IllegalArgumentException.class, () -> days(WEXFORD, MONDAY, 0));
        assertThrows(IllegalArgumentException.class, () -> days(WEXFORD, MONDAY, 8));
        assertThrows(NoSuchElementException.class, () -> days(new ProviderId("none"), MONDAY, 1));
        Question noType = new Question(clinic(), WEXFORD, MONDAY, 1, new VisitTypeCode("none"), Language.ENGLISH);
        assertThrows(NoSuchElementException.class, () -> days.of(noType));
    }
}
