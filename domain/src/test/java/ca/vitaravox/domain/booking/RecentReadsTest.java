package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a search reads of the EMR, and what it need not read again. */
class RecentReadsTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final Reception reception = new Reception();
    private final Searching searching = new Searching(reception);

    @BeforeEach
    void anything_may_be_booked_at_once() {
        reception.policy(new BookingPolicy(15, Duration.ZERO, Duration.ZERO, 60, 9));
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
    }

    private int requests() {
        return List.of(Request.DAY, Request.WORKING, Request.PATIENT).stream()
                .mapToInt(reception.emr::count)
                .sum();
    }

    /** How many requests something makes. */
    private int requestsOf(Runnable something) {
        int before = requests();
        something.run();
        return requests() - before;
    }

    private int requestsOfSearch(Wish wish) {
        return requestsOf(() -> searching.find("call", wish));
    }

    @Test
    void a_search_repeated_within_five_seconds_reads_nothing() {
        assertEquals(3, requestsOfSearch(Wish.any().forPatient(ROBIN)));
        reception.pass(Duration.ofSeconds(5).minus(MOMENT));
        assertEquals(0, requestsOfSearch(Wish.any().forPatient(ROBIN)));
        reception.pass(MOMENT);
        assertEquals(3, requestsOfSearch(Wish.any().forPatient(ROBIN)));
    }

    @Test
    void five_seconds_count_from_when_the_reading_began() {
        reception.emr.before(Request.DAY, () -> reception.pass(Duration.ofSeconds(2)));
        searching.find("call", Wish.any());
        reception.emr.before(Request.DAY, () -> {});
        reception.pass(Duration.ofSeconds(3));
        assertEquals(2, requestsOfSearch(Wish.any()));
    }

    @Test
    void a_clock_that_was_set_back_makes_nothing_last_longer() {
        searching.find("call", Wish.any());
        reception.pass(Duration.ofHours(-1));
        assertEquals(2, requestsOfSearch(Wish.any()));
    }

    @Test
    void a_search_that_is_narrowed_reads_nothing_more() {
        searching.find("call", Wish.any());
        assertEquals(0, requestsOfSearch(Wish.any().with(SETHI).at(PartOfDay.MORNING)));
        assertEquals(0, requestsOfSearch(Wish.any().visit("physical").until(MONDAY.plusDays(20))));
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
        assertEquals(1, requestsOfSearch(Wish.any().forPatient(NOA)));
        assertEquals(2, requestsOfSearch(Wish.any().from(TUESDAY)));
    }

    @Test
    void each_month_is_read_once_and_no_further_than_needed() {
        assertEquals(1, daysReadBy(Wish.any()));
        fillAll(MONDAY, LocalDate.of(2026, 6, 30));
        reception.pass(RecentReads.KEPT);
        assertEquals(2, daysReadBy(Wish.any()));
        fillAll(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31));
        reception.pass(RecentReads.KEPT);
        assertEquals(2, daysReadBy(Wish.any()));
        fillAll(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 9, 30));
        reception.pass(RecentReads.KEPT);
        reception.policy(new BookingPolicy(15, Duration.ZERO, Duration.ZERO, 91, 9));
        assertEquals(3, daysReadBy(Wish.any()));
    }

    @Test
    void a_search_that_finds_nothing_as_wished_reads_no_month_twice_for_what_it_offers_instead() {
        fillAll(MONDAY, LocalDate.of(2026, 6, 30));
        assertEquals(2, daysReadBy(Wish.any().with(WEXFORD).on(TUESDAY)));
    }

    private int daysReadBy(Wish wish) {
        int before = reception.emr.count(Request.DAY);
        searching.find("call", wish);
        return reception.emr.count(Request.DAY) - before;
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
                requestsOf(() -> reception
                        .desk
                        .providerList()
                        .list(reception.call("call"), Optional.empty(), Optional.empty())));
    }

    @Test
    void what_failed_to_be_read_is_not_remembered() {
        reception.emr.trouble(Request.DAY, Trouble.SILENT);
        searching.find("call", Wish.any());
        reception.emr.trouble(Request.DAY, Trouble.NONE);
        assertEquals("06-01 09:00 101", searching.first("call", Wish.any()));
    }

    @Test
    void what_other_calls_hold_is_seen_at_once_all_the_same() {
        assertEquals("06-01 09:00 101", searching.first("call", Wish.any()));
        assertEquals("06-01 09:00 102", searching.first("other", Wish.any()));
        assertEquals(1, reception.emr.count(Request.DAY));
    }

    @Test
    void after_a_booking_the_clinic_is_read_anew() {
        SlotId slot =
                searching.slots("call", Wish.any().forPatient(ROBIN)).get(0).id();
        assertInstanceOf(Booking.Result.Booked.class, book(slot));
        assertEquals(3, requestsOfSearch(Wish.any().forPatient(ROBIN)));
    }

    @Test
    void after_a_cancellation_its_time_is_offered_again_at_once() {
        AppointmentId own = reception.staffBook(WEXFORD, ROBIN, MONDAY, "09:00", 15);
        reception.desk.appointmentList().list(reception.call("call"), ROBIN, false);
        assertEquals("06-01 09:15 101", searching.first("call", Wish.any().with(WEXFORD)));
        reception
                .desk
                .cancellation()
                .cancel(reception.call("call"), new Cancellation.Command(own, true, Optional.empty()));
        assertEquals("06-01 09:00 101", searching.first("call", Wish.any().with(WEXFORD)));
    }

    @Test
    void after_a_collision_what_was_read_counts_no_longer() {
        SlotId slot = searching
                .slots("call", Wish.any().with(WEXFORD).on(TUESDAY))
                .get(0)
                .id();
        reception.staffBook(WEXFORD, NOA, TUESDAY, "09:00", 60);
        reception.staffBook(SETHI, NOA, TUESDAY, "09:00", 60);
        Booking.Result.SlotTaken taken = assertInstanceOf(Booking.Result.SlotTaken.class, book(slot));
        assertEquals("06-02 10:00 101", Searching.told(taken.alternatives()).get(0));
    }

    @Test
    void what_was_read_while_somebody_wrote_is_not_remembered() {
        SlotId slot =
                searching.slots("call", Wish.any().forPatient(ROBIN)).get(0).id();
        reception.pass(RecentReads.KEPT);
        reception.emr.before(Request.DAY, () -> {
            reception.emr.before(Request.DAY, () -> {});
            assertInstanceOf(Booking.Result.Booked.class, book(slot));
        });
        searching.find("other", Wish.any());
        assertEquals(1, daysReadBy(Wish.any()));
    }

    @Test
    void nothing_that_was_remembered_is_used_for_booking() {
        SlotId slot =
                searching.slots("call", Wish.any().forPatient(ROBIN)).get(0).id();
        reception.emr.trouble(Request.DAY, Trouble.SILENT);
        assertInstanceOf(Booking.Result.EmrUnavailable.class, book(slot));
        reception.emr.trouble(Request.DAY, Trouble.NONE).trouble(Request.PATIENT, Trouble.SILENT);
        assertInstanceOf(Booking.Result.EmrUnavailable.class, book(slot));
    }

    private Booking.Result book(SlotId slot) {
        return reception
                .desk
                .booking()
                .book(reception.call("call"), new Booking.Command(slot, ROBIN, Optional.empty(), true));
    }

    /** Staff book and cancel, callers search: nobody is offered what was taken five seconds ago or earlier. */
    @Test
    void what_is_offered_was_free_less_than_five_seconds_ago() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        List<AppointmentId> staffs = new ArrayList<>();
        List<Integer> quarters = new ArrayList<>();
        long[] freeAt = new long[12];
        for (int step = 0; step < 500; step++) {
            reception.pass(Duration.ofMillis(random.nextInt(3_000)));
            long now = reception.now.get().toEpochMilli();
            int quarter = random.nextInt(12);
            if (random.nextBoolean() && !quarters.contains(quarter)) {
                staffs.add(reception.staffBook(
                        WEXFORD, NOA, TUESDAY, "%02d:%02d".formatted(9 + quarter / 4, quarter % 4 * 15), 15));
                quarters.add(quarter);
                freeAt[quarter] = now;
            } else if (random.nextBoolean() && !staffs.isEmpty()) {
                int one = random.nextInt(staffs.size());
                reception.emr.become(CLINIC, staffs.remove(one), AppointmentStatus.CANCELLED);
                quarters.remove(one);
            }
            for (var slot : offeredOnTuesday("call" + step)) {
                int offered = (slot.start().getHour() - 9) * 4 + slot.start().getMinute() / 15;
                assertTrue(
                        !quarters.contains(offered) || now - freeAt[offered] < 5_000,
                        () -> "-Dseed=" + seed + ": " + slot.start());
            }
        }
    }

    private List<BookableSlot> offeredOnTuesday(String call) {
        OpeningSearch.Result result =
                searching.find(call, Wish.any().with(WEXFORD).on(TUESDAY));
        return result instanceof OpeningSearch.Result.Offered offered ? offered.slots() : List.of();
    }
}
