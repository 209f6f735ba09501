package ca.vitaravox.ports.waitlist;

import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.OpeningId;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Driven port: the freed openings, and the offers made of them. It keeps live offers apart: no opening has two, no entry
 * has two, and no two of one provider overlap in time. Each method is one transaction. Thread-safe, among all servers.
 */
public interface OfferBook {
    /**
     * Takes freed openings that are due, of all clinics, the longest due first; until {@code until} nobody else is given
     * them. An opening is due when it was freed, and when it was put off until; no longer once it was closed.
     */
    List<Case> take(int most, Instant now, Instant until);

    /**
     * Makes an offer, whatever its version and state: it begins {@link OfferState.Matched}.
     *
     * @return false if the opening, the entry or the provider's time has a live offer, if the opening was offered to this
     *     entry before, or if the opening is closed or the entry no longer waits; nothing is changed then
     */
    boolean offer(ClinicId clinic, Offer offer, Instant now);

    /** The live offer of that id. */
    Optional<Offer> live(ClinicId clinic, OfferId offer);

    /** All live offers, the oldest first. */
    List<Offer> live(ClinicId clinic);

    /**
     * Changes a live offer. One that is accepted ends its entry as {@link EntryEnd#BOOKED} and closes its opening as
     * {@link OpeningEnd#FILLED}. With one that ends, the clinic's openings are due that were put off because
     * {@linkplain PutOff#EVERYBODY_ASKED everybody was asked}.
     *
     * @param offer as it was read
     * @param due when its opening is to be seen to again
     * @return false if it was changed since; nothing is changed then
     */
    boolean change(ClinicId clinic, Offer offer, OfferState to, Instant due, Instant now);

    /**
     * Puts an opening off until {@code due}, and records why, unless it was closed, or is due at another time, since it was
     * taken.
     */
    void again(Case taken, Instant due, PutOff why);

    /** Closes an opening that has no live offer, for this reason; one that is closed stays as it is. */
    void close(ClinicId clinic, OpeningId opening, OpeningEnd why, Instant now);

    /** Why an opening was closed; empty while it is not. */
    Optional<OpeningEnd> closed(ClinicId clinic, OpeningId opening);

    /** Why an opening was put off last; empty while it never was, and once it is closed. */
    Optional<PutOff> putOff(ClinicId clinic, OpeningId opening);

    /**
     * A freed opening to see to.
     *
     * @param clinic whose
     * @param opening the opening
     * @param live its live offer
     * @param asked to whom it was offered so far
     * @param until until when nobody else is given it
     */
    record Case(ClinicId clinic, FreedOpening opening, Optional<Offer> live, Set<EntryId> asked, Instant until) {}
}
