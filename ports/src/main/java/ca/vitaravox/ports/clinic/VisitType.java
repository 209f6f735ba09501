package ca.vitaravox.ports.clinic;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
    /** The longest name, alias, and name in the EMR, in characters. */
    public static final int LONGEST_NAME = 60;
    /** The most aliases. */
    public static final int MOST_ALIASES = 50;

    /** Refuses a length no schedule has, and names beyond the bounds above. */
    public VisitType {
        long minutes = length.toMinutes();
        if (!length.equals(Duration.ofMinutes(minutes)) || minutes < 5 || minutes > 240) {
            throw new IllegalArgumentException("a visit takes 5 to 240 whole minutes");
        }
        names = Map.copyOf(names);
        aliases = Set.copyOf(aliases);
        if (!Stream.concat(names.values().stream(), aliases.stream()).allMatch(VisitType::isName)
                || emrType.length() > LONGEST_NAME
                || aliases.size() > MOST_ALIASES) {
            throw new IllegalArgumentException("a visit type has names of 1 to 60 characters, and at most 50 aliases");
        }
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME;
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
