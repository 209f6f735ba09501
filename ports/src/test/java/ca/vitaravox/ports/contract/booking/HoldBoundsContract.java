package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.HoldLedger.Offer;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.SlotState.Held;
import ca.vitaravox.ports.booking.SlotState.Offered;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much {@link HoldLedger} lets one call, one number and withheld numbers hold. */
public abstract class HoldBoundsContract extends SlotBook {
    private static final Instant RUN_OUT = NOW.plus(HoldLedger.HOLD);
    private static final Optional<PhoneNumber> WITHHELD = Optional.empty();

    private final Optional<PhoneNumber> number = somebody();
    private int times;

    /** A time that no other of this test has. */
    private synchronized TimeRange otherTime() {
        return TimeRange.from(time("09:00").start().plus(Duration.ofMinutes(15L * times++)), Duration.ofMinutes(15));
    }

    private static Optional<PatientId> patient(int i) {
        return Optional.of(new PatientId("p" + i));
    }

    private Offer offer(
            ClinicId at, Optional<PhoneNumber> caller, CallId of, Optional<PatientId> patient, Instant now) {
        List<Slot> candidates = List.of(
                slot(of, patient, DOCTOR, otherTime()),
                slot(of, patient, DOCTOR, otherTime()),
                slot(of, patient, DOCTOR, otherTime()));
        return holds.offer(at, caller, candidates, true, 2, now);
    }

    private Offer offer(Optional<PhoneNumber> caller, CallId of, Optional<PatientId> patient) {
        return offer(clinic, caller, of, patient, NOW);
    }

    private Offer held(Optional<PhoneNumber> caller, CallId of, Optional<PatientId> patient) {
        Offer offer = offer(caller, of, patient);
        assertTrue(offer.held());
        return offer;
    }

    /** New calls from the number, each with a hold. */
    private void callsThatHold(Optional<PhoneNumber> caller, int calls) {
        for (int i = 0; i < calls; i++) {
            held(caller, Fresh.call(), NOBODY);
        }
    }

    private void threeHeldByTheCall() {
        for (int i = 1; i <= HoldLedger.MOST_PER_CALL; i++) {
            held(number, call, patient(i));
        }
    }

    @Test
    void a_call_holds_three_and_of_a_fourth_nothing_but_is_offered_all_the_same() {
        assertEquals(3, HoldLedger.MOST_PER_CALL);
        threeHeldByTheCall();
        Offer fourth = offer(number, call, patient(4));
        assertFalse(fourth.held());
        assertEquals(2, fourth.slots().size());
        fourth.slots().forEach(slot -> assertEquals(new Offered(), state(slot, NOW)));
        assertEquals(3, blocks(NOW).size());
    }

    @Test
    void what_is_offered_and_not_held_can_be_claimed_while_it_is_free() {
        threeHeldByTheCall();
        Slot free = offer(number, call, patient(4)).slots().get(1);
        assertEquals(1, attempt(claim(free, NOW)));
    }

    @Test
    void a_hold_that_gives_way_to_the_new_one_does_not_count() {
        threeHeldByTheCall();
        held(number, call, patient(3));
        held(number, call, NOBODY);
        assertEquals(1, blocks(NOW).size());
    }

    @Test
    void a_hold_that_is_being_written_does_not_count() {
        Slot first = held(number, call, patient(1)).slots().get(0);
        held(number, call, patient(2));
        held(number, call, patient(3));
        claim(first, NOW);
        held(number, call, patient(4));
        assertFalse(offer(number, call, patient(5)).held());
    }

    @Test
    void a_hold_that_ran_out_does_not_count_and_one_that_was_renewed_does() {
        threeHeldByTheCall();
        assertFalse(
                offer(clinic, number, call, patient(4), RUN_OUT.minus(MOMENT)).held());
        holds.renew(clinic, call, NOW.plus(MOMENT));
        assertFalse(offer(clinic, number, call, patient(4), RUN_OUT).held());
        assertTrue(offer(clinic, number, call, patient(4), RUN_OUT.plus(MOMENT)).held());
    }

    @Test
    void a_number_holds_five_in_all_its_calls() {
        assertEquals(5, HoldLedger.MOST_PER_NUMBER);
        callsThatHold(number, 5);
        Offer sixth = offer(number, Fresh.call(), NOBODY);
        assertFalse(sixth.held());
        assertEquals(2, sixth.slots().size());
        held(somebody(), Fresh.call(), NOBODY);
        held(WITHHELD, Fresh.call(), NOBODY);
    }

    @Test
    void a_number_that_holds_five_may_replace_one_of_them() {
        held(number, call, patient(1));
        callsThatHold(number, 4);
        held(number, call, patient(1));
        assertFalse(offer(number, call, patient(2)).held());
    }

    @Test
    void once_a_call_is_over_its_number_may_hold_again() {
        held(number, call, patient(1));
        held(number, call, patient(2));
        callsThatHold(number, 3);
        holds.release(clinic, call, NOW);
        callsThatHold(number, 2);
        assertFalse(offer(number, Fresh.call(), NOBODY).held());
    }

    @Test
    void withheld_numbers_hold_twenty_together() {
        assertEquals(20, HoldLedger.MOST_WITHHELD);
        callsThatHold(WITHHELD, 20);
        assertFalse(offer(WITHHELD, Fresh.call(), NOBODY).held());
        held(number, call, NOBODY);
    }

    @Test
    void a_withheld_number_holds_three_in_a_call_like_any_other() {
        for (int i = 1; i <= 3; i++) {
            held(WITHHELD, call, patient(i));
        }
        assertFalse(offer(WITHHELD, call, patient(4)).held());
    }

    @Test
    void what_is_held_at_another_clinic_does_not_count() {
        ClinicId other = newClinic();
        callsThatHold(number, 5);
        callsThatHold(WITHHELD, 20);
        assertTrue(offer(other, number, Fresh.call(), NOBODY, NOW).held());
        assertTrue(offer(other, WITHHELD, Fresh.call(), NOBODY, NOW).held());
    }

    @Test
    void an_offer_that_was_not_to_hold_anything_is_the_same_at_the_bound() {
        callsThatHold(number, 5);
        Slot asked = slot(call, NOBODY, DOCTOR, otherTime());
        assertEquals(new Offer(List.of(asked), false), holds.offer(clinic, number, List.of(asked), false, 1, NOW));
    }

    @Test
    void a_time_that_another_holds_is_not_offered_at_the_bound_either() {
        callsThatHold(number, 5);
        Slot theirs = slot(otherCall, NOBODY, DOCTOR, otherTime());
        assertTrue(
                holds.offer(clinic, somebody(), List.of(theirs), true, 1, NOW).held());
        Slot same = slot(call, NOBODY, DOCTOR, theirs.time());
        assertEquals(Offer.NOTHING, holds.offer(clinic, number, List.of(same), true, 1, NOW));
    }

    @Test
    void of_many_calls_from_one_number_at_once_five_hold() {
        List<Offer> offers = AtOnce.race(i -> offer(number, Fresh.call(), NOBODY));
        assertEquals(5, offers.stream().filter(Offer::held).count());
        offers.forEach(offer -> {
            assertEquals(2, offer.slots().size());
            SlotState first = state(offer.slots().get(0), NOW);
            assertEquals(offer.held() ? new Held(RUN_OUT) : new Offered(), first);
        });
    }

    @Test
    void of_many_calls_from_withheld_numbers_at_once_twenty_hold_and_no_call_more_than_three() {
        callsThatHold(WITHHELD, 10);
        List<Offer> ofOneCall = AtOnce.race(i -> offer(WITHHELD, call, patient(i)));
        assertEquals(3, ofOneCall.stream().filter(Offer::held).count());
        List<Offer> offers = AtOnce.race(i -> offer(WITHHELD, Fresh.call(), NOBODY));
        assertEquals(7, offers.stream().filter(Offer::held).count());
    }
}
