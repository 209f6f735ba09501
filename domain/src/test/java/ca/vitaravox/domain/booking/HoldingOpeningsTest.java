package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.OpeningSearch.Result;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldingOpeningsTest {
    private final Reception reception = new Reception();
    private final Searching searching = new Searching(reception);

    @BeforeEach
    void two_patients_are_identified() {
        reception.identified("call", ROBIN, IdentityLevel.CALLER_ID, Relationship.SELF);
        reception.identified("call", NOA, IdentityLevel.CALLER_ID, Relationship.PARENT);
    }

    @Test
    void the_earliest_three_are_offered_and_the_first_is_held() {
        Result.Offered offered = assertInstanceOf(Result.Offered.class, searching.find("call", Wish.any()));
        assertEquals(List.of("06-01 10:00 101", "06-01 10:00 102", "06-01 10:15 101"), Searching.told(offered.slots()));
        assertEquals(List.of("call 101"), searching.held());
        assertEquals(Optional.of(reception.now.get().plus(HoldLedger.HOLD)), offered.heldUntil());
    }

    @Test
    void what_is_held_is_offered_to_no_other_call_until_it_runs_out() {
        searching.find("call", Wish.any());
        assertEquals("06-01 10:00 102", searching.first("other", Wish.any()));
        assertEquals("06-01 10:15 101", searching.first("third", Wish.any()));
        reception.pass(HoldLedger.HOLD.minusMillis(1));
        assertEquals("06-01 10:15 102", searching.first("fourth", Wish.any().on(MONDAY)));
        reception.pass(Duration.ofMillis(1));
        assertEquals("06-02 09:00 101", searching.first("fifth", Wish.any().from(MONDAY.plusDays(1))));
        assertEquals(List.of("fifth 101", "fourth 102"), searching.held());
    }

    @Test
    void a_new_search_replaces_the_hold() {
        searching.find("call", Wish.any());
        searching.find("call", Wish.any().with(SETHI));
        assertEquals(List.of("call 102"), searching.held());
        assertEquals("06-01 10:00 101", searching.first("other", Wish.any()));
    }

    @Test
    void the_calls_own_hold_is_no_obstacle_to_its_search() {
        assertEquals(searching.offered("call", Wish.any()), searching.offered("call", Wish.any()));
    }

    @Test
    void a_search_for_one_patient_leaves_the_hold_for_another() {
        searching.find("call", Wish.any().forPatient(ROBIN));
        assertEquals("06-01 10:00 102", searching.first("call", Wish.any().forPatient(NOA)));
        assertEquals(List.of("call 101", "call 102"), searching.held());
        searching.find("call", Wish.any().with(WEXFORD).forPatient(NOA));
        assertEquals(List.of("call 101", "call 101"), searching.held());
    }

    @Test
    void a_search_for_nobody_in_particular_replaces_every_hold_of_the_call() {
        searching.find("call", Wish.any().forPatient(ROBIN));
        searching.find("call", Wish.any().forPatient(NOA));
        searching.find("call", Wish.any());
        assertEquals(List.of("call 101"), searching.held());
    }

    @Test
    void a_search_for_a_patient_replaces_the_hold_for_nobody_in_particular() {
        searching.find("call", Wish.any());
        searching.find("call", Wish.any().with(SETHI).forPatient(ROBIN));
        assertEquals(List.of("call 102"), searching.held());
    }

    @Test
    void only_a_patient_of_this_call_is_searched_for() {
        assertEquals(
                new Result.NotIdentified(), searching.find("other", Wish.any().forPatient(ROBIN)));
        assertEquals(List.of(), searching.held());
    }

    @Test
    void a_search_that_fails_keeps_the_hold() {
        searching.find("call", Wish.any());
        reception.pass(RecentReads.KEPT);
        reception.emr.trouble(Trouble.SILENT);
        assertEquals(new Result.EmrUnavailable(), searching.find("call", Wish.any()));
        assertEquals(List.of("call 101"), searching.held());
    }

    @Test
    void where_another_call_is_quicker_the_next_is_held() {
        reception.emr.before(Request.DAY, () -> {
            reception.emr.before(Request.DAY, () -> {});
            assertEquals("06-01 10:00 101", searching.first("other", Wish.any()));
        });
        assertEquals("06-01 10:00 102", searching.first("call", Wish.any()));
        assertEquals(List.of("call 102", "other 101"), searching.held());
    }

    @Test
    void beyond_what_a_number_may_hold_openings_are_offered_unheld_and_can_be_booked() {
        for (int i = 0; i < HoldLedger.MOST_PER_NUMBER; i++) {
            searching.find("call" + i, Wish.any());
        }
        assertEquals(HoldLedger.MOST_PER_NUMBER, searching.held().size());
        reception.identified("call", ROBIN, IdentityLevel.CALLER_ID, Relationship.SELF);
        Result.Offered offered = assertInstanceOf(
                Result.Offered.class, searching.find("call", Wish.any().forPatient(ROBIN)));
        assertEquals(Optional.empty(), offered.heldUntil());
        assertEquals(HoldLedger.MOST_PER_NUMBER, searching.held().size());
        assertInstanceOf(
                Booking.Result.Booked.class,
                reception
                        .desk
                        .booking()
                        .book(
                                reception.call("call"),
                                new Booking.Command(offered.slots().get(0).id(), ROBIN, Optional.empty(), false)));
    }
}
