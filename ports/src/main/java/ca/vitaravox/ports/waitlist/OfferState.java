package ca.vitaravox.ports.waitlist;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.SlotId;
import java.time.Instant;

/** Where an offer stands. It begins {@link Matched}; all but {@link Ended} are live. */
public sealed interface OfferState {
    /** Staff are to phone. The opening is open to everybody still. */
    record Matched() implements OfferState {}

    /**
     * Staff are phoning; the opening is held.
     *
     * @param slot the hold
     * @param until when it runs out
     */
    record Contacting(SlotId slot, Instant until) implements OfferState {
        /** In whose name the slot is held: no phone call has such an id. */
        public CallId holder() {
            return new CallId("waitlist:" + slot);
        }
    }

    /**
     * The person is on the phone with the assistant; the opening is held for that call.
     *
     * @param call the phone call
     * @param slot the hold, or what became of it
     */
    record OnTheLine(CallId call, SlotId slot) implements OfferState {}

    /**
     * It is over.
     *
     * @param how how
     */
    record Ended(OfferEnd how) implements OfferState {}

    /** Whether the offer still stands. */
    default boolean isLive() {
        return !(this instanceof Ended);
    }
}
