package ca.vitaravox.ports.waitlist;

import ca.vitaravox.ports.booking.OpeningId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.time.Duration;
import java.time.Instant;

/**
 * A freed opening for somebody on the waitlist.
 *
 * @param id the offer
 * @param opening which opening
 * @param entry for whom
 * @param provider with whom
 * @param time when; fixes the length
 * @param visitType what for
 * @param state where it stands
 * @param version counts its changes, from 0
 * @param since since when it is in this state
 */
public record Offer(
        OfferId id,
        OpeningId opening,
        EntryId entry,
        ProviderId provider,
        TimeRange time,
        VisitTypeCode visitType,
        OfferState state,
        int version,
        Instant since) {
    /** How long an opening is held for somebody on the waitlist at most. */
    public static final Duration LONGEST_HOLD = Duration.ofMinutes(30);
    /** From that long before its start on an opening is not held, or offered, for the waitlist. */
    public static final Duration NOTICE = Duration.ofHours(2);

    /** From then on an opening that starts at {@code start} is not held, or offered, for the waitlist. */
    public static Instant latest(Instant start) {
        return start.minus(NOTICE);
    }

    /** The same, changed. */
    public Offer in(OfferState other, Instant now) {
        return new Offer(id, opening, entry, provider, time, visitType, other, version + 1, now);
    }
}
