package ca.vitaravox.ports.contract.waitlist;

import static ca.vitaravox.ports.contract.waitlist.Entries.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.waitlist.EntryEnd;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.OfferBook.Case;
import ca.vitaravox.ports.waitlist.OfferEnd;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.OpeningEnd;
import ca.vitaravox.ports.waitlist.Priority;
import ca.vitaravox.ports.waitlist.PutOff;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistBook.Waiting;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is done to the books in whatever order, by seed: what they keep of offers, in every step. */
public abstract class OfferSequencesContract implements Clinics {
    private static final int STEPS = 30;

    private FreedOpenings freed;
    private OfferBook offers;
    private WaitlistBook entries;

    private ClinicId clinic;
    private Random random;
    private Instant now;
    private List<FreedOpening> openings;

    /** Where openings come from. */
    protected abstract FreedOpenings freedOpenings();

    /** The book. */
    protected abstract OfferBook offerBook();

    /** Who waits. */
    protected abstract WaitlistBook waitlistBook();

    /** How many sequences are played. */
    protected abstract int sequences();

    /** Whatever other tests left to be seen to is gone. */
    protected void emptyTheQueue() {}

    @BeforeEach
    void open() {
        emptyTheQueue();
        freed = freedOpenings();
        offers = offerBook();
        entries = waitlistBook();
    }

    @Test
    void live_offers_never_meet_whoever_waits_is_in_order_and_no_opening_is_lost() {
        for (int seed = 0; seed < sequences(); seed++) {
            clinic = newClinic();
            random = new Random(seed);
            now = NOW;
            openings = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                step();
                check("seed " + seed + " step " + i);
            }
            assertNothingIsLost("seed " + seed);
        }
    }

    private void step() {
        now = now.plusSeconds(random.nextInt(90));
        List<Waiting> waiting = entries.waiting(clinic, now);
        List<Offer> live = offers.live(clinic);
        switch (random.nextInt(8)) {
            case 0, 1 ->
                entries.join(
                        clinic, Entries.somebody(now), Entries.somebodyElse(), new WaitlistBook.Limits(50, 50), now);
            case 2, 3 -> free();
            case 4 -> offers.take(5, now, now.plusSeconds(60)).forEach(this::see);
            case 5 -> any(live).ifPresent(offer -> offers.change(clinic, offer, state(), now, now));
            case 6 -> any(waiting).ifPresent(each -> end(each.entry()));
            default -> any(openings).ifPresent(opening -> offer(opening, waiting));
        }
    }

    private <T> Optional<T> any(List<T> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }

    private void free() {
        Instant start = NOW.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(15L * random.nextInt(8)));
        TimeRange time = TimeRange.from(start, Duration.ofMinutes(15L + 15 * random.nextInt(3)));
        FreedOpening opening =
                new FreedOpening(Fresh.appointment(), new ProviderId("10" + random.nextInt(2)), time, Optional.empty());
        freed.add(clinic, opening, now);
        openings.add(opening);
    }

    private void see(Case each) {
        if (!each.clinic().equals(clinic)) {
            return;
        }
        if (each.live().isPresent() || random.nextBoolean()) {
            offers.again(each, now.plusSeconds(random.nextInt(120)), PutOff.BLOCKED);
        } else if (random.nextInt(4) == 0) {
            offers.close(clinic, each.opening().id(), OpeningEnd.NOBODY_FITS, now);
        } else {
            offer(each.opening(), entries.waiting(clinic, now));
        }
    }

    private void offer(FreedOpening opening, List<Waiting> waiting) {
        any(waiting)
                .ifPresent(each -> offers.offer(
                        clinic,
                        new Offer(
                                new OfferId(Fresh.slot().value()),
                                opening.id(),
                                each.entry().id(),
                                opening.provider(),
                                opening.time(),
                                Entries.CHECKUP,
                                new OfferState.Matched(),
                                0,
                                now),
                        now));
    }

    private OfferState state() {
        return switch (random.nextInt(4)) {
            case 0 -> new OfferState.Contacting(Fresh.slot(), now.plusSeconds(60));
            case 1 -> new OfferState.OnTheLine(Fresh.call(), Fresh.slot());
            default -> new OfferState.Ended(OfferEnd.values()[random.nextInt(OfferEnd.values().length)]);
        };
    }

    private void end(WaitlistEntry entry) {
        if (random.nextBoolean()) {
            entries.prioritise(clinic, entry.id(), Priority.URGENT);
        } else {
            entries.end(clinic, entry.id(), EntryEnd.REMOVED, now);
        }
    }

    private void check(String where) {
        List<Offer> live = offers.live(clinic);
        for (Offer one : live) {
            for (Offer other : live) {
                assertTrue(one.id().equals(other.id()) || !meet(one, other), where);
            }
            assertEquals(Optional.empty(), offers.closed(clinic, one.opening()), where);
        }
        List<Waiting> waiting = entries.waiting(clinic, now);
        for (int i = 1; i < waiting.size(); i++) {
            WaitlistEntry before = waiting.get(i - 1).entry();
            WaitlistEntry after = waiting.get(i).entry();
            boolean inOrder = before.priority() == after.priority()
                    ? !before.since().isAfter(after.since())
                    : before.priority().compareTo(after.priority()) < 0;
            assertTrue(inOrder, where);
        }
    }

    private static boolean meet(Offer one, Offer other) {
        return one.opening().equals(other.opening())
                || one.entry().equals(other.entry())
                || one.provider().equals(other.provider()) && one.time().overlaps(other.time());
    }

    /** What is not closed comes up again. */
    private void assertNothingIsLost(String where) {
        Instant later = now.plus(Duration.ofHours(1));
        List<FreedOpening> due = offers.take(1_000, later, later.plus(Duration.ofDays(300))).stream()
                .filter(each -> each.clinic().equals(clinic))
                .map(Case::opening)
                .toList();
        for (FreedOpening opening : openings) {
            assertTrue(
                    due.contains(opening) || offers.closed(clinic, opening.id()).isPresent(), where);
        }
    }
}
