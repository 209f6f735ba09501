package ca.vitaravox.ports.patient;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Canadian postal code, as Canada Post writes it: {@code V6B 1A1}. The letters D, F, I, O, Q and U are in none, and W
 * and Z do not begin one. Its text is hidden.
 *
 * @param value seven characters, capital letters, a blank in the middle
 */
public record PostalCode(String value) {
    private static final Pattern FORM =
            Pattern.compile("[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] [0-9][ABCEGHJ-NPRSTV-Z][0-9]");

    /** Refuses anything that is not of the form above. */
    public PostalCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a postal code is letter, digit, letter, blank, digit, letter, digit");
        }
    }

    /**
     * Reads a postal code as said or typed; case, blanks, dots and hyphens do not matter.
     *
     * @return empty for what is none
     */
    public static Optional<PostalCode> of(String said) {
        String compact = said.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
        return Optional.of(compact)
                .filter(code -> code.length() == 6)
                .map(code -> code.substring(0, 3) + " " + code.substring(3))
                .filter(code -> FORM.matcher(code).matches())
                .map(PostalCode::new);
    }

    @Override
    public String toString() {
        return "PostalCode[hidden]";
    }
}
