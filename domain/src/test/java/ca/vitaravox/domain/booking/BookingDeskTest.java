package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Booking.Result;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookingDeskTest {
    private final Reception reception = new Reception();
    private SlotId slot;

    @BeforeEach
    void a_caller_identified_by_number_was_offered_slots() {
        reception.identified("call", ROBIN, IdentityLevel.CALLER_ID, Relationship.SELF);
        slot = reception.search("call").get(0).id();
    }

    @Test
    void a_booked_slot_is_in_the_emr_and_alone() {
        Result.Booked booked = assertInstanceOf(Result.Booked.class, book(slot));
        assertFalse(booked.already());
        Appointment there = reception.emr.everything(CLINIC).get(0);
        assertEquals(booked.appointment().id(), there.id());
        assertEquals(Optional.of(ROBIN), there.patient());
        assertEquals(booked.appointment().start().toInstant(), there.time().start());
    }

    @Test
    void the_intent_is_in_the_trail_before_the_emr_is_asked_and_the_outcome_after() {
        reception.emr.before(
                Request.BOOK, () -> assertEquals(List.of(AuditResult.INTENDED), trail(AuditAction.BOOK_APPOINTMENT)));
        book(slot);
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.DONE), trail(AuditAction.BOOK_APPOINTMENT));
    }

    @Test
    void the_same_patient_and_slot_again_give_the_same_appointment() {
        Result.Booked first = assertInstanceOf(Result.Booked.class, book(slot));
        Result.Booked again = assertInstanceOf(Result.Booked.class, book(slot));
        assertTrue(again.already());
        assertEquals(first.appointment(), again.appointment());
        assertEquals(1, reception.live());
    }

    @Test
    void a_slot_that_was_booked_and_cancelled_is_not_said_to_be_booked() {
        Result.Booked booked = assertInstanceOf(Result.Booked.class, book(slot));
        reception
                .desk
                .cancellation()
                .cancel(
                        reception.call("call"),
                        new Cancellation.Command(booked.appointment().id(), true, Optional.empty()));
        assertInstanceOf(Result.SlotExpired.class, book(slot));
    }

    @Test
    void another_opening_for_the_same_patient_has_to_be_wanted() {
        SlotId other = reception.search("call").get(2).id();
        book(slot);
        assertInstanceOf(Result.AlreadyBooked.class, book(other));
        assertInstanceOf(Result.Booked.class, book(other, ROBIN, true));
        assertEquals(2, reception.live());
    }

    @Test
    void a_patient_has_no_more_appointments_to_come_than_the_clinic_allows() {
        reception.staffBook(WEXFORD, ROBIN, MONDAY.plusDays(20), "09:00", 15);
        assertInstanceOf(Result.Booked.class, book(slot));
        SlotId third = reception.search("call").get(2).id();
        assertEquals(new Result.LimitReached(2), book(third, ROBIN, true));
    }

    @Test
    void nobody_is_booked_into_two_rooms_at_once() {
        reception.staffBook(Reception.SETHI, ROBIN, MONDAY, "10:05", 15);
        Result.AlreadyBooked existing = assertInstanceOf(Result.AlreadyBooked.class, book(slot));
        assertEquals(Reception.at(MONDAY, "10:05"), existing.existing().start().toInstant());
    }

    @Test
    void only_a_patient_of_this_call_is_booked_and_only_into_a_slot_of_this_call() {
        assertInstanceOf(Result.NotIdentified.class, book(slot, NOA, false));
        reception.identified("other-call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        assertInstanceOf(
                Result.SlotUnknown.class,
                reception.desk.booking().book(reception.call("other-call"), command(slot, ROBIN, false)));
        assertInstanceOf(Result.SlotUnknown.class, book(new SlotId("invented"), ROBIN, false));
    }

    @Test
    void a_time_the_front_desk_took_meanwhile_is_taken_and_others_are_offered() {
        reception.staffBook(WEXFORD, NOA, MONDAY, "10:00", 30);
        Result.SlotTaken taken = assertInstanceOf(Result.SlotTaken.class, book(slot));
        assertEquals(3, taken.alternatives().size());
        assertEquals(1, reception.live());
        assertInstanceOf(Result.Booked.class, book(taken.alternatives().get(0).id()));
        assertEquals(List.of(), reception.overlapping());
    }

    @Test
    void when_the_front_desk_books_between_our_reading_and_our_writing_ours_yields() {
        reception.emr.before(Request.BOOK, () -> reception.staffBook(WEXFORD, NOA, MONDAY, "10:00", 30));
        assertInstanceOf(Result.SlotTaken.class, book(slot));
        assertEquals(List.of(), reception.overlapping());
        assertEquals(1, reception.live());
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.UNDONE), trail(AuditAction.BOOK_APPOINTMENT));
    }

    @Test
    void a_write_that_was_refused_for_certain_frees_the_slot() {
        reception.emr.trouble(Request.BOOK, Trouble.DOWN);
        assertInstanceOf(Result.EmrUnavailable.class, book(slot));
        reception.emr.trouble(Request.BOOK, Trouble.NONE);
        assertInstanceOf(Result.Booked.class, book(slot));
        assertEquals(1, reception.live());
    }

    @Test
    void a_lost_reply_is_looked_up_before_anything_is_repeated() {
        reception.emr.trouble(Request.BOOK, Trouble.UNANSWERED);
        assertInstanceOf(Result.Booked.class, book(slot));
        assertEquals(1, reception.emr.count(Request.BOOK));
        assertEquals(1, reception.live());
    }

    @Test
    void while_nothing_is_known_nothing_is_said_booked_and_the_time_stays_blocked() {
        reception.emr.trouble(Request.BOOK, Trouble.SILENT);
        assertInstanceOf(Result.Pending.class, book(slot));
        assertTrue(reception.search("other").stream()
                .noneMatch(offered -> offered.start().toInstant().equals(Reception.at(MONDAY, "10:00"))
                        && offered.provider().id().equals(WEXFORD)));
    }

    @Test
    void the_repeat_of_a_pending_booking_tells_its_end() {
        reception.emr.before(Request.BOOK, () -> reception.emr.trouble(Request.DAY, Trouble.SILENT));
        assertInstanceOf(Result.Pending.class, book(slot));
        reception.emr.trouble(Request.DAY, Trouble.NONE);
        reception.pass(Duration.ofSeconds(10));
        Result.Booked booked = assertInstanceOf(Result.Booked.class, book(slot));
        assertTrue(booked.already());
        assertEquals(1, reception.emr.count(Request.BOOK));
        assertEquals(1, reception.live());
    }

    @Test
    void a_repeat_joins_the_write_under_way_until_it_may_be_taken_over() {
        reception.emr.before(Request.BOOK, () -> reception.emr.trouble(Request.DAY, Trouble.SILENT));
        assertInstanceOf(Result.Pending.class, book(slot));
        reception.emr.trouble(Request.DAY, Trouble.NONE);
        reception.pass(Duration.ofSeconds(2));
        // the first attempt may still be at work for 2.8 s: the repeat waits for them, then looks for itself
        Result.Booked booked = assertInstanceOf(Result.Booked.class, book(slot));
        assertTrue(booked.already());
        assertEquals(1, reception.live());
    }

    @Test
    void a_write_that_arrives_after_it_was_repeated_is_found_and_one_of_the_two_taken_back() {
        reception.emr.trouble(Request.BOOK, Trouble.LATE);
        assertInstanceOf(Result.Pending.class, book(slot));
        reception.emr.trouble(Request.BOOK, Trouble.NONE).before(Request.BOOK, reception.emr::lateWritesArrive);
        reception.pass(Duration.ofSeconds(10));
        assertInstanceOf(Result.Booked.class, book(slot));
        assertEquals(1, reception.live());
        assertEquals(List.of(), reception.overlapping());
    }

    @Test
    void no_write_starts_with_less_than_a_second_and_a_half_left() {
        reception.emr.before(Request.DAY, () -> reception.pass(Duration.ofMillis(2301)));
        assertInstanceOf(Result.EmrUnavailable.class, book(slot));
        assertEquals(0, reception.emr.count(Request.BOOK));
    }

    @Test
    void a_write_starts_with_a_second_and_a_half_left() {
        reception.emr.before(Request.DAY, () -> {
            reception.emr.before(Request.DAY, () -> {});
            reception.pass(Duration.ofMillis(2300));
        });
        book(slot);
        assertEquals(1, reception.emr.count(Request.BOOK));
    }

    @Test
    void what_cannot_be_recorded_is_not_written() {
        Reception blind = new Reception(entry -> {
            throw new IllegalStateException("the trail is full");
        });
        blind.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        SlotId offered = blind.search("call").get(0).id();
        assertThrows(
                IllegalStateException.class,
                () -> blind.desk.booking().book(blind.call("call"), command(offered, ROBIN, false)));
        assertEquals(0, blind.emr.count(Request.BOOK));
    }

    @Test
    void a_slot_inside_the_minimum_notice_by_now_is_gone() {
        reception.pass(Duration.ofMinutes(1));
        assertInstanceOf(Result.SlotExpired.class, book(slot));
    }

    @Test
    void a_slot_whose_hold_ran_out_is_booked_if_it_is_still_free() {
        reception.policy(new BookingPolicy(15, Duration.ZERO, Duration.ZERO, 60, 2));
        reception.pass(Duration.ofMinutes(20));
        assertInstanceOf(Result.Booked.class, book(slot));
    }

    @Test
    void a_slot_whose_hold_ran_out_and_was_given_to_another_call_is_taken() {
        reception.policy(new BookingPolicy(15, Duration.ZERO, Duration.ZERO, 60, 2));
        SlotId later = reception.search("call").get(0).id();
        reception.pass(Duration.ofMinutes(4));
        reception.search("other");
        assertInstanceOf(Result.SlotTaken.class, book(later));
    }

    @Test
    void an_appointment_staff_cancelled_opens_again() {
        Result.Booked booked = assertInstanceOf(Result.Booked.class, book(slot));
        reception.emr.become(CLINIC, booked.appointment().id(), AppointmentStatus.CANCELLED);
        reception.pass(Duration.ofMinutes(2));
        reception.policy(new BookingPolicy(15, Duration.ZERO, Duration.ZERO, 60, 2));
        assertTrue(reception.search("other").stream()
                .anyMatch(offered -> offered.start().toInstant().equals(Reception.at(MONDAY, "09:00"))));
    }

    private Result book(SlotId which) {
        return book(which, ROBIN, false);
    }

    private Result book(SlotId which, PatientId patient, boolean another) {
        return reception.desk.booking().book(reception.call("call"), command(which, patient, another));
    }

    private static Booking.Command command(SlotId slot, PatientId patient, boolean another) {
        return new Booking.Command(slot, patient, Optional.empty(), another);
    }

    private List<AuditResult> trail(AuditAction action) {
        return reception.trail.entries(CLINIC).stream()
                .filter(entry -> entry.action() == action)
                .map(entry -> entry.result())
                .toList();
    }
}
