package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.booking.OpeningId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.waitlist.EntryEnd;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.OpeningEnd;
import ca.vitaravox.ports.waitlist.Priority;
import ca.vitaravox.ports.waitlist.PutOff;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps waitlists, freed openings and offers in memory for as long as it lives: for tests, and for a tool that is one
 * process. Thread-safe.
 */
public final class InMemoryWaitlist implements WaitlistBook, OfferBook, FreedOpenings {
    private final Map<ClinicId, ClinicWaitlist> clinics = new HashMap<>();

    /** A waitlist on which nobody is. */
    public InMemoryWaitlist() {}

    @Override
    public synchronized Joining join(ClinicId clinic, WaitlistEntry entry, Asking asking, Limits limits, Instant now) {
        return of(clinic).join(entry, asking, limits, now);
    }

    @Override
    public synchronized List<Waiting> waiting(ClinicId clinic, Instant now) {
        return of(clinic).waiting(now);
    }

    @Override
    public synchronized Optional<WaitlistEntry> entry(ClinicId clinic, EntryId entry, Instant now) {
        return of(clinic).entry(entry, now);
    }

    @Override
    public synchronized boolean end(ClinicId clinic, EntryId entry, EntryEnd why, Instant now) {
        return of(clinic).end(entry, why, now);
    }

    @Override
    public synchronized void instead(ClinicId clinic, AppointmentId before, WaitlistEntry.Instead now) {
        of(clinic).instead(before, now);
    }

    @Override
    public synchronized void prioritise(ClinicId clinic, EntryId entry, Priority priority) {
        of(clinic).change(entry, known -> known.with(priority));
    }

    @Override
    public synchronized void add(ClinicId clinic, FreedOpening opening, Instant now) {
        of(clinic).add(opening, now);
    }

    @Override
    public synchronized List<Case> take(int most, Instant now, Instant until) {
        List<Case> due = clinics.entrySet().stream()
                .flatMap(entry -> entry.getValue().due(now).map(page -> new Due(entry.getKey(), page)))
                .sorted(Comparator.comparing(each -> each.page().due()))
                .limit(most)
                .map(each -> of(each.clinic(), each.page().opening(), until))
                .toList();
        due.forEach(each -> of(each.clinic()).due(each.opening().id(), until));
        return due;
    }

    private record Due(ClinicId clinic, ClinicWaitlist.OpeningPage page) {}

    private Case of(ClinicId clinic, FreedOpening opening, Instant until) {
        ClinicWaitlist list = of(clinic);
        return new Case(clinic, opening, list.liveOf(opening.id()), list.asked(opening.id()), until);
    }

    @Override
    public synchronized boolean offer(ClinicId clinic, Offer offer, Instant now) {
        return of(clinic).offer(offer, now);
    }

    @Override
    public synchronized Optional<Offer> live(ClinicId clinic, OfferId offer) {
        return of(clinic).liveOffers().filter(each -> each.id().equals(offer)).findFirst();
    }

    @Override
    public synchronized List<Offer> live(ClinicId clinic) {
        return of(clinic)
                .liveOffers()
                .sorted(Comparator.comparing(Offer::since)
                        .thenComparing(offer -> offer.id().value()))
                .toList();
    }

    @Override
    public synchronized boolean change(ClinicId clinic, Offer offer, OfferState to, Instant due, Instant now) {
        return of(clinic).change(offer, to, due, now);
    }

    @Override
    public synchronized void again(Case taken, Instant due, PutOff why) {
        of(taken.clinic()).again(taken.opening().id(), taken.until(), due, why);
    }

    @Override
    public synchronized void close(ClinicId clinic, OpeningId opening, OpeningEnd why, Instant now) {
        of(clinic).close(opening, why);
    }

    @Override
    public synchronized Optional<OpeningEnd> closed(ClinicId clinic, OpeningId opening) {
        return of(clinic).closed(opening);
    }

    @Override
    public synchronized Optional<PutOff> putOff(ClinicId clinic, OpeningId opening) {
        return of(clinic).putOff(opening);
    }

    private ClinicWaitlist of(ClinicId clinic) {
        return clinics.computeIfAbsent(clinic, first -> new ClinicWaitlist());
    }
}
