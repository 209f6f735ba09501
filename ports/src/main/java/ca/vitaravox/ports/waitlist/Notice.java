package ca.vitaravox.ports.waitlist;

import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;

/**
 * A text message that tells somebody to call the clinic, for an opening may be theirs.
 *
 * @param offer the offer it is about; there is one message about each
 * @param to where it goes
 * @param language in which language
 */
public record Notice(OfferId offer, PhoneNumber to, Language language) {}
