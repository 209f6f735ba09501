package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.OpenTimes;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferEnd;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Sees what became of live offers. Thread-safe. */
final class LiveOffers {
    static final Duration MATCHED_LOOK = Duration.ofMinutes(5);
    private static final Duration BLOCKED_LOOK = Duration.ofMinutes(1);
    /** How soon it is looked at whether the person on the line took it; that asks our tables alone, and no EMR. */
    static final Duration CALL_LOOK = Duration.ofSeconds(5);

    private final WaitlistBook entries;
    private final OpenTimes openTimes;
    private final BookingJournal journal;
    private final Endings endings;
    private final Messengers messengers;
    private final InstantSource clock;

    LiveOffers(
            WaitlistBook entries,
            OpenTimes openTimes,
            BookingJournal journal,
            Endings endings,
            Messengers messengers,
            InstantSource clock) {
        this.entries = entries;
        this.openTimes = openTimes;
        this.journal = journal;
        this.endings = endings;
        this.messengers = messengers;
        this.clock = clock;
    }

    /**
     * Ends the offer if it is over.
     *
     * @return when to look again; empty once it is over
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if that cannot be told without the EMR
     */
    Optional<Instant> see(ClinicId clinic, Offer offer, Actor actor) {
        if (offer.state() instanceof OfferState.Contacting held) {
            return clock.instant().isBefore(held.until())
                    ? Optional.of(held.until())
                    : over(clinic, offer, OfferEnd.EXPIRED, actor);
        }
        if (offer.state() instanceof OfferState.OnTheLine line) {
            return onTheLine(clinic, offer, line, actor);
        }
        return matched(clinic, offer, actor);
    }

    private Optional<Instant> onTheLine(ClinicId clinic, Offer offer, OfferState.OnTheLine line, Actor actor) {
        SlotState slot = journal.slot(clinic, line.call(), line.slot(), clock.instant())
                .map(BookingJournal.Entry::state)
                .orElseGet(SlotState.Expired::new);
        if (slot instanceof SlotState.Held || slot instanceof SlotState.Writing) {
            return Optional.of(clock.instant().plus(CALL_LOOK));
        }
        if (slot instanceof SlotState.Booked) {
            return over(clinic, offer, OfferEnd.ACCEPTED, actor);
        }
        if (slot instanceof SlotState.Compensated) {
            return over(clinic, offer, OfferEnd.TAKEN, actor);
        }
        boolean givenUp = slot instanceof SlotState.Released;
        return over(clinic, offer, givenUp ? OfferEnd.DECLINED : OfferEnd.EXPIRED, actor);
    }

    private Optional<Instant> matched(ClinicId clinic, Offer offer, Actor actor) {
        Instant now = clock.instant();
        Instant latest = Offer.latest(offer.time().start());
        if (!now.isBefore(latest)) {
            return over(clinic, offer, OfferEnd.TOO_CLOSE, actor);
        }
        Optional<WaitlistEntry> entry = entries.entry(clinic, offer.entry(), now);
        if (entry.isEmpty()) {
            return over(clinic, offer, OfferEnd.WITHDRAWN, actor);
        }
        messengers.tell(clinic, offer, entry.get());
        OpenTimes.Answer answer = openTimes.within(Line.ofServer(clinic, now), Line.question(entry.get(), offer), true);
        if (answer instanceof OpenTimes.Answer.NotOpen) {
            return over(clinic, offer, OfferEnd.TAKEN, actor);
        }
        Instant again = now.plus(answer instanceof OpenTimes.Answer.Blocked ? BLOCKED_LOOK : MATCHED_LOOK);
        return Optional.of(again.isBefore(latest) ? again : latest);
    }

    /** Whoever changed it meanwhile has put it off, or ended it: it comes up again by itself. */
    private Optional<Instant> over(ClinicId clinic, Offer offer, OfferEnd how, Actor actor) {
        return endings.end(clinic, offer, how, actor)
                ? Optional.empty()
                : Optional.of(clock.instant().plus(CALL_LOOK));
    }
}
