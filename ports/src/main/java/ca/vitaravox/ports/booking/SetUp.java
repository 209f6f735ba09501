package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.ClinicId;
import java.util.List;

/**
 * Use case: how far a clinic is set up. Nothing is kept of it: each step is as far as the settings are, so that it can be
 * left at any time, gone on with by anybody, and never says what is no longer so. Thread-safe.
 */
public interface SetUp {
    /** What the clinic's settings lack, by the order of the steps; empty if they lack nothing. Asks nobody outside. */
    List<Lack> lacking(ClinicId clinic);

    /**
     * What keeps the clinic from answering calls from its own EMR: what its settings lack, or, where they lack nothing, what
     * its EMR and the voice platform say when they are asked, which may take seconds. Whoever makes a clinic live asks this
     * first, and does not while there is anything.
     */
    List<Lack> hindrances(ClinicId clinic);

    /** The steps, in the order in which they are best taken. */
    enum Step {
        /** Name, address, zone, languages, policy. */
        PROFILE,
        /** The number that callers dial. */
        NUMBER,
        /** Opening hours and days off. */
        HOURS,
        /** Who can be booked. */
        PROVIDERS,
        /** When they see patients. */
        SCHEDULES,
        /** For what they can be booked. */
        VISIT_TYPES,
        /** The clinic's EMR: connected, and it works. */
        EMR,
        /** What answers the telephone, at the voice platform. */
        ASSISTANT
    }

    /** What can be lacking, each of one step. */
    enum Reason {
        /** No number is the clinic's. */
        NO_NUMBER(Step.NUMBER),
        /** It is never open. */
        NO_HOURS(Step.HOURS),
        /** Callers may book nobody. */
        NOBODY_TO_BOOK(Step.PROVIDERS),
        /** Nobody who can be booked has a week, since there is nobody. */
        NO_WEEKS(Step.SCHEDULES),
        /** A provider whom callers may book works never; about the name of the provider. */
        NO_SCHEDULE(Step.SCHEDULES),
        /** No provider's week has time for a visit type; about its code. */
        NEVER_OFFERED(Step.VISIT_TYPES),
        /** It has no EMR but demo data. */
        NO_EMR(Step.EMR),
        /** We may not use its EMR yet. */
        NOT_CONNECTED(Step.EMR),
        /** Its EMR never took what we prove ourselves with: nobody tested it. */
        NEVER_WORKED(Step.EMR),
        /** Its EMR does not do its part; about what is to be done, in a sentence. */
        EMR_TROUBLE(Step.EMR),
        /** Nothing was made yet to answer its telephone. */
        NO_ASSISTANT(Step.ASSISTANT),
        /** What answers its telephone is not as it is to be; about what is to be done, in a sentence. */
        ASSISTANT_TROUBLE(Step.ASSISTANT);

        private final Step step;

        Reason(Step step) {
            this.step = step;
        }

        /** At which step it is mended. */
        public Step step() {
            return step;
        }
    }

    /**
     * Something that is lacking.
     *
     * @param reason what
     * @param about of what, where there are several; empty else
     */
    record Lack(Reason reason, String about) {
        /** Of something there is one of. */
        public Lack(Reason reason) {
            this(reason, "");
        }
    }
}
