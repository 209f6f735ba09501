package ca.vitaravox.ports.contract.waitlist;

import static ca.vitaravox.ports.contract.waitlist.Entries.NOW;
import static ca.vitaravox.ports.contract.waitlist.Entries.UNTIL;
import static ca.vitaravox.ports.contract.waitlist.Entries.somebody;
import static ca.vitaravox.ports.contract.waitlist.Entries.somebodyElse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.waitlist.EntryEnd;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.OfferBook.Case;
import ca.vitaravox.ports.waitlist.OfferEnd;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.OpeningEnd;
import ca.vitaravox.ports.waitlist.PutOff;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link OfferBook}, with the {@link FreedOpenings} it is fed from, keeps. */
public abstract class OfferBookContract implements Clinics {
    private static final Instant TURN = NOW.plus(Duration.ofMinutes(1));
    private static final ProviderId WEXFORD = new ProviderId("101");
    private static final ProviderId SETHI = new ProviderId("102");
    private static final OfferState MATCHED = new OfferState.Matched();

    private FreedOpenings freed;
    private OfferBook offers;
    private WaitlistBook entries;
    private ClinicId clinic;

    /** Where openings come from. */
    protected abstract FreedOpenings freedOpenings();

    /** The book. */
    protected abstract OfferBook offerBook();

    /** Who waits. */
    protected abstract WaitlistBook waitlistBook();

    /** Whatever other tests left to be seen to is gone. */
    protected void emptyTheQueue() {}

    @BeforeEach
    void open() {
        emptyTheQueue();
        freed = freedOpenings();
        offers = offerBook();
        entries = waitlistBook();
        clinic = newClinic();
    }

    private FreedOpening free(ProviderId provider, String start, int minutes) {
        TimeRange time = TimeRange.from(Instant.parse("2026-03-03T" + start + ":00Z"), Duration.ofMinutes(minutes));
        FreedOpening opening = new FreedOpening(Fresh.appointment(), provider, time, Optional.empty());
        freed.add(clinic, opening, NOW);
        return opening;
    }

    private EntryId waits() {
        WaitlistEntry entry = somebody(NOW);
        entries.join(clinic, entry, somebodyElse(), new WaitlistBook.Limits(100, 100), NOW);
        return entry.id();
    }

    private static Offer offer(FreedOpening opening, EntryId entry) {
        return new Offer(
                new OfferId(Fresh.slot().value()),
                opening.id(),
                entry,
                opening.provider(),
                opening.time(),
                Entries.CHECKUP,
                MATCHED,
                0,
                NOW);
    }

    private Offer offered(FreedOpening opening, EntryId entry) {
        Offer offer = offer(opening, entry);
        assertTrue(offers.offer(clinic, offer, NOW));
        return offer;
    }

    private void ends(Offer offer, OfferEnd how) {
        assertTrue(offers.change(clinic, offer, new OfferState.Ended(how), NOW, NOW));
    }

    private List<Case> take(Instant now) {
        return offers.take(10, now, now.plus(Duration.ofMinutes(1)));
    }

    @Test
    void when_an_offer_ends_openings_are_due_that_waited_for_whoever_was_asked() {
        EntryId somebody = waits();
        FreedOpening first = free(WEXFORD, "17:00", 15);
        FreedOpening second = free(SETHI, "18:00", 15);
        FreedOpening blocked = free(SETHI, "19:00", 15);
        Offer offer = offered(first, somebody);
        Instant later = NOW.plus(Duration.ofMinutes(5));
        for (Case each : take(NOW)) {
            PutOff why = each.opening().equals(second)
                    ? PutOff.EVERYBODY_ASKED
                    : each.opening().equals(blocked) ? PutOff.BLOCKED : PutOff.OFFERED;
            offers.again(each, later, why);
        }
        assertEquals(List.of(), take(NOW.plusSeconds(1)));
        Instant then = NOW.plusSeconds(2);
        OfferState held = new OfferState.Contacting(Fresh.slot(), later);
        assertTrue(offers.change(clinic, offer, held, later, then));
        assertEquals(List.of(), take(then), "it is not over");
        Offer contacting = offers.live(clinic, offer.id()).orElseThrow();
        assertTrue(offers.change(clinic, contacting, new OfferState.Ended(OfferEnd.DECLINED), then, then));
        assertEquals(
                Set.of(first, second), take(then).stream().map(Case::opening).collect(Collectors.toSet()));
    }

    @Test
    void what_is_freed_is_given_once_with_all_that_is_known_of_it() {
        FreedOpening opening = new FreedOpening(
                Fresh.appointment(),
                WEXFORD,
                TimeRange.from(UNTIL, Duration.ofMinutes(15)),
                Optional.of(new FreedOpening.MovedTo(Fresh.appointment(), UNTIL.plusSeconds(900))));
        freed.add(clinic, opening, NOW);
        freed.add(clinic, opening, NOW.plusSeconds(1));
        assertEquals(List.of(new Case(clinic, opening, Optional.empty(), Set.of(), TURN)), take(NOW));
        assertEquals(List.of(), take(TURN.minusMillis(1)));
        assertEquals(1, take(TURN).size());
    }

    @Test
    void of_many_who_take_at_once_each_opening_is_given_to_one() {
        for (int hour = 10; hour < 20; hour++) {
            free(WEXFORD, hour + ":00", 15);
        }
        int given = AtOnce.race(i -> offers.take(3, NOW, TURN)).stream()
                .mapToInt(List::size)
                .sum();
        assertEquals(10, given);
    }

    @Test
    void an_offer_is_live_and_comes_with_its_opening() {
        FreedOpening opening = free(WEXFORD, "18:00", 15);
        EntryId entry = waits();
        Offer offer = offered(opening, entry);
        assertEquals(Optional.of(offer), offers.live(clinic, offer.id()));
        assertEquals(List.of(offer), offers.live(clinic));
        assertEquals(List.of(new Case(clinic, opening, Optional.of(offer), Set.of(entry), TURN)), take(NOW));
        assertTrue(entries.waiting(clinic, NOW).get(0).asked());
    }

    @Test
    void an_opening_has_one_live_offer() {
        FreedOpening opening = free(WEXFORD, "18:00", 60);
        Offer first = offered(opening, waits());
        EntryId other = waits();
        TimeRange second = TimeRange.from(first.time().start().plusSeconds(1800), Duration.ofMinutes(15));
        Offer elsewhere = new Offer(
                new OfferId(Fresh.slot().value()),
                opening.id(),
                other,
                SETHI,
                second,
                Entries.CHECKUP,
                MATCHED,
                0,
                NOW);
        assertFalse(offers.offer(clinic, elsewhere, NOW));
        ends(first, OfferEnd.DECLINED);
        assertTrue(offers.offer(clinic, elsewhere, NOW));
    }

    @Test
    void nobody_is_asked_about_two_openings_at_once_nor_twice_about_one() {
        FreedOpening one = free(WEXFORD, "18:00", 15);
        FreedOpening other = free(WEXFORD, "19:00", 15);
        EntryId entry = waits();
        Offer offer = offered(one, entry);
        assertFalse(offers.offer(clinic, offer(other, entry), NOW));
        ends(offer, OfferEnd.DECLINED);
        assertFalse(offers.offer(clinic, offer(one, entry), NOW));
        offered(other, entry);
    }

    @Test
    void one_time_of_one_provider_is_not_offered_twice_though_two_appointments_left_it() {
        FreedOpening one = free(WEXFORD, "18:00", 30);
        offered(one, waits());
        assertFalse(offers.offer(clinic, offer(free(WEXFORD, "18:15", 15), waits()), NOW));
        assertTrue(offers.offer(clinic, offer(free(WEXFORD, "18:30", 15), waits()), NOW));
        assertTrue(offers.offer(clinic, offer(free(SETHI, "18:00", 30), waits()), NOW));
    }

    @Test
    void of_many_offers_at_once_of_one_opening_one_is_made() {
        FreedOpening opening = free(WEXFORD, "18:00", 15);
        long made = AtOnce.race(i -> offers.offer(clinic, offer(opening, waits()), NOW)).stream()
                .filter(each -> each)
                .count();
        assertEquals(1, made);
        assertEquals(1, offers.live(clinic).size());
    }

    @Test
    void of_many_openings_at_once_for_one_person_one_is_offered() {
        EntryId entry = waits();
        long made =
                AtOnce.race(i -> offers.offer(clinic, offer(free(new ProviderId("p" + i), "18:00", 15), entry), NOW))
                        .stream()
                        .filter(each -> each)
                        .count();
        assertEquals(1, made);
    }

    @Test
    void an_offer_changes_as_long_as_nobody_else_changed_it() {
        Offer offer = offered(free(WEXFORD, "18:00", 15), waits());
        OfferState contacting = new OfferState.Contacting(Fresh.slot(), TURN);
        assertTrue(offers.change(clinic, offer, contacting, TURN, NOW));
        assertFalse(offers.change(clinic, offer, new OfferState.Ended(OfferEnd.DECLINED), NOW, NOW));
        Offer now = offers.live(clinic, offer.id()).orElseThrow();
        assertEquals(contacting, now.state());
        OfferState line = new OfferState.OnTheLine(Fresh.call(), Fresh.slot());
        assertTrue(offers.change(clinic, now, line, TURN, NOW));
        assertEquals(line, offers.live(clinic, offer.id()).orElseThrow().state());
    }

    @Test
    void of_many_changes_at_once_one_is_made() {
        Offer offer = offered(free(WEXFORD, "18:00", 15), waits());
        long made = AtOnce.race(
                        i -> offers.change(clinic, offer, new OfferState.Contacting(Fresh.slot(), TURN), TURN, NOW))
                .stream()
                .filter(each -> each)
                .count();
        assertEquals(1, made);
    }

    @Test
    void what_is_declined_is_due_for_the_next_and_the_person_waits_on() {
        FreedOpening opening = free(WEXFORD, "18:00", 15);
        EntryId entry = waits();
        Offer offer = offered(opening, entry);
        take(NOW);
        ends(offer, OfferEnd.DECLINED);
        assertEquals(List.of(new Case(clinic, opening, Optional.empty(), Set.of(entry), TURN)), take(NOW));
        assertFalse(entries.waiting(clinic, NOW).get(0).asked());
    }

    @Test
    void what_is_accepted_ends_the_wait_and_the_opening() {
        FreedOpening opening = free(WEXFORD, "18:00", 15);
        EntryId entry = waits();
        ends(offered(opening, entry), OfferEnd.ACCEPTED);
        assertEquals(List.of(), entries.waiting(clinic, NOW));
        assertEquals(Optional.of(OpeningEnd.FILLED), offers.closed(clinic, opening.id()));
        assertEquals(List.of(), take(UNTIL));
        assertFalse(offers.offer(clinic, offer(opening, waits()), NOW));
    }

    @Test
    void who_no_longer_waits_has_no_live_offer_and_gets_none() {
        FreedOpening opening = free(WEXFORD, "18:00", 15);
        EntryId entry = waits();
        offered(opening, entry);
        take(NOW);
        entries.end(clinic, entry, EntryEnd.REMOVED, NOW);
        assertEquals(List.of(), offers.live(clinic));
        assertEquals(1, take(NOW).size());
        assertFalse(offers.offer(clinic, offer(free(SETHI, "18:00", 15), entry), NOW));
    }

    @Test
    void an_opening_is_put_off_unless_something_happened_to_it() {
        FreedOpening opening = free(WEXFORD, "18:00", 15);
        Offer offer = offered(opening, waits());
        Case taken = take(NOW).get(0);
        assertEquals(Optional.empty(), offers.putOff(clinic, opening.id()));
        offers.again(taken, TURN.plusSeconds(60), PutOff.BLOCKED);
        assertEquals(Optional.of(PutOff.BLOCKED), offers.putOff(clinic, opening.id()));
        assertEquals(List.of(), take(TURN));
        Case later = take(TURN.plusSeconds(60)).get(0);
        ends(offer, OfferEnd.DECLINED);
        offers.again(later, UNTIL, PutOff.OFFERED);
        assertEquals(Optional.of(PutOff.BLOCKED), offers.putOff(clinic, opening.id()));
        assertEquals(1, take(TURN.plusSeconds(60)).size());
    }

    @Test
    void a_closed_opening_has_its_reason_and_comes_up_no_more() {
        FreedOpening opening = free(WEXFORD, "18:00", 15);
        assertEquals(Optional.empty(), offers.closed(clinic, opening.id()));
        offers.close(clinic, opening.id(), OpeningEnd.NOBODY_FITS, NOW);
        offers.close(clinic, opening.id(), OpeningEnd.TAKEN, NOW);
        assertEquals(Optional.of(OpeningEnd.NOBODY_FITS), offers.closed(clinic, opening.id()));
        assertEquals(List.of(), take(UNTIL));
    }

    @Test
    void an_opening_with_a_live_offer_is_not_closed() {
        FreedOpening opening = free(WEXFORD, "18:00", 15);
        offered(opening, waits());
        offers.close(clinic, opening.id(), OpeningEnd.TAKEN, NOW);
        assertEquals(Optional.empty(), offers.closed(clinic, opening.id()));
    }

    @Test
    void another_clinic_sees_nothing_of_it() {
        FreedOpening opening = free(WEXFORD, "18:00", 15);
        Offer offer = offered(opening, waits());
        ClinicId other = newClinic();
        assertEquals(Optional.empty(), offers.live(other, offer.id()));
        assertEquals(List.of(), offers.live(other));
        assertFalse(offers.change(other, offer, new OfferState.Ended(OfferEnd.TAKEN), NOW, NOW));
        assertEquals(Optional.empty(), offers.closed(other, opening.id()));
    }
}
