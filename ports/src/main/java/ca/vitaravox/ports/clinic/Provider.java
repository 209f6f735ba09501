package ca.vitaravox.ports.clinic;

import java.util.Map;
import java.util.Optional;

/**
 * Somebody patients are booked with.
 *
 * @param id the EMR's id
 * @param displayName the name as spoken: {@code Doctor Mara Wexford}
 * @param specialty as spoken, where it is worth saying
 * @param acceptingNewPatients whether this provider takes on new patients
 * @param bookable whether callers may book this provider; off until the clinic says so
 * @param audiences who may be booked for which visit type, nobody for one that is not among them; empty for everyone
 *     and every visit type
 */
public record Provider(
        ProviderId id,
        String displayName,
        Optional<String> specialty,
        boolean acceptingNewPatients,
        boolean bookable,
        Map<VisitTypeCode, Audience> audiences) {
    /** The longest name and specialty, in characters. */
    public static final int LONGEST_NAME = 100;

    /** Refuses a name or specialty that is blank or longer. */
    public Provider {
        audiences = Map.copyOf(audiences);
        if (!isName(displayName) || specialty.filter(words -> !isName(words)).isPresent()) {
            throw new IllegalArgumentException("a provider's name and specialty have 1 to 100 characters");
        }
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME;
    }

    /** A provider with whom everyone may be booked for every visit type. */
    public Provider(
            ProviderId id,
            String displayName,
            Optional<String> specialty,
            boolean acceptingNewPatients,
            boolean bookable) {
        this(id, displayName, specialty, acceptingNewPatients, bookable, Map.of());
    }

    /** The same, with whom everyone may be booked for every visit type. */
    public Provider forEveryone() {
        return new Provider(id, displayName, specialty, acceptingNewPatients, bookable);
    }

    /** Who may be booked for a visit type; empty for nobody. Whether callers may book at all is another question. */
    public Optional<Audience> audience(VisitTypeCode visitType) {
        return audiences.isEmpty() ? Optional.of(Audience.EVERYONE) : Optional.ofNullable(audiences.get(visitType));
    }
}
