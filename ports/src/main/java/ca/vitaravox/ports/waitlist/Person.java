package ca.vitaravox.ports.waitlist;

import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody who waits. Its text is hidden.
 *
 * @param name the name, as heard or as the chart has it
 * @param phone where staff reach them
 * @param patient their chart, where they were identified
 * @param familyProvider the provider who usually sees them, as their chart says
 */
public record Person(
        PatientName name, PhoneNumber phone, Optional<PatientId> patient, Optional<ProviderId> familyProvider) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[^\\p{L}]+");

    /** What tells that two are the same person: the letters of their name, case and accents aside, and their number. */
    public String key() {
        return letters(name.first()) + " " + letters(name.last()) + " " + phone.e164();
    }

    private static String letters(String word) {
        String plain =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN_LETTERS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Person[hidden]";
    }
}
