package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.OpeningSearch.Result;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is offered where nothing is as wished. */
class OtherOpeningsTest {
    private static final LocalDate SATURDAY = MONDAY.plusDays(5);
    private static final LocalDate HORIZON = MONDAY.plusDays(60);

    private final Reception reception = new Reception();
    private final Searching searching = new Searching(reception);

    @Test
    void the_nearest_after_what_was_asked_for_are_offered_but_not_held() {
        assertEquals(
                List.of("06-08 09:00 101", "06-08 09:00 102", "06-08 09:15 101"),
                searching.alternatives("call", Wish.any().on(SATURDAY)));
        assertEquals(List.of(), searching.held());
    }

    @Test
    void another_time_of_the_day_is_offered_for_the_one_asked_for() {
        assertEquals(
                List.of("06-02 09:00 101", "06-02 09:00 102", "06-02 09:15 101"),
                searching.alternatives(
                        "call", Wish.any().from(MONDAY.plusDays(1)).at(PartOfDay.EVENING)));
    }

    @Test
    void another_weekday_is_offered_for_the_one_asked_for() {
        assertEquals(
                "06-01 10:00 101",
                searching.alternatives("call", Wish.any().on(DayOfWeek.SUNDAY)).get(0));
    }

    @Test
    void the_provider_asked_for_comes_before_others() {
        fill(WEXFORD, MONDAY, 1);
        assertEquals(
                List.of("06-02 09:00 101", "06-02 09:15 101", "06-02 09:30 101"),
                searching.alternatives("call", Wish.any().with(WEXFORD).on(MONDAY)));
    }

    @Test
    void other_providers_are_offered_for_one_who_has_nothing_left() {
        fill(WEXFORD, MONDAY, 61);
        assertEquals(
                List.of("06-01 10:00 102", "06-01 10:15 102", "06-01 10:30 102"),
                searching.alternatives("call", Wish.any().with(WEXFORD)));
    }

    @Test
    void where_nothing_follows_what_was_asked_for_earlier_days_are_offered() {
        fill(WEXFORD, HORIZON, 1);
        fill(SETHI, HORIZON, 1);
        assertEquals(
                List.of("06-01 10:00 101", "06-01 10:00 102", "06-01 10:15 101"),
                searching.alternatives("call", Wish.any().on(HORIZON)));
    }

    @Test
    void where_everything_is_taken_there_is_nothing_to_offer() {
        fill(WEXFORD, MONDAY, 61);
        fill(SETHI, MONDAY, 61);
        assertEquals(new Result.Nothing(List.of()), searching.find("call", Wish.any()));
    }

    private void fill(ProviderId provider, LocalDate first, int days) {
        first.datesUntil(first.plusDays(days)).forEach(day -> reception.staffBook(provider, NOA, day, "09:00", 180));
    }

    @Test
    void that_there_is_nothing_is_said_though_the_emr_falls_silent_before_anything_else_is_found() {
        fill(WEXFORD, MONDAY, 30);
        fill(SETHI, MONDAY, 30);
        reception.emr.before(
                Request.WORKING,
                () -> reception.emr.before(
                        Request.WORKING, () -> reception.emr.trouble(Request.WORKING, Trouble.SILENT)));
        assertEquals(
                new Result.Nothing(List.of()), searching.find("call", Wish.any().on(SATURDAY)));
    }

    @Test
    void what_is_offered_instead_can_be_booked() {
        reception.identified("call", NOA, IdentityLevel.CALLER_ID, Relationship.PARENT);
        Result.Nothing nothing = assertInstanceOf(
                Result.Nothing.class,
                searching.find("call", Wish.any().forPatient(NOA).on(SATURDAY)));
        BookableSlot second = nothing.alternatives().get(1);
        assertInstanceOf(
                Booking.Result.Booked.class,
                reception
                        .desk
                        .booking()
                        .book(reception.call("call"), new Booking.Command(second.id(), NOA, Optional.empty(), false)));
    }
}
