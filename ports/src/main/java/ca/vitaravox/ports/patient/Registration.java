package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.access.CallContext;
import java.util.Optional;

/**
 * Use case: somebody new gets a chart. Never two of one person: whoever asks again, in whatever words, on whatever
 * server, gets the one chart; a reply that never came is looked up before anything is written again. Thread-safe.
 */
public interface Registration {
    /** Makes the chart, if the clinic takes new patients, the caller agreed, and there is none yet. */
    Result register(CallContext call, Command command);

    /**
     * Finishes what calls left unfinished, by looking whether the chart is there; to be run every few seconds, by any
     * number of servers.
     *
     * @return how many were looked at
     */
    int finish();

    /**
     * What is wanted.
     *
     * @param patient the new patient
     * @param consent what the caller agreed to; empty if they did not
     */
    record Command(NewPatient patient, Optional<Consent> consent) {}

    /** How it ended. */
    sealed interface Result {
        /**
         * The chart is there, and its patient verified in this call.
         *
         * @param patient who
         * @param already whether an earlier request of this call made it
         */
        record Registered(PatientId patient, boolean already) implements Result {}

        /** The clinic takes no new patients. */
        record NotAccepting() implements Result {}

        /** The caller has yet to agree. */
        record ConsentRequired() implements Result {}

        /** There is a chart of this person already; nothing more is told. A failed attempt. */
        record Duplicate() implements Result {}

        /** Identification is closed, and with it whatever tells whether somebody has a chart. */
        record TooManyAttempts() implements Result {}

        /** Sent to the EMR, and not known yet whether it was made; asking again tells. */
        record Pending() implements Result {}

        /** The EMR did not answer; nothing was made. */
        record EmrUnavailable() implements Result {}
    }
}
