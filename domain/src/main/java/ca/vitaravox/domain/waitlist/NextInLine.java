package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.OpenTimes;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Audience;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.OpeningEnd;
import ca.vitaravox.ports.waitlist.PutOff;
import ca.vitaravox.ports.waitlist.WaitlistBook.Waiting;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import ca.vitaravox.ports.waitlist.WaitlistKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Finds who of those who wait comes first for an opening. Thread-safe. */
final class NextInLine {
    /** For how many an opening is looked at that turns out not to be open to them, before it counts as taken. */
    private static final int MOST_TRIED = 20;
    /** How soon a time that a call keeps to itself is looked at again; that asks our tables alone, and no EMR. */
    private static final Duration BLOCKED_LOOK = Duration.ofSeconds(5);

    private final OpenTimes openTimes;
    private final StillWanted stillWanted;

    NextInLine(OpenTimes openTimes, StillWanted stillWanted) {
        this.openTimes = openTimes;
        this.stillWanted = stillWanted;
    }

    /** Who, and when; or why nobody. */
    sealed interface Next {
        /** To be offered to this one, at this time. */
        record Entry(WaitlistEntry entry, TimeRange time) implements Next {}

        /** Not now; in a while. */
        record Later(Duration pause, PutOff why) implements Next {}

        /** To nobody. */
        record Nobody(OpeningEnd why) implements Next {}
    }

    /**
     * The first in line whom the opening suits.
     *
     * @param waiting everybody who waits, in order
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the EMR does not answer
     */
    Next of(CallContext call, Clinic clinic, OfferBook.Case freed, List<Waiting> waiting, Actor actor) {
        if (waiting.isEmpty()) {
            return new Next.Nobody(OpeningEnd.NOBODY_WAITING);
        }
        int tried = 0;
        boolean suitsSomebodyAsked = false;
        for (Waiting each : waiting) {
            if (!mayFit(clinic, each.entry(), freed.opening(), freed.asked())) {
                continue;
            }
            if (each.asked()) {
                suitsSomebodyAsked = true;
                continue;
            }
            OpenTimes.Answer answer = openTimes.within(
                    call,
                    Line.question(
                            each.entry(),
                            freed.opening().provider(),
                            freed.opening().time()),
                    tried == 0);
            if (answer instanceof OpenTimes.Answer.Blocked) {
                return new Next.Later(BLOCKED_LOOK, PutOff.BLOCKED);
            }
            if (answer instanceof OpenTimes.Answer.Open open
                    && isAsWished(clinic, each.entry(), open.time())
                    && stillWanted.isWanted(call, each.entry(), actor)) {
                return new Next.Entry(each.entry(), open.time());
            }
            tried++;
            if (tried == MOST_TRIED) {
                return new Next.Nobody(OpeningEnd.TAKEN);
            }
        }
        if (suitsSomebodyAsked) {
            return new Next.Later(LiveOffers.MATCHED_LOOK, PutOff.EVERYBODY_ASKED);
        }
        return new Next.Nobody(tried > 0 ? OpeningEnd.TAKEN : OpeningEnd.NOBODY_FITS);
    }

    /** What can be told without looking whether the time is open. */
    private static boolean mayFit(Clinic clinic, WaitlistEntry entry, FreedOpening opening, Set<EntryId> asked) {
        boolean longEnough = clinic.visitType(entry.wish().visitType())
                .filter(type -> type.length().compareTo(opening.time().length()) <= 0)
                .isPresent();
        return longEnough
                && !asked.contains(entry.id())
                && entry.wish().provider().map(opening.provider()::equals).orElse(true)
                && isTakenOn(clinic, entry, opening)
                && isAsWished(clinic, entry, opening.time());
    }

    /** Whether the provider takes on somebody who is no patient yet. */
    private static boolean isTakenOn(Clinic clinic, WaitlistEntry entry, FreedOpening opening) {
        return entry.person().patient().isPresent()
                || clinic.provider(opening.provider())
                        .filter(provider -> provider.audience(entry.wish().visitType())
                                .filter(audience -> audience == Audience.EVERYONE)
                                .isPresent())
                        .filter(provider -> entry.kind() != WaitlistKind.NEW_PATIENT || provider.acceptingNewPatients())
                        .isPresent();
    }

    private static boolean isAsWished(Clinic clinic, WaitlistEntry entry, TimeRange time) {
        return entry.wish().suits(time.start().atZone(clinic.zone()))
                && time.start().isBefore(entry.until())
                && entry.instead()
                        .map(have -> time.start().isBefore(have.start()))
                        .orElse(true);
    }
}
