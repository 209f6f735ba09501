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
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was read of the EMR is forgotten in time, and never relied on. */
class ForgottenReadsTest {
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
        assertEquals(2, reception.emr.count(Request.DAY));
    }

    @Test
    void after_a_booking_the_clinic_is_read_anew() {
        SlotId slot =
                searching.slots("call", Wish.any().forPatient(ROBIN)).get(0).id();
        assertInstanceOf(Booking.Result.Booked.class, book(slot));
        assertEquals(4, requests.ofSearch(Wish.any().forPatient(ROBIN)));
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
        assertEquals(1, requests.daysReadBy(Wish.any()));
    }

    @Test
    void a_providers_day_that_was_remembered_is_not_used_for_booking() {
        SlotId slot =
                searching.slots("call", Wish.any().forPatient(ROBIN)).get(0).id();
        reception.emr.trouble(Request.DAY, Trouble.SILENT);
        assertInstanceOf(Booking.Result.EmrUnavailable.class, book(slot));
    }

    @Test
    void what_the_patient_has_already_is_remembered_for_a_minute_after_it_was_read() {
        SlotId slot =
                searching.slots("call", Wish.any().forPatient(ROBIN)).get(0).id();
        reception.emr.trouble(Request.PATIENT, Trouble.SILENT);
        reception.pass(RecentReads.KEPT_OWN);
        assertInstanceOf(Booking.Result.EmrUnavailable.class, book(slot));
        reception.pass(Duration.ofMillis(-1));
        assertInstanceOf(Booking.Result.Booked.class, book(slot));
    }

    @Test
    void a_booking_reads_the_day_before_and_after_and_what_the_patient_has_only_if_nobody_remembers() {
        SlotId known =
                searching.slots("call", Wish.any().forPatient(ROBIN)).get(0).id();
        assertEquals(2, requests.of(() -> book(known)));
        reception.identified("other", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        SlotId unknown = searching.slots("other", Wish.any().on(TUESDAY)).get(0).id();
        assertEquals(3, requests.of(() -> book("other", unknown)));
    }

    @Test
    void nothing_that_was_remembered_is_said_to_stand() {
        AppointmentId there = reception.staffBook(SETHI, ROBIN, TUESDAY, "09:00", 15);
        SlotId over = searching
                .slots("call", Wish.any().with(WEXFORD).on(TUESDAY))
                .get(0)
                .id();
        reception.identified("other", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        searching.find("other", Wish.any().forPatient(ROBIN));
        reception.emr.become(CLINIC, there, AppointmentStatus.CANCELLED);
        assertInstanceOf(Booking.Result.Booked.class, book(over));
    }

    /** The memory of one server does not show what the call had booked through another. */
    @Test
    void what_this_call_booked_at_another_server_is_not_booked_once_more() {
        List<BookableSlot> slots = searching.slots("call", Wish.any().forPatient(ROBIN));
        FrontDesk another = reception.desk(new FrontDesk.Emr(reception.emr, reception.emr, reception.emr));
        assertInstanceOf(Booking.Result.Booked.class, another.booking().book(reception.call("call"), once(slots, 0)));
        assertInstanceOf(
                Booking.Result.AlreadyBooked.class,
                reception.desk.booking().book(reception.call("call"), once(slots, 1)));
        assertEquals(1, reception.live());
    }

    private static Booking.Command once(List<BookableSlot> slots, int which) {
        return new Booking.Command(slots.get(which).id(), ROBIN, Optional.empty(), false);
    }

    private Booking.Result book(SlotId slot) {
        return book("call", slot);
    }

    private Booking.Result book(String call, SlotId slot) {
        return reception
                .desk
                .booking()
                .book(reception.call(call), new Booking.Command(slot, ROBIN, Optional.empty(), true));
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
