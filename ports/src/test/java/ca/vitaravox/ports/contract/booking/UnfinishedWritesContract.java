package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.booking.UnfinishedWrites.Unfinished;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link UnfinishedWrites} keeps; each test has a book that no other test's slots are in. */
public abstract class UnfinishedWritesContract extends SlotBook {
    private UnfinishedWrites unfinished;

    /** The same book as {@link #bookingJournal()}, empty but for this test's slots. */
    protected abstract UnfinishedWrites unfinishedWrites();

    @BeforeEach
    void open() {
        unfinished = unfinishedWrites();
    }

    @Test
    void a_write_under_way_is_due_when_it_may_be_taken_over_and_not_a_moment_before() {
        Slot slot = writing(slot(call, ROBIN, "10:00"));
        assertEquals(List.of(), taken(until(NOW).minus(MOMENT)));
        Unfinished due = take(until(NOW)).get(0);
        assertEquals(clinic, due.clinic());
        assertEquals(slot, due.slot());
        assertEquals(new SlotState.Writing(ROBIN.orElseThrow(), 1, until(NOW)), due.state());
        assertEquals(ROBIN.orElseThrow(), due.patient());
        assertEquals(NOW, due.since());
        assertEquals(Optional.empty(), due.over());
        assertEquals(Optional.empty(), due.moves());
    }

    @Test
    void what_is_taken_is_given_to_nobody_else_until_its_turn_is_over() {
        Slot slot = writing(slot(call, ROBIN, "10:00"));
        Instant now = until(NOW);
        assertEquals(List.of(slot), taken(now));
        assertEquals(List.of(), taken(now));
        assertEquals(List.of(), taken(until(now).minus(MOMENT)));
        assertEquals(List.of(slot), taken(until(now)));
    }

    @Test
    void the_longest_due_come_first_and_no_more_than_asked_for() {
        Slot later = slot(call, ROBIN, "10:00");
        Slot earlier = slot(call, NOA, "11:00");
        offered(later);
        offered(earlier);
        claim(earlier, NOW);
        claim(later, NOW.plusSeconds(1));
        Instant now = NOW.plusSeconds(60);
        assertEquals(List.of(earlier), slots(unfinished.take(1, now, until(now))));
        assertEquals(List.of(later), slots(unfinished.take(1, now, until(now))));
    }

    @Test
    void a_write_that_ended_is_not_due() {
        Slot slot = writing(slot(call, ROBIN, "10:00"));
        assertTrue(journal.end(clinic, slot.id(), 1, new SlotState.Released(), NOW));
        booked(slot(call, NOA, "11:00"), Fresh.appointment());
        assertEquals(List.of(), taken(until(NOW)));
    }

    @Test
    void a_booking_is_due_once_its_call_is_over_until_it_is_done() {
        AppointmentId appointment = Fresh.appointment();
        Slot slot = booked(slot(call, ROBIN, "10:00"), appointment);
        assertEquals(List.of(), taken(NOW));
        holds.release(clinic, otherCall, NOW);
        assertEquals(List.of(), taken(NOW));
        holds.release(clinic, call, NOW);
        Unfinished due = take(NOW).get(0);
        assertEquals(new SlotState.Booked(ROBIN.orElseThrow(), appointment), due.state());
        assertEquals(Optional.of(NOW), due.over());
        unfinished.done(clinic, slot.id());
        assertEquals(List.of(), taken(until(NOW)));
        holds.release(clinic, call, until(NOW));
        assertEquals(List.of(), taken(until(NOW)), "a call that ends twice ends once");
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
        assertEquals(List.of(booked), taken(late));
        Unfinished due = take(late.plus(MOMENT)).get(0);
        assertEquals(compensated, due.slot());
        assertEquals(new SlotState.Compensated(), due.state());
        assertEquals(NOA.orElseThrow(), due.patient());
        assertEquals(NOW.plus(MOMENT), due.since(), "when it ended");
        unfinished.done(clinic, booked.id());
        unfinished.done(clinic, compensated.id());
        assertEquals(List.of(), taken(until(late).plus(MOMENT)));
    }

    @Test
    void what_has_ended_may_be_left_for_later() {
        Slot slot = booked(slot(call, ROBIN, "10:00"), Fresh.appointment());
        holds.release(clinic, call, NOW);
        assertEquals(List.of(slot), taken(NOW));
        unfinished.later(clinic, slot.id(), NOW.plusSeconds(90));
        assertEquals(List.of(), taken(NOW.plusSeconds(90).minus(MOMENT)));
        assertEquals(List.of(slot), taken(NOW.plusSeconds(90)));
        unfinished.done(clinic, slot.id());
        unfinished.later(clinic, slot.id(), NOW);
        assertEquals(List.of(), taken(NOW.plusSeconds(180)), "what is done stays so");
    }

    @Test
    void a_write_under_way_is_neither_done_nor_left_for_later() {
        Slot slot = writing(slot(call, ROBIN, "10:00"));
        unfinished.done(clinic, slot.id());
        unfinished.later(clinic, slot.id(), NOW.plus(Duration.ofDays(1)));
        assertEquals(List.of(slot), taken(until(NOW)));
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

    private List<Boolean> refused(Instant now) {
        return take(now).stream().map(Unfinished::refused).toList();
    }

    @Test
    void a_new_beginning_moves_nothing() {
        Slot slot = writing(slot(call, ROBIN, "10:00"));
        unfinished.moves(clinic, slot.id(), Fresh.appointment());
        assertTrue(journal.end(clinic, slot.id(), 1, new SlotState.Released(), NOW));
        claim(slot, NOW);
        assertEquals(Optional.empty(), take(until(NOW)).get(0).moves());
    }

    @Test
    void a_booking_that_is_confirmed_after_its_call_is_over_is_due_at_once() {
        Slot slot = writing(slot(call, ROBIN, "10:00"));
        holds.release(clinic, call, NOW);
        SlotState booked = new SlotState.Booked(ROBIN.orElseThrow(), Fresh.appointment());
        assertTrue(journal.end(clinic, slot.id(), 1, booked, NOW));
        assertEquals(List.of(slot), taken(NOW));
    }

    @Test
    void a_write_under_way_knows_that_its_call_is_over_and_what_it_moves() {
        Slot slot = writing(slot(call, ROBIN, "10:00"));
        AppointmentId previous = Fresh.appointment();
        unfinished.moves(clinic, slot.id(), previous);
        holds.release(clinic, call, NOW);
        Unfinished due = take(until(NOW)).get(0);
        assertEquals(Optional.of(NOW), due.over());
        assertEquals(Optional.of(previous), due.moves());
    }

    @Test
    void claimed_afresh_it_moves_nothing_any_more() {
        Slot slot = writing(slot(call, ROBIN, "10:00"));
        unfinished.moves(clinic, slot.id(), Fresh.appointment());
        assertTrue(journal.end(clinic, slot.id(), 1, new SlotState.Released(), NOW));
        claim(slot, NOW);
        assertEquals(Optional.empty(), take(until(NOW)).get(0).moves());
    }

    @Test
    void taken_over_it_is_still_as_old_as_its_first_attempt() {
        Slot slot = writing(slot(call, ROBIN, "10:00"));
        claim(slot, until(NOW));
        assertEquals(NOW, take(until(until(NOW))).get(0).since());
    }

    @Test
    void of_many_who_take_at_once_one_gets_each() {
        for (int i = 0; i < 8; i++) {
            writing(slot(Fresh.call(), ROBIN, "%02d:00".formatted(8 + i)));
        }
        Instant now = until(NOW);
        List<List<Slot>> taken = AtOnce.race(i -> slots(unfinished.take(2, now, until(now))));
        assertEquals(8, taken.stream().mapToInt(List::size).sum());
        assertEquals(8, taken.stream().flatMap(List::stream).distinct().count());
    }

    private List<Unfinished> take(Instant now) {
        return unfinished.take(100, now, until(now));
    }

    private List<Slot> taken(Instant now) {
        return slots(take(now));
    }

    private static List<Slot> slots(List<Unfinished> due) {
        return due.stream().map(Unfinished::slot).toList();
    }
}
