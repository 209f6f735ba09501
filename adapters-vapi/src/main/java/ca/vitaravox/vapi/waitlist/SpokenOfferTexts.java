package ca.vitaravox.vapi.waitlist;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.waitlist.OfferTexts;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Lines;

/** The words of text messages, from the same sentences as what is spoken. Thread-safe. */
public final class SpokenOfferTexts implements OfferTexts {
    private static final int LONGEST_NAME = 60;

    /** Texts in every language. */
    public SpokenOfferTexts() {}

    @Override
    public String pleaseCall(Clinic clinic, Language language) {
        return Voice.of(language)
                .say(
                        Phrase.TEXT_PLEASE_CALL,
                        Lines.shown(clinic.name(), LONGEST_NAME),
                        clinic.phone().e164());
    }
}
