package ca.vitaravox.ports.waitlist;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;

/** Use case: staff phone those who wait. Everything is in the audit trail. Thread-safe. */
public interface WaitlistOffers {
    /**
     * Staff are about to phone: the opening is held for the person for {@link Offer#LONGEST_HOLD}, and not into the last
     * {@link Offer#NOTICE} before its start.
     */
    Contacting contacting(ClinicId clinic, OfferId offer, Actor.Admin staff);

    /**
     * The person said yes to an opening that staff hold for them: they wait no longer. Staff enter the appointment into
     * the EMR; until the hold runs out no caller can take its time.
     */
    Ending accepted(ClinicId clinic, OfferId offer, Actor.Admin staff);

    /** The person said no, or cannot be reached: the next one is asked. */
    Ending declined(ClinicId clinic, OfferId offer, Actor.Admin staff);

    /**
     * Takes somebody off the waitlist, with the offer that is live for them.
     *
     * @return false if they no longer waited
     */
    boolean remove(ClinicId clinic, EntryId entry, Actor.Admin staff);

    /** What came of wanting to phone. */
    sealed interface Contacting {
        /**
         * The opening is held.
         *
         * @param until when the hold runs out
         */
        record Held(Instant until) implements Contacting {}

        /** The offer is over, or somebody else is phoning, or the person is on the line with the assistant. */
        record NotWaiting() implements Contacting {}

        /** Another caller holds the time at this moment; in a few minutes it may be free. */
        record Busy() implements Contacting {}

        /** The time was booked by somebody else; the offer is over. */
        record Taken() implements Contacting {}

        /** It starts too soon. */
        record TooClose() implements Contacting {}

        /** The EMR did not answer. */
        record EmrUnavailable() implements Contacting {}
    }

    /** What came of ending an offer. */
    enum Ending {
        /** It is over as said. */
        ENDED,
        /** It was over before. */
        OVER,
        /** The opening is not held for the person: nothing can be accepted. */
        NOT_HELD,
        /** The person is on the line with the assistant, who ends it. */
        ON_THE_LINE
    }
}
