package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.OpeningId;
import ca.vitaravox.ports.waitlist.EntryEnd;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferEnd;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.OpeningEnd;
import ca.vitaravox.ports.waitlist.PutOff;
import ca.vitaravox.ports.waitlist.WaitlistBook.Asking;
import ca.vitaravox.ports.waitlist.WaitlistBook.Joining;
import ca.vitaravox.ports.waitlist.WaitlistBook.Limits;
import ca.vitaravox.ports.waitlist.WaitlistBook.Waiting;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One clinic's waitlist, freed openings and offers. Not thread-safe. */
final class ClinicWaitlist {
    private final Map<EntryId, WaitlistPage> entries = new LinkedHashMap<>();
    private final Map<OpeningId, OpeningPage> openings = new LinkedHashMap<>();
    private final Map<OfferId, Offer> offers = new LinkedHashMap<>();

    /** A freed opening; {@code due} unless it is closed. */
    record OpeningPage(FreedOpening opening, Instant due, Optional<OpeningEnd> closed, Optional<PutOff> putOff) {
        boolean isDue(Instant now) {
            return closed.isEmpty() && !now.isBefore(due);
        }

        boolean waitsForOthers() {
            return closed.isEmpty() && putOff.equals(Optional.of(PutOff.EVERYBODY_ASKED));
        }

        OpeningPage dueFrom(Instant when) {
            return new OpeningPage(opening, when, closed, putOff);
        }
    }

    Joining join(WaitlistEntry entry, Asking asking, Limits limits, Instant now) {
        List<WaitlistPage> same =
                live(now).filter(page -> page.isOf(entry.person())).toList();
        Optional<WaitlistPage> known = same.stream()
                .filter(page -> page.isKnownTo(asking, entry.person()))
                .min(Comparator.comparing(page -> page.shadowOf().isPresent()));
        if (known.isPresent()) {
            return new Joining.Already(position(known.get(), now));
        }
        boolean full = live(now).count() >= limits.perClinic()
                || live(now).filter(page -> page.isFrom(asking)).count() >= limits.perNumber();
        if (full) {
            return new Joining.Full();
        }
        Optional<EntryId> shadowOf = same.stream()
                .filter(page -> page.waits(now))
                .map(page -> page.entry().id())
                .findFirst();
        WaitlistPage page = new WaitlistPage(entry, asking, shadowOf, Optional.empty());
        entries.put(entry.id(), page);
        return new Joining.Joined(position(page, now));
    }

    private int position(WaitlistPage page, Instant now) {
        return 1
                + (int) live(now)
                        .filter(other -> WaitlistPage.IN_ORDER.compare(other, page) < 0)
                        .count();
    }

    private Stream<WaitlistPage> live(Instant now) {
        return entries.values().stream().filter(page -> page.isLive(now));
    }

    List<Waiting> waiting(Instant now) {
        return entries.values().stream()
                .filter(page -> page.waits(now))
                .sorted(WaitlistPage.IN_ORDER)
                .map(page -> new Waiting(page.entry(), isAsked(page.entry().id())))
                .toList();
    }

    private boolean isAsked(EntryId entry) {
        return liveOffers().anyMatch(offer -> offer.entry().equals(entry));
    }

    Optional<WaitlistEntry> entry(EntryId entry, Instant now) {
        return Optional.ofNullable(entries.get(entry))
                .filter(page -> page.waits(now))
                .map(WaitlistPage::entry);
    }

    boolean end(EntryId entry, EntryEnd why, Instant now) {
        boolean waits = entry(entry, now).isPresent();
        if (waits) {
            liveOffers()
                    .filter(offer -> offer.entry().equals(entry))
                    .toList()
                    .forEach(offer -> put(offer, new OfferState.Ended(OfferEnd.WITHDRAWN), now, now));
            endWithShadows(entry, why);
        }
        return waits;
    }

    private void endWithShadows(EntryId entry, EntryEnd why) {
        entries.replaceAll((id, page) ->
                page.ended().isEmpty() && (id.equals(entry) || page.shadowOf().equals(Optional.of(entry)))
                        ? page.ended(why)
                        : page);
    }

    void change(EntryId entry, UnaryOperator<WaitlistEntry> change) {
        entries.computeIfPresent(entry, (id, page) -> page.with(change.apply(page.entry())));
    }

    void instead(AppointmentId before, WaitlistEntry.Instead other) {
        entries.replaceAll((id, page) -> page.entry()
                        .instead()
                        .filter(have -> have.appointment().equals(before))
                        .isPresent()
                ? page.with(page.entry().instead(other))
                : page);
    }

    void add(FreedOpening opening, Instant now) {
        openings.putIfAbsent(opening.id(), new OpeningPage(opening, now, Optional.empty(), Optional.empty()));
    }

    Stream<OpeningPage> due(Instant now) {
        return openings.values().stream().filter(page -> page.isDue(now));
    }

    Optional<Offer> liveOf(OpeningId opening) {
        return liveOffers().filter(offer -> offer.opening().equals(opening)).findFirst();
    }

    Set<EntryId> asked(OpeningId opening) {
        return offers.values().stream()
                .filter(offer -> offer.opening().equals(opening))
                .map(Offer::entry)
                .collect(Collectors.toUnmodifiableSet());
    }

    Stream<Offer> liveOffers() {
        return offers.values().stream().filter(offer -> offer.state().isLive());
    }

    boolean offer(Offer offer, Instant now) {
        boolean open = openings.containsKey(offer.opening())
                && openings.get(offer.opening()).closed().isEmpty();
        boolean clear = liveOffers()
                .noneMatch(other -> other.opening().equals(offer.opening())
                        || other.entry().equals(offer.entry())
                        || other.provider().equals(offer.provider())
                                && other.time().overlaps(offer.time()));
        boolean mayBe = open
                && clear
                && entry(offer.entry(), now).isPresent()
                && !asked(offer.opening()).contains(offer.entry());
        if (mayBe) {
            offers.put(
                    offer.id(),
                    new Offer(
                            offer.id(),
                            offer.opening(),
                            offer.entry(),
                            offer.provider(),
                            offer.time(),
                            offer.visitType(),
                            new OfferState.Matched(),
                            0,
                            now));
        }
        return mayBe;
    }

    boolean change(Offer offer, OfferState to, Instant due, Instant now) {
        Optional<Offer> unchanged = Optional.ofNullable(offers.get(offer.id()))
                .filter(known -> known.state().isLive() && known.version() == offer.version());
        unchanged.ifPresent(known -> put(known, to, due, now));
        return unchanged.isPresent();
    }

    private void put(Offer offer, OfferState to, Instant due, Instant now) {
        offers.put(offer.id(), offer.in(to, now));
        due(offer.opening(), due);
        if (!to.isLive()) {
            openings.replaceAll((id, page) -> page.waitsForOthers()
                            && !id.equals(offer.opening())
                            && page.due().isAfter(now)
                    ? page.dueFrom(now)
                    : page);
        }
        if (to instanceof OfferState.Ended ended && ended.how() == OfferEnd.ACCEPTED) {
            endWithShadows(offer.entry(), EntryEnd.BOOKED);
            close(offer.opening(), OpeningEnd.FILLED);
        }
    }

    void due(OpeningId opening, Instant due) {
        openings.computeIfPresent(opening, (id, page) -> page.dueFrom(due));
    }

    void again(OpeningId opening, Instant until, Instant due, PutOff why) {
        openings.computeIfPresent(
                opening,
                (id, page) -> page.closed().isEmpty() && page.due().equals(until)
                        ? new OpeningPage(page.opening(), due, page.closed(), Optional.of(why))
                        : page);
    }

    Optional<PutOff> putOff(OpeningId opening) {
        return Optional.ofNullable(openings.get(opening)).flatMap(OpeningPage::putOff);
    }

    void close(OpeningId opening, OpeningEnd why) {
        boolean live = liveOf(opening).isPresent();
        openings.computeIfPresent(
                opening,
                (id, page) -> live || page.closed().isPresent()
                        ? page
                        : new OpeningPage(page.opening(), page.due(), Optional.of(why), Optional.empty()));
    }

    Optional<OpeningEnd> closed(OpeningId opening) {
        return Optional.ofNullable(openings.get(opening)).flatMap(OpeningPage::closed);
    }
}
