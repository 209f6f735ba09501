package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a search reads of the EMR, and what it need not read again. */
class RecentReadsTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final Reception reception = new Reception();
    private final Searching searching = new Searching(reception);
    private final Requests requests = new Requests(reception);

    @BeforeEach
    void anything_may_be_booked_at_once() {
        reception.policy(new BookingPolicy(15, Duration.ZERO, Duration.ZERO, 60, 9));
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
    }

    @Test
    void a_search_repeated_within_five_seconds_reads_nothing() {
        assertEquals(4, requests.ofSearch(Wish.any().forPatient(ROBIN)));
        reception.pass(Duration.ofSeconds(5).minus(MOMENT));
        assertEquals(0, requests.ofSearch(Wish.any().forPatient(ROBIN)));
        reception.pass(MOMENT);
        assertEquals(4, requests.ofSearch(Wish.any().forPatient(ROBIN)));
    }

    @Test
    void five_seconds_count_from_when_the_reading_began() {
        reception.emr.before(Request.DAY, () -> reception.pass(Duration.ofSeconds(2)));
        searching.find("call", Wish.any().with(WEXFORD));
        reception.emr.before(Request.DAY, () -> {});
        reception.pass(Duration.ofSeconds(3));
        assertEquals(2, requests.ofSearch(Wish.any().with(WEXFORD)));
    }

    @Test
    void a_clock_that_was_set_back_makes_nothing_last_longer() {
        searching.find("call", Wish.any());
        reception.pass(Duration.ofHours(-1));
        assertEquals(3, requests.ofSearch(Wish.any()));
    }

    @Test
    void a_search_that_is_narrowed_reads_nothing_more() {
        searching.find("call", Wish.any());
        assertEquals(0, requests.ofSearch(Wish.any().with(SETHI).at(PartOfDay.MORNING)));
        assertEquals(0, requests.ofSearch(Wish.any().visit("physical").until(MONDAY.plusDays(20))));
    }

    @Test
    void a_search_for_more_providers_reads_of_the_others_only() {
        searching.find("call", Wish.any().with(WEXFORD));
        List<ProviderId> read = new ArrayList<>();
        TwistedEmr emr = new TwistedEmr(reception);
        emr.day = answer -> {
            answer.forEach(appointment -> read.add(appointment.provider()));
            return answer;
        };
        reception.staffBook(WEXFORD, NOA, TUESDAY, "09:00", 15);
        reception.staffBook(SETHI, NOA, TUESDAY, "09:00", 15);
        FrontDesk desk = emr.desk();
        desk.openingSearch()
                .find(reception.call("call"), Wish.any().with(WEXFORD).query());
        desk.openingSearch().find(reception.call("call"), Wish.any().query());
        assertEquals(List.of(WEXFORD, SETHI), read);
    }

    @Test
    void another_clinic_another_patient_and_other_days_are_read() {
        searching.find("call", Wish.any().forPatient(ROBIN));
        reception.identified("call", NOA, IdentityLevel.VERIFIED, Relationship.PARENT);
        assertEquals(1, requests.ofSearch(Wish.any().forPatient(NOA)));
        assertEquals(3, requests.ofSearch(Wish.any().from(TUESDAY)));
    }

    @Test
    void each_month_of_each_provider_is_read_once_and_no_further_than_needed() {
        assertEquals(2, requests.daysReadBy(Wish.any()));
        fillAll(MONDAY, LocalDate.of(2026, 6, 30));
        reception.pass(RecentReads.KEPT);
        assertEquals(4, requests.daysReadBy(Wish.any()));
        fillAll(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31));
        reception.pass(RecentReads.KEPT);
        assertEquals(4, requests.daysReadBy(Wish.any()));
        fillAll(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 9, 30));
        reception.pass(RecentReads.KEPT);
        reception.policy(new BookingPolicy(15, Duration.ZERO, Duration.ZERO, 91, 9));
        assertEquals(6, requests.daysReadBy(Wish.any()));
    }

    @Test
    void a_search_that_finds_nothing_as_wished_reads_no_month_twice_for_what_it_offers_instead() {
        fillAll(MONDAY, LocalDate.of(2026, 6, 30));
        assertEquals(2, requests.daysReadBy(Wish.any().with(WEXFORD).on(TUESDAY)));
    }

    private void fillAll(LocalDate first, LocalDate last) {
        first.datesUntil(last.plusDays(1)).forEach(day -> {
            reception.staffBook(WEXFORD, NOA, day, "09:00", 180);
            reception.staffBook(SETHI, NOA, day, "09:00", 180);
        });
    }

    @Test
    void whom_callers_may_book_is_told_from_what_a_search_read() {
        searching.find("call", Wish.any());
        assertEquals(
                0,
                requests.of(() -> reception
                        .desk
                        .providerList()
                        .list(reception.call("call"), Optional.empty(), Optional.empty())));
    }
}
