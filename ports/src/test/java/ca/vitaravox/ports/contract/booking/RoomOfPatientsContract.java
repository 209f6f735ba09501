package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal.Claim;
import ca.vitaravox.ports.booking.BookingJournal.Room;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the journal keeps of how many appointments a patient may have: it was counted before a slot is claimed, and what came
 * since was counted by nobody.
 */
public abstract class RoomOfPatientsContract extends SlotBook {
    private static final AppointmentId BOOKED = new AppointmentId("7001");

    private static Room room(int more) {
        return new Room(more, Set.of(), false);
    }

    private Claim claim(Slot slot, Room room, Instant now) {
        return journal.claim(clinic, slot.id(), ROBIN.orElseThrow(), Optional.of(room), now, until(now));
    }

    private Slot robins(CallId by, String start) {
        return offered(slot(by, ROBIN, start));
    }

    /** Each for another call, one after the other in the day, so that only the patient is in the way. */
    private List<Slot> oneForEachCaller() {
        return IntStream.range(0, AtOnce.CALLERS)
                .mapToObj(i -> robins(Fresh.call(), "%02d:%02d".formatted(9 + i / 4, i % 4 * 15)))
                .toList();
    }

    @Test
    void of_many_claims_at_once_for_one_patient_as_many_succeed_as_there_is_room() {
        List<Slot> slots = oneForEachCaller();
        List<Claim> claims = AtOnce.race(i -> claim(slots.get(i), room(2), NOW));
        assertEquals(2, claims.stream().filter(Claim.Yours.class::isInstance).count(), claims.toString());
        assertEquals(
                AtOnce.CALLERS - 2,
                claims.stream().filter(new Claim.NoRoom()::equals).count(),
                claims.toString());
    }

    @Test
    void claims_that_only_counted_before_all_succeed() {
        List<Slot> slots = oneForEachCaller();
        List<Claim> claims = AtOnce.race(i -> claim(slots.get(i), NOW));
        assertTrue(claims.stream().allMatch(Claim.Yours.class::isInstance), claims.toString());
    }

    @Test
    void the_last_there_is_room_for_is_claimed_and_one_more_is_not() {
        writing(slot(call, ROBIN, "09:00"));
        Slot ten = robins(otherCall, "10:00");
        assertEquals(new Claim.NoRoom(), claim(ten, room(1), NOW));
        assertEquals(new SlotState.Offered(), state(ten, NOW));
        assertEquals(new Claim.Yours(1, false), claim(ten, room(2), NOW));
    }

    @Test
    void what_another_patient_gets_takes_no_room() {
        writing(slot(call, NOA, "09:00"));
        assertEquals(new Claim.Yours(1, false), claim(robins(otherCall, "10:00"), room(1), NOW));
    }

    @Test
    void what_ended_in_nothing_takes_no_room() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        journal.end(clinic, nine.id(), 1, new SlotState.Released(), NOW);
        assertEquals(new Claim.Yours(1, false), claim(robins(otherCall, "10:00"), room(1), NOW));
    }

    @Test
    void what_was_just_booked_takes_room_until_every_reading_shows_it() {
        booked(slot(call, ROBIN, "09:00"), BOOKED);
        Slot ten = robins(otherCall, "10:00");
        Instant shown = NOW.plus(HoldLedger.SETTLING);
        assertEquals(new Claim.NoRoom(), claim(ten, room(1), shown.minus(MOMENT)));
        assertEquals(new Claim.Yours(1, false), claim(ten, room(1), shown));
    }

    @Test
    void what_was_counted_already_is_not_counted_again() {
        booked(slot(call, ROBIN, "09:00"), BOOKED);
        Slot ten = robins(otherCall, "10:00");
        assertEquals(new Claim.Yours(1, false), claim(ten, new Room(1, Set.of(BOOKED), false), NOW));
    }

    @Test
    void what_was_booked_and_is_gone_takes_no_room() {
        booked(slot(call, ROBIN, "09:00"), BOOKED);
        journal.freed(clinic, BOOKED, NOW);
        assertEquals(new Claim.Yours(1, false), claim(robins(otherCall, "10:00"), room(1), NOW));
    }

    @Test
    void whoever_is_to_be_the_only_one_of_its_call_is() {
        writing(slot(call, ROBIN, "09:00"));
        Room alone = new Room(2, Set.of(), true);
        assertEquals(new Claim.NoRoom(), claim(robins(call, "10:00"), alone, NOW));
        assertEquals(new Claim.Yours(1, false), claim(robins(otherCall, "11:00"), alone, NOW));
    }

    @Test
    void a_patient_is_not_sent_to_two_providers_at_the_same_time() {
        writing(slot(call, ROBIN, "09:00"));
        Slot overlapping = offered(slot(otherCall, ROBIN, OTHER_DOCTOR, time("09:10")));
        Slot after = offered(slot(otherCall, ROBIN, OTHER_DOCTOR, time("09:15")));
        assertEquals(new Claim.NoRoom(), claim(overlapping, room(5), NOW));
        assertEquals(new Claim.Yours(1, false), claim(after, room(5), NOW));
    }

    @Test
    void a_patient_of_that_number_in_another_clinic_takes_no_room() {
        writing(slot(call, ROBIN, "09:00"));
        clinic = newClinic();
        assertEquals(new Claim.Yours(1, false), claim(robins(otherCall, "10:00"), room(1), NOW));
    }

    @Test
    void a_claim_without_room_releases_nothing_of_its_call() {
        writing(slot(otherCall, ROBIN, "09:00"));
        Slot chosen = robins(call, "11:00");
        Slot held = held(slot(call, ROBIN, "10:00"));
        assertEquals(new Claim.NoRoom(), claim(chosen, room(1), NOW));
        assertInstanceOf(SlotState.Held.class, state(held, NOW));
    }

    @Test
    void one_that_was_cut_off_does_not_stand_in_its_own_way() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        assertEquals(new Claim.Yours(2, true), claim(nine, room(1), until(NOW)));
    }

    @Test
    void no_room_is_not_a_room() {
        assertThrows(IllegalArgumentException.class, () -> room(0));
        assertEquals(1, room(1).more());
    }
}
