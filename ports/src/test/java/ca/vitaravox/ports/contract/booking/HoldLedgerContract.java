package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.BookingJournal.Claim;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.HoldLedger.Block;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.SlotState.Held;
import ca.vitaravox.ports.booking.SlotState.Offered;
import ca.vitaravox.ports.booking.SlotState.Released;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link HoldLedger} promises of the slots it offers and holds. */
public abstract class HoldLedgerContract extends HoldTimesContract {
    @Test
    void the_first_opening_is_held_and_the_others_are_only_offered() {
        Slot first = slot(call, ROBIN, "09:00");
        Slot second = slot(call, ROBIN, "09:15");
        assertEquals(List.of(first, second), hold(first, second));
        assertEquals(new Held(RUN_OUT), state(first, NOW));
        assertEquals(new Offered(), state(second, NOW));
        assertTrue(free("09:15", NOW));
    }

    @Test
    void a_held_time_is_offered_to_nobody_else() {
        held(slot(call, ROBIN, "09:00"));
        Slot nine = slot(otherCall, NOA, "09:00");
        Slot later = slot(otherCall, NOA, "09:15");
        assertEquals(List.of(later), hold(nine, later));
        assertEquals(new Held(RUN_OUT), state(later, NOW));
        assertTrue(journal.slot(clinic, otherCall, nine.id(), NOW).isEmpty());
    }

    @Test
    void a_held_time_is_not_even_offered_without_a_hold() {
        held(slot(call, ROBIN, "09:15"));
        Slot nine = slot(otherCall, NOA, "09:00");
        Slot later = slot(otherCall, NOA, "09:30");
        assertEquals(List.of(nine, later), offer(nine, slot(otherCall, NOA, "09:15"), later));
    }

    @Test
    void an_offer_keeps_the_order_of_preference() {
        Slot later = slot(call, ROBIN, "11:00");
        Slot earlier = slot(call, ROBIN, "09:00");
        assertEquals(List.of(later, earlier), hold(later, earlier));
        assertEquals(new Held(RUN_OUT), state(later, NOW));
    }

    @Test
    void no_more_are_offered_than_asked_for() {
        Slot first = slot(call, ROBIN, "09:00");
        Slot second = slot(call, ROBIN, "09:15");
        Slot third = slot(call, ROBIN, "09:30");
        assertEquals(
                List.of(first, second),
                holds.offer(clinic, somebody(), List.of(first, second, third), true, 2, NOW)
                        .slots());
        assertTrue(journal.slot(clinic, call, third.id(), NOW).isEmpty());
        assertEquals(
                List.of(third),
                holds.offer(clinic, somebody(), List.of(third), false, 1, NOW).slots());
    }

    @Test
    void nothing_is_offered_when_everything_is_blocked() {
        held(slot(call, ROBIN, "09:00"));
        assertEquals(List.of(), hold(slot(otherCall, NOA, "09:00")));
        assertEquals(List.of(), offer(slot(otherCall, NOA, "09:00")));
        assertEquals(List.of(), hold());
    }

    @Test
    void an_offer_without_a_hold_blocks_nothing() {
        Slot nine = offered(slot(call, ROBIN, "09:00"));
        assertEquals(new Offered(), state(nine, NOW));
        assertEquals(List.of(), blocks(NOW));
        held(slot(otherCall, NOA, "09:00"));
    }

    @Test
    void the_hold_just_made_blocks_no_other_candidate() {
        Slot nine = slot(call, ROBIN, DOCTOR, TimeRange.from(time("09:00").start(), Duration.ofMinutes(30)));
        Slot quarterPast =
                slot(call, ROBIN, DOCTOR, TimeRange.from(time("09:15").start(), Duration.ofMinutes(30)));
        assertEquals(List.of(nine, quarterPast), hold(nine, quarterPast));
    }

    @ParameterizedTest
    @CsvSource({"08:50, false", "09:10, false", "08:45, true", "09:15, true"})
    void times_that_overlap_are_blocked_and_times_that_only_touch_are_free(String start, boolean free) {
        held(slot(call, ROBIN, "09:00"));
        assertEquals(free, free(start, NOW));
    }

    @Test
    void another_provider_is_not_blocked() {
        held(slot(call, ROBIN, "09:00"));
        held(slot(otherCall, NOA, OTHER_DOCTOR, time("09:00")));
    }

    @Test
    void another_clinic_is_not_blocked() {
        held(slot(call, ROBIN, "09:00"));
        clinic = newClinic();
        assertEquals(List.of(), blocks(NOW));
        held(slot(otherCall, NOA, "09:00"));
    }

    @Test
    void blocks_say_for_whom_when_and_how_firmly() {
        held(slot(call, NOBODY, "09:00"));
        writing(slot(otherCall, NOA, "10:00"));
        assertEquals(
                Set.of(
                        new Block(call, NOBODY, DOCTOR, time("09:00"), CHECKUP, true),
                        new Block(otherCall, NOA, DOCTOR, time("10:00"), CHECKUP, false)),
                Set.copyOf(blocks(NOW)));
    }

    @Test
    void a_write_blocks_for_the_patient_it_is_for() {
        Slot nine = offered(slot(call, NOBODY, "09:00"));
        journal.claim(clinic, nine.id(), NOA.orElseThrow(), NOW, until(NOW));
        assertEquals(List.of(new Block(call, NOA, DOCTOR, time("09:00"), CHECKUP, false)), blocks(NOW));
    }

    @ParameterizedTest
    @CsvSource({"08:46, true", "09:14, true", "08:45, false", "09:15, false"})
    void blocks_are_those_that_reach_into_the_window(String start, boolean shown) {
        held(slot(call, ROBIN, "09:00"));
        assertEquals(
                shown, !holds.blocks(clinic, Set.of(DOCTOR), time(start), NOW).isEmpty());
    }

    @Test
    void blocks_are_those_of_the_providers_asked_about() {
        held(slot(call, ROBIN, "09:00"));
        Set<Block> ours = Set.copyOf(holds.blocks(clinic, Set.of(DOCTOR, OTHER_DOCTOR), time("09:00"), NOW));
        assertEquals(Set.of(new Block(call, ROBIN, DOCTOR, time("09:00"), CHECKUP, true)), ours);
        assertEquals(List.of(), holds.blocks(clinic, Set.of(OTHER_DOCTOR), time("09:00"), NOW));
        assertEquals(List.of(), holds.blocks(clinic, Set.of(), time("09:00"), NOW));
    }

    @ParameterizedTest
    @CsvSource({",", ", 1", "1,", "1, 1"})
    void a_new_search_for_the_same_patient_or_for_none_replaces_the_hold(String heldFor, String searchedFor) {
        Slot before = held(slot(call, patient(heldFor), "09:00"));
        held(slot(call, patient(searchedFor), "11:00"));
        assertEquals(new Released(), state(before, NOW));
        assertTrue(free("09:00", NOW));
    }

    @Test
    void a_search_for_another_patient_keeps_the_hold() {
        Slot robins = held(slot(call, ROBIN, "09:00"));
        Slot noas = slot(call, NOA, "09:15");
        assertEquals(List.of(noas), hold(slot(call, NOA, "09:00"), noas));
        assertEquals(new Held(RUN_OUT), state(robins, NOW));
        assertEquals(new Held(RUN_OUT), state(noas, NOW));
    }

    @Test
    void a_search_of_another_call_keeps_the_hold() {
        Slot ours = held(slot(call, ROBIN, "09:00"));
        held(slot(otherCall, ROBIN, "11:00"));
        assertEquals(new Held(RUN_OUT), state(ours, NOW));
    }

    @Test
    void an_offer_without_a_hold_replaces_too() {
        Slot before = held(slot(call, ROBIN, "09:00"));
        offered(slot(call, ROBIN, "11:00"));
        assertEquals(new Released(), state(before, NOW));
    }

    @Test
    void the_replaced_hold_is_released_first_so_its_time_can_be_offered_again() {
        held(slot(call, ROBIN, "09:00"));
        held(slot(call, ROBIN, "09:00"));
        assertEquals(1, blocks(NOW).size());
    }

    @Test
    void the_replaced_hold_is_released_even_if_every_candidate_is_blocked() {
        Slot before = held(slot(call, ROBIN, "09:00"));
        held(slot(otherCall, NOA, "11:00"));
        assertEquals(List.of(), hold(slot(call, ROBIN, "11:00")));
        assertEquals(new Released(), state(before, NOW));
    }

    @Test
    void a_write_is_not_replaced_by_its_own_calls_search() {
        Slot ours = writing(slot(call, ROBIN, "09:00"));
        assertEquals(List.of(), hold(slot(call, ROBIN, "09:00")));
        assertInstanceOf(SlotState.Writing.class, state(ours, NOW));
    }

    @Test
    void of_many_callers_at_once_exactly_one_gets_an_opening() {
        List<Slot> sold = new OpeningRace(holds, clinic).forOne(time("09:00"));
        assertEquals(1, sold.size());
        assertEquals(1, blocks(NOW).size());
    }

    @Test
    void of_a_morning_sought_by_many_callers_at_once_no_opening_is_sold_twice_and_none_is_lost() {
        List<TimeRange> morning = List.of(time("09:00"), time("09:15"), time("09:30"), time("09:45"), time("10:00"));
        List<Slot> sold = new OpeningRace(holds, clinic).forAny(morning);
        assertEquals(morning.size(), sold.size());
        assertEquals(0, OpeningRace.soldTwice(sold));
    }

    @Test
    void of_many_openings_sought_by_all_callers_at_once_each_is_held_once() {
        List<Slot> sold = new OpeningRace(holds, clinic).forEach(longDay());
        assertEquals(longDay().size(), sold.size());
        assertEquals(0, OpeningRace.soldTwice(sold));
    }

    @Test
    void of_many_callers_who_hold_or_claim_at_once_exactly_one_gets_the_time() {
        List<Slot> offered = AtOnce.race(i -> offered(slot(Fresh.call(), ROBIN, "09:00")));
        long got = AtOnce.race(i -> i % 2 == 0
                        ? claim(offered.get(i), NOW) instanceof Claim.Yours
                        : !hold(slot(Fresh.call(), NOA, "09:00")).isEmpty())
                .stream()
                .filter(won -> won)
                .count();
        assertEquals(1, got);
        assertEquals(1, blocks(NOW).size());
    }

    private static Optional<PatientId> patient(String id) {
        return Optional.ofNullable(id).map(PatientId::new);
    }
}
