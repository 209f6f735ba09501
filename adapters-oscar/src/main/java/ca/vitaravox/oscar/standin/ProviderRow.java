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
