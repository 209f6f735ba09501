package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Buffers;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What visit types keep free around them. Doctor Wexford's Tuesday is from 9 to 12, openings begin every 5 minutes. */
class KeptFreeTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final Wish CHECKUP = Wish.any().with(WEXFORD).on(TUESDAY);

    private final Reception reception = new Reception();
    private final Searching searching = new Searching(reception);

    @BeforeEach
    void openings_begin_every_five_minutes() {
        reception.policy(new BookingPolicy(5, Duration.ofHours(2), Duration.ofHours(24), 60, 2));
    }

    /** Check-ups take 15 minutes; staff write them as "Checkup". */
    private void keptFree(int beforeCheckup, int afterCheckup, int beforePhysical, int afterPhysical) {
        reception.settings(draft -> draft.visitTypes = List.of(
                type("checkup", 15, beforeCheckup, afterCheckup), type("physical", 45, beforePhysical, afterPhysical)));
    }

    private static VisitType type(String code, int minutes, int before, int after) {
        return new VisitType(
                new VisitTypeCode(code),
                Duration.ofMinutes(minutes),
                Map.of(),
                Set.of(),
                Character.toUpperCase(code.charAt(0)) + code.substring(1),
                new Buffers(Duration.ofMinutes(before), Duration.ofMinutes(after)));
    }

    private String first(Wish wish) {
        return searching.first("call", wish).substring(6, 11);
    }

    @Test
    void what_the_wanted_visit_keeps_free_before_it_is_free_and_not_a_minute_less() {
        reception.staffBook(WEXFORD, NOA, TUESDAY, "09:00", 15);
        keptFree(10, 0, 0, 0);
        assertEquals("09:25", first(CHECKUP));
        keptFree(11, 0, 0, 0);
        assertEquals("09:30", first(CHECKUP));
    }

    @Test
    void what_the_wanted_visit_keeps_free_after_it_is_free_and_not_a_minute_less() {
        reception.staffBook(WEXFORD, NOA, TUESDAY, "09:25", 155);
        keptFree(0, 10, 0, 0);
        assertEquals("09:00", first(CHECKUP));
        keptFree(0, 11, 0, 0);
        assertTrue(searching.alternatives("call", CHECKUP).stream().noneMatch(told -> told.startsWith("06-02")));
    }

    @Test
    void what_an_appointment_keeps_free_around_it_is_free_and_not_a_minute_less() {
        Wish physical = Wish.any().visit("physical").with(WEXFORD).on(TUESDAY);
        reception.staffBook(WEXFORD, NOA, TUESDAY, "09:55", 15);
        keptFree(10, 20, 0, 0);
        assertEquals(
                List.of("06-02 09:00 101", "06-02 10:30 101", "06-02 10:35 101"), searching.offered("call", physical));
        keptFree(11, 21, 0, 0);
        assertEquals(
                List.of("06-02 10:35 101", "06-02 10:40 101", "06-02 10:45 101"), searching.offered("call", physical));
    }

    @Test
    void between_two_the_longer_is_kept_free_not_both() {
        reception.staffBook(WEXFORD, NOA, TUESDAY, "09:00", 15);
        keptFree(5, 20, 30, 0);
        assertEquals("09:35", first(CHECKUP));
        assertEquals("09:45", first(Wish.any().visit("physical").with(WEXFORD).on(TUESDAY)));
    }

    @Test
    void what_other_calls_hold_keeps_its_time_around_it_free_as_well() {
        keptFree(0, 10, 0, 0);
        assertEquals("06-02 09:00 101", searching.first("other", CHECKUP));
        assertEquals("09:25", first(CHECKUP));
    }

    @Test
    void what_is_kept_free_may_lie_outside_working_hours() {
        keptFree(120, 120, 0, 0);
        assertEquals("09:00", first(CHECKUP));
    }

    @Test
    void an_appointment_to_be_moved_keeps_nothing_free() {
        keptFree(60, 60, 0, 0);
        AppointmentId own = reception.staffBook(WEXFORD, ROBIN, TUESDAY, "09:30", 15);
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        reception.desk.appointmentList().list(reception.call("call"), ROBIN, false);
        assertEquals("10:45", first(CHECKUP));
        assertEquals("09:00", first(Wish.any().with(WEXFORD).on(TUESDAY).moving(own)));
    }

    @Test
    void what_staff_put_too_close_since_makes_the_slot_taken_and_a_minute_further_off_does_not() {
        keptFree(0, 10, 0, 0);
        reception.staffBook(WEXFORD, NOA, TUESDAY, "09:24", 15);
        assertInstanceOf(Booking.Result.SlotTaken.class, book(offeredAtNine()));
        assertEquals(0, reception.emr.count(Request.BOOK));
    }

    @Test
    void what_staff_put_far_enough_off_since_leaves_the_slot_free() {
        keptFree(0, 10, 0, 0);
        SlotId slot = offeredAtNine();
        reception.staffBook(WEXFORD, NOA, TUESDAY, "09:25", 15);
        assertInstanceOf(Booking.Result.Booked.class, book(slot));
    }

    @Test
    void what_is_written_yields_to_what_overlaps_it_and_not_to_what_is_merely_close() {
        keptFree(0, 10, 0, 0);
        SlotId slot = offeredAtNine();
        reception.emr.before(Request.BOOK, () -> reception.staffBook(WEXFORD, NOA, TUESDAY, "09:15", 15));
        assertInstanceOf(Booking.Result.Booked.class, book(slot));
    }

    private SlotId offeredAtNine() {
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        keptFree(0, 0, 0, 0);
        SlotId slot = searching.slots("call", CHECKUP).get(0).id();
        keptFree(0, 10, 0, 0);
        return slot;
    }

    private Booking.Result book(SlotId slot) {
        return reception
                .desk
                .booking()
                .book(reception.call("call"), new Booking.Command(slot, ROBIN, Optional.empty(), false));
    }
}
