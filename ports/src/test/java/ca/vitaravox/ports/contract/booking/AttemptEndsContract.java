package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.BookingJournal.Claim;
import ca.vitaravox.ports.booking.BookingJournal.Course;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.SlotState.Booked;
import ca.vitaravox.ports.booking.SlotState.Compensated;
import ca.vitaravox.ports.booking.SlotState.Expired;
import ca.vitaravox.ports.booking.SlotState.Held;
import ca.vitaravox.ports.booking.SlotState.Offered;
import ca.vitaravox.ports.booking.SlotState.Released;
import ca.vitaravox.ports.booking.SlotState.Writing;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How {@link BookingJournal} promises attempts to end. */
public abstract class AttemptEndsContract extends SlotBook {
    static final PatientId PATIENT = ROBIN.orElseThrow();
    static final Instant UNTIL = until(NOW);

    @Test
    void a_booking_blocks_its_time_for_one_minute_more() {
        AppointmentId appointment = Fresh.appointment();
        Slot nine = booked(slot(call, ROBIN, "09:00"), appointment);
        Instant settled = NOW.plus(HoldLedger.SETTLING);
        assertEquals(Duration.ofMinutes(1), HoldLedger.SETTLING);
        assertFalse(free("09:00", settled.minus(MOMENT)));
        assertTrue(free("09:00", settled));
        assertEquals(List.of(), blocks(settled));
        assertEquals(new Booked(PATIENT, appointment), state(nine, settled));
    }

    @Test
    void a_booked_slot_is_never_claimed_again() {
        Slot nine = booked(slot(call, ROBIN, "09:00"), Fresh.appointment());
        assertEquals(new Claim.NotYours(), claim(nine, NOW));
        assertEquals(new Claim.NotYours(), claim(nine, NOW.plus(Duration.ofDays(1))));
    }

    static Stream<SlotState> endsWithoutABooking() {
        return Stream.of(new Released(), new Compensated());
    }

    @ParameterizedTest
    @MethodSource("endsWithoutABooking")
    void an_attempt_that_came_to_nothing_frees_its_time_at_once_and_may_begin_again(SlotState end) {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        assertTrue(journal.end(clinic, nine.id(), 1, end, NOW));
        assertEquals(end, state(nine, NOW));
        assertTrue(free("09:00", NOW));
        assertEquals(
                new Claim.Yours(2, end instanceof Compensated), claim(nine, NOW), "what was written may come late");
    }

    @Test
    void what_may_still_arrive_blocks_its_time_for_everybody_but_its_patient_until_then() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        Instant arrived = NOW.plusSeconds(120);
        assertTrue(journal.end(clinic, nine.id(), 1, new Compensated(Optional.of(arrived)), NOW));
        Instant last = arrived.minus(MOMENT);
        assertEquals(new Compensated(Optional.of(arrived)), state(nine, last));
        assertEquals(1, blocks(last).size());
        assertFalse(free("09:00", last));
        assertEquals(new Claim.Blocked(), journal.claim(clinic, nine.id(), new PatientId("2"), last, until(last)));
        assertEquals(new Compensated(), state(nine, arrived));
        assertEquals(List.of(), blocks(arrived));
        assertTrue(free("09:00", arrived));
    }

    @Test
    void what_may_still_arrive_is_taken_up_by_its_own_patient_at_once() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        journal.end(clinic, nine.id(), 1, new Compensated(Optional.of(NOW.plusSeconds(120))), NOW);
        assertEquals(new Claim.Yours(2, true), claim(nine, NOW));
        assertTrue(journal.end(clinic, nine.id(), 2, new Booked(PATIENT, Fresh.appointment()), NOW));
    }

    @Test
    void what_may_still_arrive_gives_way_to_another_slot_when_its_time_is_over() {
        Slot same = offered(slot(Fresh.call(), ROBIN, "09:00"));
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        Instant arrived = NOW.plusSeconds(120);
        journal.end(clinic, nine.id(), 1, new Compensated(Optional.of(arrived)), NOW);
        assertEquals(new Claim.Blocked(), claim(same, arrived.minus(MOMENT)));
        assertEquals(new Claim.Yours(1, false), claim(same, arrived));
        assertEquals(new Compensated(), state(nine, arrived));
    }

    @Test
    void what_an_attempt_decided_binds_whoever_takes_it_over() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        assertTrue(journal.decide(clinic, nine.id(), 1, Course.LETTING_GO));
        assertTrue(journal.decide(clinic, nine.id(), 1, Course.LETTING_GO));
        assertFalse(journal.decide(clinic, nine.id(), 1, Course.TAKING_BACK));
        assertEquals(new Claim.Yours(2, true, Course.LETTING_GO), claim(nine, UNTIL));
    }

    @Test
    void an_attempt_that_was_taken_over_or_ended_decides_nothing() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        claim(nine, UNTIL);
        assertFalse(journal.decide(clinic, nine.id(), 1, Course.TAKING_BACK));
        assertFalse(journal.decide(newClinic(), nine.id(), 2, Course.TAKING_BACK));
        assertTrue(journal.end(clinic, nine.id(), 2, new Compensated(), UNTIL));
        assertFalse(journal.decide(clinic, nine.id(), 2, Course.TAKING_BACK));
        assertEquals(new Claim.Yours(3, true), claim(nine, UNTIL));
    }

    @Test
    void what_is_taken_back_from_a_patient_is_known_until_that_is_done() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        writing(slot(call, ROBIN, "10:00"));
        PatientId robin = ROBIN.orElseThrow();
        assertEquals(List.of(), journal.takenBack(clinic, robin));
        journal.decide(clinic, nine.id(), 1, Course.TAKING_BACK);
        assertEquals(List.of(nine), journal.takenBack(clinic, robin));
        assertEquals(List.of(), journal.takenBack(clinic, NOA.orElseThrow()));
        assertEquals(List.of(), journal.takenBack(newClinic(), robin));
        journal.end(clinic, nine.id(), 1, new Compensated(), NOW);
        assertEquals(List.of(), journal.takenBack(clinic, robin));
    }

    @Test
    void a_new_beginning_is_not_bound_by_what_was_decided_before() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        assertTrue(journal.decide(clinic, nine.id(), 1, Course.TAKING_BACK));
        assertTrue(journal.end(clinic, nine.id(), 1, new Compensated(), NOW));
        assertEquals(new Claim.Yours(2, true, Course.UNDECIDED), claim(nine, NOW));
    }

    @Test
    void nothing_is_decided_by_staying_undecided() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        assertThrows(IllegalArgumentException.class, () -> journal.decide(clinic, nine.id(), 1, Course.UNDECIDED));
    }

    @Test
    void an_appointment_is_known_by_the_slot_that_became_it() {
        AppointmentId appointment = Fresh.appointment();
        assertFalse(journal.isBooked(clinic, appointment));
        booked(slot(call, ROBIN, "09:00"), appointment);
        assertTrue(journal.isBooked(clinic, appointment));
        assertFalse(journal.isBooked(newClinic(), appointment));
    }

    @Test
    void an_attempt_ends_once() {
        Slot nine = booked(slot(call, ROBIN, "09:00"), Fresh.appointment());
        SlotState before = state(nine, NOW);
        assertFalse(journal.end(clinic, nine.id(), 1, new Compensated(), NOW));
        assertFalse(journal.end(clinic, nine.id(), 1, new Booked(PATIENT, Fresh.appointment()), NOW));
        assertEquals(before, state(nine, NOW));
        Slot ten = writing(slot(call, ROBIN, "10:00"));
        assertTrue(journal.end(clinic, ten.id(), 1, new Released(), NOW));
        assertFalse(journal.end(clinic, ten.id(), 1, new Booked(PATIENT, Fresh.appointment()), NOW));
        assertEquals(new Released(), state(ten, NOW));
    }

    @Test
    void an_attempt_that_was_taken_over_ends_nothing() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        assertEquals(2, attempt(claim(nine, UNTIL)));
        assertFalse(journal.end(clinic, nine.id(), 1, new Released(), UNTIL));
        assertEquals(new Writing(PATIENT, 2, until(UNTIL)), state(nine, UNTIL));
        assertTrue(journal.end(clinic, nine.id(), 2, new Released(), UNTIL));
    }

    @Test
    void a_late_attempt_that_nobody_took_over_still_ends() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        Booked booked = new Booked(PATIENT, Fresh.appointment());
        assertTrue(journal.end(clinic, nine.id(), 1, booked, UNTIL.plusSeconds(60)));
        assertEquals(booked, state(nine, UNTIL.plusSeconds(60)));
    }

    @Test
    void nothing_ends_that_was_not_begun_here() {
        Slot nine = held(slot(call, ROBIN, "09:00"));
        assertFalse(journal.end(clinic, nine.id(), 1, new Released(), NOW));
        assertFalse(journal.end(clinic, nine.id(), 0, new Released(), NOW));
        assertFalse(journal.end(clinic, Fresh.slot(), 1, new Released(), NOW));
        claim(nine, NOW);
        assertFalse(journal.end(newClinic(), nine.id(), 1, new Released(), NOW));
        assertEquals(new Writing(PATIENT, 1, UNTIL), state(nine, NOW));
    }

    static Stream<SlotState> noEnds() {
        return Stream.of(new Offered(), new Held(UNTIL), new Writing(PATIENT, 1, UNTIL), new Expired());
    }

    @ParameterizedTest
    @MethodSource("noEnds")
    void an_attempt_ends_only_booked_released_or_compensated(SlotState noEnd) {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        assertThrows(IllegalArgumentException.class, () -> journal.end(clinic, nine.id(), 1, noEnd, NOW));
        assertEquals(new Writing(PATIENT, 1, UNTIL), state(nine, NOW));
    }

    @Test
    void a_time_the_emr_has_freed_is_free_at_once_and_its_slot_stays_booked() {
        AppointmentId appointment = Fresh.appointment();
        Slot nine = booked(slot(call, ROBIN, "09:00"), appointment);
        journal.freed(clinic, Fresh.appointment(), NOW);
        journal.freed(newClinic(), appointment, NOW);
        assertFalse(free("09:00", NOW));
        journal.freed(clinic, appointment, NOW);
        assertTrue(free("09:00", NOW));
        assertEquals(new Booked(PATIENT, appointment), state(nine, NOW));
        journal.freed(clinic, appointment, NOW.plusSeconds(1));
        assertTrue(free("09:00", NOW.plusSeconds(1)));
    }

    @Test
    void of_many_who_end_one_attempt_at_once_exactly_one_does() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        List<Boolean> ends = AtOnce.race(i -> journal.end(clinic, nine.id(), 1, new Released(), NOW));
        assertEquals(1, ends.stream().filter(ended -> ended).count());
    }
}
