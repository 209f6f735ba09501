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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link UnfinishedWrites} keeps; each test has a book that no other test's slots are in. */
public abstract class UnfinishedWritesContract extends LookingBackContract {
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
        unfinished.done(due);
        assertEquals(List.of(), taken(until(NOW)));
        holds.release(clinic, call, until(NOW));
        assertEquals(List.of(), taken(until(NOW)), "a call that ends twice ends once");
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
}
