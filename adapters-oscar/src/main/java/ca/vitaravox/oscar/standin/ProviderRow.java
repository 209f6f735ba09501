package ca.vitaravox.oscar.standin;

import java.time.Instant;
import java.util.Map;

/**
 * A row of {@code provider}, and what its roles allow.
 *
 * @param number the provider number, up to six characters
 * @param type {@code doctor}, {@code receptionist} and others
 * @param privileges by object ({@code _appointment}, {@code _demographic}, {@code _tickler}) the letter that its roles
 *     give: {@code x} for everything, {@code w}, {@code u}, {@code r}, {@code d}, {@code o} for nothing
 * @param changed when it was written last
 */
public record ProviderRow(
        String number,
        String lastName,
        String firstName,
        String type,
        String sex,
        String specialty,
        String ohipNumber,
        String workPhone,
        String email,
        Map<String, Character> privileges,
        Instant changed) {
    private static final Map<Character, String> ALLOWED =
            Map.of('x', "rwud", 'w', "rwu", 'u', "ru", 'r', "r", 'd', "d", 'o', "");

    private static final Map<String, Character> EVERYTHING =
            Map.of("_appointment", 'x', "_demographic", 'x', "_tickler", 'x');

    /** Somebody who sees patients, and may do everything. */
    public static ProviderRow doctor(String number, String lastName, String firstName) {
        return new ProviderRow(
                number, lastName, firstName, "doctor", "F", "Family Medicine", "", "", "", EVERYTHING, Instant.EPOCH);
    }

    /** The account that a program acts as, which may do everything with appointments, charts and ticklers. */
    public static ProviderRow integration(String number) {
        return new ProviderRow(
                number, "Integration", "Voice", "receptionist", "F", "", "", "", "", EVERYTHING, Instant.EPOCH);
    }

    /** Takes a copy of the privileges. */
    public ProviderRow {
        privileges = Map.copyOf(privileges);
    }

    /** As lists name the provider. */
    String name() {
        return lastName + ", " + firstName;
    }

    /** Whether the roles allow to read, write, update or delete ({@code r, w, u, d}) such objects. */
    boolean may(char what, String object) {
        Character letter = privileges.get(object);
        return letter != null && ALLOWED.getOrDefault(letter, "").indexOf(what) >= 0;
    }
}
