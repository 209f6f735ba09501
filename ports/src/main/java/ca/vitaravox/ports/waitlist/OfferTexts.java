package ca.vitaravox.ports.waitlist;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;

/** Driven port: the words of text messages. Thread-safe. */
@FunctionalInterface
public interface OfferTexts {
    /** Asks to call the clinic; says neither for whom nor what for, and names nobody but the clinic. */
    String pleaseCall(Clinic clinic, Language language);
}
