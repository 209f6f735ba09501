package ca.vitaravox.ports.clinic;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A kind of visit that can be booked.
 *
 * @param code its name in the contract
 * @param length how long it takes; whole minutes, 5 to 240
 * @param names how it is spoken, in each of the clinic's languages
 * @param aliases other words callers use for it, lower case ({@code annual physical})
 * @param emrType the EMR's own name for this type of appointment
 * @param buffers what is kept free around it
 */
public record VisitType(
        VisitTypeCode code,
        Duration length,
        Map<Language, String> names,
        Set<String> aliases,
        String emrType,
        Buffers buffers) {
    /** Refuses a length no schedule has. */
    public VisitType {
        long minutes = length.toMinutes();
        if (!length.equals(Duration.ofMinutes(minutes)) || minutes < 5 || minutes > 240) {
            throw new IllegalArgumentException("a visit takes 5 to 240 whole minutes");
        }
        names = Map.copyOf(names);
        aliases = Set.copyOf(aliases);
    }

    /** A visit type that needs nothing kept free around it. */
    public VisitType(
            VisitTypeCode code, Duration length, Map<Language, String> names, Set<String> aliases, String emrType) {
        this(code, length, names, aliases, emrType, Buffers.NONE);
    }

    /** How this type is spoken in a language; its code with spaces where the clinic gave no words. */
    public String spoken(Language language) {
        return names.getOrDefault(language, code.value().replace('_', ' '));
    }
}
