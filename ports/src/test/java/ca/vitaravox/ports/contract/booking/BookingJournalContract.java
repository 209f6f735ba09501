package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.BookingJournal.Claim;
import ca.vitaravox.ports.booking.BookingJournal.Entry;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState.Compensated;
import ca.vitaravox.ports.booking.SlotState.Expired;
import ca.vitaravox.ports.booking.SlotState.Held;
import ca.vitaravox.ports.booking.SlotState.Offered;
import ca.vitaravox.ports.booking.SlotState.Released;
import ca.vitaravox.ports.booking.SlotState.Writing;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link BookingJournal} promises of slots that become appointments. */
public abstract class BookingJournalContract extends AttemptEndsContract {
    @Test
    void a_slot_is_kept_as_it_was_offered() {
        Slot nine = offered(slot(call, ROBIN, "09:00"));
        assertEquals(
                new Entry(nine, new Offered()),
                journal.slot(clinic, call, nine.id(), NOW).orElseThrow());
        Slot forNobody = held(slot(call, NOBODY, OTHER_DOCTOR, time("10:00")));
        assertEquals(
                forNobody,
                journal.slot(clinic, call, forNobody.id(), NOW).orElseThrow().slot());
    }

    @Test
    void a_slot_is_known_to_its_own_call_and_clinic_only() {
        Slot nine = offered(slot(call, ROBIN, "09:00"));
        assertTrue(journal.slot(clinic, otherCall, nine.id(), NOW).isEmpty());
        assertTrue(journal.slot(newClinic(), call, nine.id(), NOW).isEmpty());
        assertTrue(journal.slot(clinic, call, Fresh.slot(), NOW).isEmpty());
    }

    @Test
    void an_offered_slot_can_be_claimed_and_blocks_its_time_from_then_on() {
        Slot nine = offered(slot(call, ROBIN, "09:00"));
        assertEquals(new Claim.Yours(1, false), claim(nine, NOW));
        assertEquals(new Writing(PATIENT, 1, UNTIL), state(nine, NOW));
        assertFalse(free("09:00", NOW));
    }

    @Test
    void a_held_slot_can_be_claimed_and_no_longer_runs_out() {
        Slot nine = held(slot(call, ROBIN, "09:00"));
        Instant last = NOW.plus(HoldLedger.HOLD).minus(MOMENT);
        assertEquals(new Claim.Yours(1, false), claim(nine, last));
        assertEquals(new Writing(PATIENT, 1, until(last)), state(nine, NOW.plus(HoldLedger.HOLD)));
        assertFalse(free("09:00", NOW.plus(HoldLedger.LONGEST_HOLD)));
    }

    @Test
    void a_slot_whose_hold_ran_out_can_be_claimed_while_its_time_is_free() {
        Slot nine = held(slot(call, ROBIN, "09:00"));
        Instant late = NOW.plus(Duration.ofHours(1));
        assertEquals(new Expired(), state(nine, late));
        assertEquals(new Claim.Yours(1, false), claim(nine, late));
    }

    @Test
    void a_slot_whose_hold_ran_out_and_was_taken_is_blocked() {
        Slot nine = held(slot(call, ROBIN, "09:00"));
        Instant late = NOW.plus(HoldLedger.HOLD);
        holds.offer(clinic, somebody(), List.of(slot(otherCall, NOA, "09:00")), true, 1, late);
        assertEquals(new Claim.Blocked(), claim(nine, late));
        assertEquals(new Expired(), state(nine, late));
    }

    @Test
    void an_offered_slot_whose_time_is_taken_meanwhile_is_blocked() {
        Slot nine = offered(slot(call, ROBIN, "09:00"));
        Slot alike = offered(slot(call, ROBIN, "10:00"));
        writing(slot(otherCall, NOA, "09:50"));
        held(slot(otherCall, NOA, "09:10"));
        assertEquals(new Claim.Blocked(), claim(nine, NOW));
        assertEquals(new Claim.Blocked(), claim(alike, NOW));
        assertEquals(new Offered(), state(nine, NOW));
    }

    @Test
    void a_slot_may_be_claimed_for_another_patient_than_was_searched_for() {
        Slot nine = offered(slot(call, NOBODY, "09:00"));
        journal.claim(clinic, nine.id(), NOA.orElseThrow(), NOW, UNTIL);
        assertEquals(new Writing(NOA.orElseThrow(), 1, UNTIL), state(nine, NOW));
    }

    @Test
    void a_write_cut_off_for_one_patient_is_not_taken_over_for_another() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        assertEquals(new Claim.NotYours(), journal.claim(clinic, nine.id(), NOA.orElseThrow(), UNTIL, until(UNTIL)));
        assertEquals(new Claim.Yours(2, true), claim(nine, UNTIL));
    }

    @Test
    void a_slot_never_offered_here_cannot_be_claimed() {
        Slot elsewhere = offered(slot(call, ROBIN, "09:00"));
        clinic = newClinic();
        assertThrows(NoSuchElementException.class, () -> claim(elsewhere, NOW));
        assertThrows(NoSuchElementException.class, () -> claim(slot(call, ROBIN, "09:00"), NOW));
    }

    @Test
    void the_calls_own_hold_gives_way_to_the_slot_it_chose() {
        Slot chosen = offered(slot(call, ROBIN, "09:00"));
        Slot held = held(slot(call, NOBODY, "09:10"));
        assertEquals(new Claim.Yours(1, false), claim(chosen, NOW));
        assertEquals(new Released(), state(held, NOW));
    }

    @Test
    void a_hold_elsewhere_in_the_day_is_released_too_once_its_call_chose_another_slot() {
        Slot held = slot(call, ROBIN, "09:00");
        Slot chosen = slot(call, ROBIN, "11:00");
        hold(held, chosen);
        claim(chosen, NOW);
        assertEquals(new Released(), state(held, NOW));
        assertTrue(free("09:00", NOW));
    }

    @Test
    void a_claim_that_is_blocked_releases_nothing() {
        Slot chosen = offered(slot(call, ROBIN, "11:00"));
        Slot held = held(slot(call, ROBIN, "09:00"));
        held(slot(otherCall, NOA, "11:00"));
        assertEquals(new Claim.Blocked(), claim(chosen, NOW));
        assertEquals(new Held(NOW.plus(HoldLedger.HOLD)), state(held, NOW));
    }

    @Test
    void the_calls_hold_for_another_patient_does_not_give_way() {
        Slot robins = offered(slot(call, ROBIN, "09:00"));
        held(slot(call, NOA, "09:00"));
        assertEquals(new Claim.Blocked(), claim(robins, NOW));
    }

    @Test
    void a_slot_being_written_is_nobody_elses_until_its_time_is_up() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        assertEquals(new Claim.NotYours(), claim(nine, UNTIL.minus(MOMENT)));
        assertEquals(new Claim.Yours(2, true), claim(nine, UNTIL));
        assertEquals(new Writing(PATIENT, 2, until(UNTIL)), state(nine, UNTIL));
        assertEquals(new Claim.NotYours(), claim(nine, UNTIL));
    }

    @Test
    void a_write_that_was_cut_off_blocks_its_time_until_somebody_knows_how_it_ended() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        Instant muchLater = NOW.plus(Duration.ofHours(5));
        assertEquals(new Writing(PATIENT, 1, UNTIL), state(nine, muchLater));
        assertFalse(free("09:00", muchLater));
    }

    @Test
    void a_patients_slots_are_those_being_written_or_booked_in_this_call() {
        Slot writing = writing(slot(call, ROBIN, "09:00"));
        Slot booked = booked(slot(call, ROBIN, "09:15"), Fresh.appointment());
        writing(slot(call, NOA, "10:00"));
        writing(slot(otherCall, ROBIN, "10:15"));
        Slot undone = writing(slot(call, ROBIN, "11:00"));
        journal.end(clinic, undone.id(), 1, new Compensated(), NOW);
        hold(slot(call, ROBIN, "12:00"), slot(call, ROBIN, "12:15"));
        assertEquals(Set.of(writing.id(), booked.id()), idsOf(clinic, NOW));
        assertEquals(Set.of(writing.id(), booked.id()), idsOf(clinic, NOW.plus(Duration.ofHours(1))));
        assertEquals(Set.of(), idsOf(newClinic(), NOW));
    }

    private Set<?> idsOf(ClinicId where, Instant now) {
        List<Entry> entries = journal.of(where, call, PATIENT, now);
        Set<?> ids = Set.copyOf(entries.stream().map(each -> each.slot().id()).toList());
        assertEquals(ids.size(), entries.size());
        return ids;
    }

    @Test
    void of_many_who_claim_one_slot_at_once_exactly_one_gets_it() {
        Slot nine = offered(slot(call, ROBIN, "09:00"));
        List<Claim> claims = AtOnce.race(i -> claim(nine, NOW));
        assertEquals(
                1, claims.stream().filter(new Claim.Yours(1, false)::equals).count());
        assertEquals(
                AtOnce.CALLERS - 1,
                claims.stream().filter(new Claim.NotYours()::equals).count());
    }

    @Test
    void of_many_callers_who_claim_one_opening_at_once_exactly_one_gets_it() {
        List<Slot> slots = AtOnce.race(i -> offered(slot(Fresh.call(), ROBIN, "09:00")));
        List<Claim> claims = AtOnce.race(i -> claim(slots.get(i), NOW));
        assertEquals(
                1, claims.stream().filter(new Claim.Yours(1, false)::equals).count());
        assertEquals(
                AtOnce.CALLERS - 1,
                claims.stream().filter(new Claim.Blocked()::equals).count());
        assertEquals(1, blocks(NOW).size());
    }

    @Test
    void of_many_openings_claimed_by_all_callers_at_once_each_is_claimed_once() {
        List<List<Slot>> slots = AtOnce.race(i -> longDay().stream()
                .map(time -> offered(slot(Fresh.call(), ROBIN, DOCTOR, time)))
                .toList());
        List<Slot> sold = AtOnce.race(i -> slots.get(i).stream()
                        .filter(slot -> claim(slot, NOW) instanceof Claim.Yours)
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
        assertEquals(longDay().size(), sold.size());
        assertEquals(0, OpeningRace.soldTwice(sold));
    }

    @Test
    void of_many_who_take_over_one_write_at_once_exactly_one_gets_it() {
        Slot nine = writing(slot(call, ROBIN, "09:00"));
        List<Claim> claims = AtOnce.race(i -> claim(nine, UNTIL));
        assertEquals(1, claims.stream().filter(new Claim.Yours(2, true)::equals).count());
        assertEquals(
                AtOnce.CALLERS - 1,
                claims.stream().filter(new Claim.NotYours()::equals).count());
    }
}
