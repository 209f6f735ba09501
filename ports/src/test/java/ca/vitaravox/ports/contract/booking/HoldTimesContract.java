package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.SlotState.Held;
import ca.vitaravox.ports.booking.SlotState.Offered;
import ca.vitaravox.ports.booking.SlotState.Released;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long {@link HoldLedger} promises to hold a slot. */
public abstract class HoldTimesContract extends SlotBook {
    static final Instant RUN_OUT = NOW.plus(HoldLedger.HOLD);

    @Test
    void a_hold_lasts_three_minutes_and_no_longer() {
        Slot nine = held(slot(call, ROBIN, "09:00"));
        assertEquals(Duration.ofMinutes(3), HoldLedger.HOLD);
        assertEquals(new Held(RUN_OUT), state(nine, RUN_OUT.minus(MOMENT)));
        assertFalse(free("09:00", RUN_OUT.minus(MOMENT)));
        assertEquals(new SlotState.Expired(), state(nine, RUN_OUT));
        assertEquals(List.of(), blocks(RUN_OUT));
        assertTrue(free("09:00", RUN_OUT));
    }

    @Test
    void a_time_whose_hold_ran_out_is_held_for_another() {
        held(slot(call, ROBIN, "09:00"));
        Slot again = slot(otherCall, NOA, "09:00");
        assertEquals(
                List.of(again),
                holds.offer(clinic, somebody(), List.of(again), true, 1, RUN_OUT)
                        .slots());
        assertEquals(new Held(RUN_OUT.plus(HoldLedger.HOLD)), state(again, RUN_OUT));
    }

    @Test
    void a_hold_is_renewed_for_three_minutes_from_now() {
        Slot nine = held(slot(call, ROBIN, "09:00"));
        Instant last = RUN_OUT.minus(MOMENT);
        holds.renew(clinic, call, last);
        assertEquals(new Held(last.plus(HoldLedger.HOLD)), state(nine, last));
        assertFalse(free("09:00", last.plus(HoldLedger.HOLD).minus(MOMENT)));
        assertTrue(free("09:00", last.plus(HoldLedger.HOLD)));
    }

    @Test
    void a_hold_lasts_ten_minutes_at_most_however_often_renewed() {
        Slot nine = held(slot(call, ROBIN, "09:00"));
        Instant latest = NOW.plus(Duration.ofMinutes(10));
        assertEquals(NOW.plus(HoldLedger.LONGEST_HOLD), latest);
        for (Instant now = NOW; now.isBefore(latest); now = now.plusSeconds(60)) {
            holds.renew(clinic, call, now);
            Instant until = now.plus(HoldLedger.HOLD);
            assertEquals(new Held(until.isBefore(latest) ? until : latest), state(nine, now));
        }
        holds.renew(clinic, call, latest.minus(MOMENT));
        assertFalse(free("09:00", latest.minus(MOMENT)));
        holds.renew(clinic, call, latest);
        assertEquals(new SlotState.Expired(), state(nine, latest));
    }

    @Test
    void a_hold_that_ran_out_is_not_renewed() {
        Slot nine = held(slot(call, ROBIN, "09:00"));
        holds.renew(clinic, call, RUN_OUT);
        assertEquals(new SlotState.Expired(), state(nine, RUN_OUT));
    }

    @Test
    void all_holds_of_a_call_are_renewed_and_those_of_no_other_call_or_clinic() {
        Slot robins = held(slot(call, ROBIN, "09:00"));
        Slot noas = held(slot(call, NOA, "10:00"));
        Slot stranger = held(slot(otherCall, NOBODY, "11:00"));
        Instant later = NOW.plusSeconds(60);
        holds.renew(newClinic(), otherCall, later);
        holds.renew(clinic, call, later);
        assertEquals(new Held(RUN_OUT.plusSeconds(60)), state(robins, later));
        assertEquals(new Held(RUN_OUT.plusSeconds(60)), state(noas, later));
        assertEquals(new Held(RUN_OUT), state(stranger, later));
    }

    @Test
    void renewing_changes_nothing_that_is_not_held() {
        Slot offered = offered(slot(call, ROBIN, "09:00"));
        Slot writing = writing(slot(call, ROBIN, "10:00"));
        SlotState before = state(writing, NOW);
        holds.renew(clinic, call, NOW.plusSeconds(10));
        assertEquals(new Offered(), state(offered, NOW));
        assertEquals(before, state(writing, NOW));
    }

    @Test
    void a_call_that_is_over_holds_nothing() {
        Slot robins = held(slot(call, ROBIN, "09:00"));
        Slot noas = held(slot(call, NOA, "10:00"));
        holds.release(clinic, call, NOW);
        assertEquals(List.of(), blocks(NOW));
        assertEquals(new Released(), state(robins, NOW));
        assertEquals(new Released(), state(noas, NOW));
    }

    @Test
    void writes_and_bookings_outlive_the_call() {
        writing(slot(call, ROBIN, "09:00"));
        booked(slot(call, NOA, "10:00"), Fresh.appointment());
        holds.release(clinic, call, NOW);
        assertFalse(free("09:00", NOW));
        assertFalse(free("10:00", NOW));
    }

    @Test
    void releasing_touches_no_other_call_or_clinic() {
        held(slot(call, ROBIN, "09:00"));
        holds.release(clinic, otherCall, NOW);
        holds.release(newClinic(), call, NOW);
        assertFalse(free("09:00", NOW));
    }
}
