package ca.vitaravox.server.setup;

import ca.vitaravox.ports.booking.SetUp.Lack;

/** What a clinic lacks, in a sentence that says what to do. */
final class LackWords {
    private LackWords() {}

    /** The sentence, in English. */
    static String of(Lack lack) {
        return switch (lack.reason()) {
            case NO_NUMBER -> "No telephone number is the clinic's: a platform admin gives it one.";
            case NO_HOURS -> "The clinic is never open: give it opening hours.";
            case NOBODY_TO_BOOK -> "Callers may book nobody: add a provider whom they may.";
            case NO_WEEKS -> "Nobody has a week yet: say when each provider sees patients.";
            case NO_SCHEDULE -> lack.about() + " can be booked and works never: give them a week.";
            case NEVER_OFFERED ->
                "No provider's week has time for the visit type " + lack.about() + ": make some, or remove it.";
            case NO_EMR -> "The clinic has demo data alone: say which EMR it has.";
            case NOT_CONNECTED -> "The clinic's EMR is not connected: have somebody there agree to it.";
            case NEVER_WORKED -> "The connection to the clinic's EMR has not worked yet: test it.";
            case NO_ASSISTANT -> "Nothing answers the telephone yet: push the clinic to Vapi.";
            case EMR_TROUBLE, ASSISTANT_TROUBLE -> lack.about();
        };
    }
}
