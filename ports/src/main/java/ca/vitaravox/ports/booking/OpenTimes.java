package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.Identification;
import java.util.Optional;

/** Use case: whether a certain time can be booked now, by the rules that callers are offered openings by. Thread-safe. */
@FunctionalInterface
public interface OpenTimes {
    /**
     * The first opening of a visit type's length within a stretch of a provider's time.
     *
     * @param anew whether the EMR is to be read anew; else it may have been read some seconds ago
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the EMR does not answer
     */
    Answer within(CallContext call, Question question, boolean anew);

    /**
     * What is asked.
     *
     * @param visitor for whom; empty for somebody who is no patient yet
     * @param moving an appointment of theirs whose own time counts as free
     * @param provider whose time
     * @param visitType what for
     * @param stretch within which time, less than a day
     */
    record Question(
            Optional<Identification> visitor,
            Optional<AppointmentId> moving,
            ProviderId provider,
            VisitTypeCode visitType,
            TimeRange stretch) {}

    /** Whether, and when. */
    sealed interface Answer {
        /**
         * It can be booked.
         *
         * @param time from its first minute that can be booked, as long as the visit type takes
         */
        record Open(TimeRange time) implements Answer {}

        /** Some call holds it, or is booking it, at this moment; in a minute more is known. */
        record Blocked() implements Answer {}

        /** It is booked, or too near, or the provider is away or does not see them, or they are elsewhere. */
        record NotOpen() implements Answer {}
    }
}
