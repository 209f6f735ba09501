package ca.vitaravox.ports.contract.waitlist;

import static ca.vitaravox.ports.contract.waitlist.Entries.NOW;
import static ca.vitaravox.ports.contract.waitlist.Entries.UNTIL;
import static ca.vitaravox.ports.contract.waitlist.Entries.entry;
import static ca.vitaravox.ports.contract.waitlist.Entries.patient;
import static ca.vitaravox.ports.contract.waitlist.Entries.person;
import static ca.vitaravox.ports.contract.waitlist.Entries.somebody;
import static ca.vitaravox.ports.contract.waitlist.Entries.somebodyElse;
import static ca.vitaravox.ports.contract.waitlist.Entries.withheld;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.waitlist.EntryEnd;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Person;
import ca.vitaravox.ports.waitlist.Priority;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistBook.Asking;
import ca.vitaravox.ports.waitlist.WaitlistBook.Joining;
import ca.vitaravox.ports.waitlist.WaitlistBook.Limits;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link WaitlistBook} keeps. */
public abstract class WaitlistBookContract implements Clinics {
    private static final Limits LIMITS = new Limits(3, 30);
    private static final PhoneNumber HOME = new PhoneNumber("+16045550142");

    private WaitlistBook book;
    private ClinicId clinic;

    /** The book. */
    protected abstract WaitlistBook waitlistBook();

    @BeforeEach
    void open() {
        book = waitlistBook();
        clinic = newClinic();
    }

    private Joining join(WaitlistEntry entry, Asking asking) {
        return book.join(clinic, entry, asking, LIMITS, entry.since());
    }

    private EntryId joined(WaitlistEntry entry) {
        join(entry, somebodyElse());
        return entry.id();
    }

    private List<EntryId> waiting(Instant when) {
        return book.waiting(clinic, when).stream()
                .map(waiting -> waiting.entry().id())
                .toList();
    }

    @Test
    void an_entry_is_kept_with_all_that_is_known_of_it() {
        WaitlistEntry full = Entries.full(new WaitlistEntry.Instead(Fresh.appointment(), UNTIL));
        joined(full);
        assertEquals(Optional.of(full), book.entry(clinic, full.id(), NOW));
        assertEquals(List.of(new WaitlistBook.Waiting(full, false)), book.waiting(clinic, NOW));
    }

    @Test
    void priority_comes_first_and_then_who_waits_longest() {
        EntryId second = joined(somebody(NOW));
        EntryId third = joined(somebody(NOW.plusSeconds(1)));
        EntryId first = joined(somebody(NOW.plusSeconds(2)));
        book.prioritise(clinic, first, Priority.URGENT);
        assertEquals(List.of(first, second, third), waiting(NOW.plusSeconds(3)));
        book.prioritise(clinic, first, Priority.USUAL);
        assertEquals(List.of(second, third, first), waiting(NOW.plusSeconds(3)));
    }

    @Test
    void places_are_counted_from_one() {
        assertEquals(new Joining.Joined(1), join(somebody(NOW), somebodyElse()));
        assertEquals(new Joining.Joined(2), join(somebody(NOW.plusSeconds(1)), somebodyElse()));
    }

    @Test
    void an_entry_waits_until_its_time_is_over() {
        EntryId entry = joined(somebody(NOW));
        assertEquals(List.of(entry), waiting(UNTIL.minusMillis(1)));
        assertEquals(List.of(), waiting(UNTIL));
        assertEquals(Optional.empty(), book.entry(clinic, entry, UNTIL));
        assertFalse(book.end(clinic, entry, EntryEnd.REMOVED, UNTIL));
    }

    @Test
    void one_person_has_one_entry_whoever_asks() {
        Person noa = person("Noa", HOME);
        EntryId first = joined(entry(noa, NOW));
        joined(entry(noa, NOW));
        join(entry(noa, NOW), withheld());
        joined(entry(person("NÓA", HOME), NOW));
        assertEquals(List.of(first), waiting(NOW));
    }

    @Test
    void two_of_one_family_have_two_entries() {
        joined(entry(person("Noa", HOME), NOW));
        joined(entry(person("Robin", HOME), NOW));
        assertEquals(2, waiting(NOW).size());
    }

    @Test
    void a_person_may_come_back_once_their_time_was_over_or_their_entry_ended() {
        Person noa = person("Noa", HOME);
        EntryId first = joined(entry(noa, NOW));
        book.end(clinic, first, EntryEnd.REMOVED, NOW);
        EntryId second = joined(entry(noa, NOW));
        assertEquals(List.of(second), waiting(NOW));
        assertEquals(new Joining.Joined(1), join(entry(noa, UNTIL), somebodyElse()));
    }

    @Test
    void that_somebody_waits_already_is_told_at_their_number_in_their_call_or_to_themselves() {
        Asking first = new Asking(Fresh.call(), Optional.of(Fresh.phone()));
        Person noa = person("Noa", HOME);
        join(entry(noa, NOW), first);
        Joining already = new Joining.Already(1);
        assertEquals(already, join(entry(noa, NOW), new Asking(Fresh.call(), first.caller())));
        assertEquals(already, join(entry(noa, NOW), new Asking(Fresh.call(), Optional.of(HOME))));
        assertEquals(already, join(entry(noa, NOW), new Asking(first.call(), Optional.empty())));
        Person patient = patient("7");
        join(entry(patient, NOW.plusSeconds(1)), withheld());
        assertEquals(new Joining.Already(2), join(entry(patient, NOW.plusSeconds(1)), somebodyElse()));
    }

    /** Whoever fishes for a name asks for it, then for another, then for the first again. */
    @Test
    void to_others_nothing_tells_somebody_who_waits_from_somebody_who_does_not() {
        assertEquals(fish(true), fish(false));
    }

    private List<Joining> fish(boolean waits) {
        clinic = newClinic();
        joined(somebody(NOW));
        Person noa = person("Noa", HOME);
        joined(waits ? entry(noa, NOW.plusSeconds(1)) : somebody(NOW.plusSeconds(1)));
        Asking fisher = somebodyElse();
        Asking accomplice = withheld();
        return List.of(
                join(entry(noa, NOW.plusSeconds(2)), fisher),
                join(somebody(NOW.plusSeconds(3)), accomplice),
                join(entry(noa, NOW.plusSeconds(4)), fisher),
                join(entry(noa, NOW.plusSeconds(5)), accomplice),
                join(somebody(NOW.plusSeconds(6)), fisher),
                join(somebody(NOW.plusSeconds(7)), fisher),
                join(somebody(NOW.plusSeconds(8)), fisher));
    }

    @Test
    void one_number_puts_so_many_on_the_list_and_no_more() {
        Asking caller = somebodyElse();
        for (int i = 0; i < LIMITS.perNumber(); i++) {
            assertEquals(new Joining.Joined(i + 1), join(somebody(NOW.plusSeconds(i)), caller));
        }
        assertEquals(new Joining.Full(), join(somebody(NOW), new Asking(Fresh.call(), caller.caller())));
        assertEquals(new Joining.Joined(LIMITS.perNumber() + 1), join(somebody(NOW.plusSeconds(60)), somebodyElse()));
    }

    @Test
    void where_the_number_is_withheld_one_call_does() {
        Asking caller = withheld();
        for (int i = 0; i < LIMITS.perNumber(); i++) {
            join(somebody(NOW.plusSeconds(i)), caller);
        }
        assertEquals(new Joining.Full(), join(somebody(NOW), caller));
        assertEquals(new Joining.Joined(LIMITS.perNumber() + 1), join(somebody(NOW.plusSeconds(60)), withheld()));
    }

    @Test
    void a_clinic_has_room_for_so_many_and_no_more() {
        for (int i = 0; i < LIMITS.perClinic(); i++) {
            assertEquals(new Joining.Joined(i + 1), join(somebody(NOW.plusSeconds(i)), somebodyElse()));
        }
        assertEquals(new Joining.Full(), join(somebody(NOW), somebodyElse()));
        EntryId one = waiting(NOW).get(0);
        assertTrue(book.end(clinic, one, EntryEnd.REMOVED, NOW));
        assertEquals(new Joining.Joined(LIMITS.perClinic()), join(somebody(NOW.plusSeconds(60)), somebodyElse()));
    }

    @Test
    void of_many_who_ask_at_once_for_one_person_one_makes_the_entry() {
        Person noa = person("Noa", HOME);
        AtOnce.race(i -> join(entry(noa, NOW), somebodyElse()));
        assertEquals(1, waiting(NOW).size());
    }

    @Test
    void the_bounds_hold_when_many_ask_at_once() {
        Asking caller = somebodyElse();
        long in = AtOnce.race(i -> join(somebody(NOW.plusSeconds(i)), caller)).stream()
                .filter(Joining.Joined.class::isInstance)
                .count();
        assertEquals(LIMITS.perNumber(), in);
    }

    @Test
    void an_entry_ends_once_and_with_it_what_only_seemed_one() {
        Person noa = person("Noa", HOME);
        EntryId entry = joined(entry(noa, NOW));
        joined(entry(noa, NOW));
        assertTrue(book.end(clinic, entry, EntryEnd.REMOVED, NOW));
        assertFalse(book.end(clinic, entry, EntryEnd.BOOKED, NOW));
        assertEquals(new Joining.Joined(1), join(entry(noa, NOW), somebodyElse()));
    }

    @Test
    void what_is_to_be_had_earlier_can_become_another_appointment() {
        WaitlistEntry full = Entries.full(new WaitlistEntry.Instead(Fresh.appointment(), UNTIL));
        joined(full);
        WaitlistEntry.Instead later = new WaitlistEntry.Instead(new AppointmentId("8"), UNTIL.plusSeconds(60));
        book.instead(clinic, new AppointmentId("other"), later);
        assertEquals(Optional.of(full), book.entry(clinic, full.id(), NOW));
        book.instead(clinic, full.instead().get().appointment(), later);
        assertEquals(Optional.of(full.instead(later)), book.entry(clinic, full.id(), NOW));
    }

    @Test
    void another_clinic_sees_nothing_of_it() {
        EntryId entry = joined(somebody(NOW));
        clinic = newClinic();
        assertEquals(List.of(), waiting(NOW));
        assertEquals(Optional.empty(), book.entry(clinic, entry, NOW));
        assertFalse(book.end(clinic, entry, EntryEnd.REMOVED, NOW));
    }
}
