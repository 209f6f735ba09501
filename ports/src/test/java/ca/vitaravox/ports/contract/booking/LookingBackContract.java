package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal.Claim;
import ca.vitaravox.ports.booking.BookingJournal.Course;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.booking.UnfinishedWrites.Unfinished;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How {@link UnfinishedWrites} keeps what has ended until nothing of it can come late any more. */
abstract class LookingBackContract extends SlotBook {
    UnfinishedWrites unfinished;

    /** The same book as {@link #bookingJournal()}, empty but for this test's slots. */
    protected abstract UnfinishedWrites unfinishedWrites();

    @BeforeEach
    void open() {
        unfinished = unfinishedWrites();
    }

    @Test
    void what_was_written_is_looked_for_once_more_when_all_that_is_late_must_have_arrived() {
        Slot booked = booked(slot(call, ROBIN, "10:00"), Fresh.appointment());
        Slot compensated = writing(slot(call, NOA, "11:00"));
        Slot released = writing(slot(otherCall, NOA, "12:00"));
        assertTrue(journal.end(clinic, compensated.id(), 1, new SlotState.Compensated(), NOW.plus(MOMENT)));
        assertTrue(journal.end(clinic, released.id(), 1, new SlotState.Released(), NOW));
        Instant late = NOW.plus(UnfinishedWrites.LATE_ARRIVAL);
        assertEquals(Duration.ofMinutes(2), UnfinishedWrites.LATE_ARRIVAL);
        assertEquals(List.of(), taken(late.minus(MOMENT)));
        Unfinished first = take(late).get(0);
        assertEquals(booked, first.slot());
        Unfinished due = take(late.plus(MOMENT)).get(0);
        assertEquals(compensated, due.slot());
        assertEquals(new SlotState.Compensated(), due.state());
        assertEquals(NOA.orElseThrow(), due.patient());
        assertEquals(NOW.plus(MOMENT), due.since(), "when it ended");
        unfinished.done(first);
        unfinished.done(due);
        assertEquals(List.of(), taken(until(late).plus(MOMENT)));
    }

    @Test
    void what_has_ended_may_be_left_for_later() {
        Slot slot = booked(slot(call, ROBIN, "10:00"), Fresh.appointment());
        holds.release(clinic, call, NOW);
        unfinished.later(take(NOW).get(0), NOW.plusSeconds(90));
        assertEquals(List.of(), taken(NOW.plusSeconds(90).minus(MOMENT)));
        Unfinished taken = take(NOW.plusSeconds(90)).get(0);
        assertEquals(slot, taken.slot());
        unfinished.done(taken);
        unfinished.later(taken, NOW);
        assertEquals(List.of(), taken(NOW.plusSeconds(180)), "what is done stays so");
    }

    @Test
    void a_booking_whose_call_ends_while_somebody_looks_at_it_is_due_once_more() {
        Slot slot = booked(slot(call, ROBIN, "10:00"), Fresh.appointment());
        Instant late = NOW.plus(UnfinishedWrites.LATE_ARRIVAL);
        Unfinished taken = take(late).get(0);
        holds.release(clinic, call, late.plus(MOMENT));
        unfinished.done(taken);
        unfinished.later(taken, late.plus(Duration.ofDays(1)));
        assertEquals(List.of(slot), taken(late.plus(MOMENT)));
    }

    @Test
    void whoever_is_late_leaves_it_to_whoever_took_it_after_them() {
        Slot slot = booked(slot(call, ROBIN, "10:00"), Fresh.appointment());
        Instant late = NOW.plus(UnfinishedWrites.LATE_ARRIVAL);
        Unfinished tooLate = take(late).get(0);
        assertEquals(List.of(slot), taken(until(late)));
        unfinished.done(tooLate);
        assertEquals(List.of(slot), taken(until(until(late))));
    }

    @Test
    void a_write_under_way_is_neither_done_nor_left_for_later() {
        Slot slot = writing(slot(call, ROBIN, "10:00"));
        assertTrue(journal.end(clinic, slot.id(), 1, new SlotState.Compensated(), NOW));
        Instant late = NOW.plus(UnfinishedWrites.LATE_ARRIVAL);
        Unfinished taken = take(late).get(0);
        claim(slot, late.plus(MOMENT));
        unfinished.done(taken);
        unfinished.later(taken, late.plus(Duration.ofDays(1)));
        assertEquals(List.of(slot), taken(until(late.plus(MOMENT))));
    }

    @Test
    void whether_the_call_was_told_that_nothing_came_of_it_counts_for_the_last_attempt_of_that_patient() {
        Slot slot = writing(slot(call, ROBIN, "10:00"));
        assertTrue(journal.end(clinic, slot.id(), 1, new SlotState.Compensated(), NOW));
        journal.refused(clinic, slot.id(), NOA.orElseThrow());
        assertEquals(List.of(false), refused(NOW.plus(Duration.ofHours(1))));
        journal.refused(clinic, slot.id(), ROBIN.orElseThrow());
        assertEquals(List.of(true), refused(NOW.plus(Duration.ofHours(2))));
        claim(slot, NOW.plus(Duration.ofHours(3)));
        assertEquals(List.of(false), refused(NOW.plus(Duration.ofHours(4))));
    }

    @Test
    void an_attempt_that_is_left_open_may_be_taken_over_at_once_and_is_due_no_sooner() {
        Slot slot = writing(slot(call, ROBIN, "10:00"));
        Instant later = NOW.plus(MOMENT);
        journal.leave(clinic, slot.id(), 2, later);
        journal.leave(newClinic(), slot.id(), 1, later);
        assertEquals(new Claim.NotYours(), claim(slot, later), "left by nobody who was at it");
        journal.leave(clinic, slot.id(), 1, later);
        assertEquals(List.of(), taken(until(NOW).minus(MOMENT)));
        assertEquals(new Claim.Yours(2, true), claim(slot, later));
        journal.leave(clinic, slot.id(), 1, later);
        assertEquals(new Claim.NotYours(), claim(slot, later), "the first left it before");
    }

    @Test
    void an_appointment_is_let_go_for_one_slot_only() {
        AppointmentId previous = Fresh.appointment();
        Slot one = moving(slot(call, ROBIN, "10:00"), previous);
        Slot other = moving(slot(otherCall, ROBIN, "11:00"), previous);
        assertTrue(journal.decide(clinic, one.id(), 1, Course.LETTING_GO));
        assertFalse(journal.decide(clinic, other.id(), 1, Course.LETTING_GO));
        assertTrue(
                journal.end(clinic, one.id(), 1, new SlotState.Booked(ROBIN.orElseThrow(), Fresh.appointment()), NOW));
        assertFalse(journal.decide(clinic, other.id(), 1, Course.LETTING_GO));
        assertTrue(journal.decide(clinic, other.id(), 1, Course.TAKING_BACK));
    }

    @Test
    void what_was_not_let_go_after_all_may_be_for_another_slot() {
        AppointmentId previous = Fresh.appointment();
        Slot one = moving(slot(call, ROBIN, "10:00"), previous);
        Slot other = moving(slot(otherCall, ROBIN, "11:00"), previous);
        assertTrue(journal.decide(clinic, one.id(), 1, Course.LETTING_GO));
        assertTrue(journal.end(clinic, one.id(), 1, new SlotState.Compensated(), NOW));
        assertTrue(journal.decide(clinic, other.id(), 1, Course.LETTING_GO));
    }

    @Test
    void what_was_let_go_for_an_appointment_that_is_gone_may_be_let_go_again() {
        AppointmentId previous = Fresh.appointment();
        AppointmentId next = Fresh.appointment();
        Slot one = moving(slot(call, ROBIN, "10:00"), previous);
        Slot other = moving(slot(otherCall, ROBIN, "11:00"), previous);
        assertTrue(journal.decide(clinic, one.id(), 1, Course.LETTING_GO));
        assertEquals(Optional.empty(), journal.letGoFor(clinic, previous), "not booked yet");
        assertTrue(journal.end(clinic, one.id(), 1, new SlotState.Booked(ROBIN.orElseThrow(), next), NOW));
        assertEquals(Optional.of(next), journal.letGoFor(clinic, previous));
        assertEquals(Optional.empty(), journal.letGoFor(clinic, next));
        assertEquals(Optional.empty(), journal.letGoFor(newClinic(), previous));
        journal.freed(clinic, next, NOW);
        assertEquals(Optional.empty(), journal.letGoFor(clinic, previous));
        assertTrue(journal.decide(clinic, other.id(), 1, Course.LETTING_GO));
    }

    private List<Boolean> refused(Instant now) {
        return take(now).stream().map(Unfinished::refused).toList();
    }

    private Slot moving(Slot slot, AppointmentId previous) {
        writing(slot);
        unfinished.moves(clinic, slot.id(), previous);
        return slot;
    }

    final List<Unfinished> take(Instant now) {
        return unfinished.take(100, now, until(now));
    }

    final List<Slot> taken(Instant now) {
        return slots(take(now));
    }

    static List<Slot> slots(List<Unfinished> due) {
        return due.stream().map(Unfinished::slot).toList();
    }
}
