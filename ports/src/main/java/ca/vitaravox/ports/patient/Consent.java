package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.clinic.Language;

/**
 * What a caller agreed to.
 *
 * @param wording the very words that were put to them, never empty
 * @param language in which language
 */
public record Consent(String wording, Language language) {
    /** Refuses consent to nothing. */
    public Consent {
        if (wording.isBlank()) {
            throw new IllegalArgumentException("a consent is to something");
        }
    }
}
