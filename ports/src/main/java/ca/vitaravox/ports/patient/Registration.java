package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.access.CallContext;

/**
 * Use case: somebody new gets a chart. Never two of one person: whoever asks again, in whatever words, on whatever
 * server, gets the one chart; a reply that never came is looked up before anything is written again. Thread-safe.
 */
public interface Registration {
    /**
     * Makes the chart, if the clinic takes new patients, the caller agreed, and there is none yet. That they agreed is
     * believed only for words that an earlier {@link Result.ConsentRequired} of this call gave out, which were not
     * agreed to for somebody born on another day; those words are what they agreed to.
     */
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
     * @param words what the caller is to agree to, in the language of the call
     * @param agreed whether they are said to have agreed
     */
    record Command(NewPatient patient, Consent words, boolean agreed) {}

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

        /** The caller has yet to agree: the words are given out with this. */
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
