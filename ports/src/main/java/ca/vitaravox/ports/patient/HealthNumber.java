package ca.vitaravox.ports.patient;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provincial health number that is well formed: British Columbia's (10 digits, the first a 9, the last a modulo-11
 * check digit), Ontario's (10 digits, the last a Luhn check digit, then up to two letters of version), or another
 * province's, unchecked. Two numbers agree when their characters do, whatever the version. Its text shows only the last
 * four characters.
 *
 * @param number digits (and, elsewhere, capital letters) without blanks, 4 to 20
 * @param version Ontario's version letters
 * @param issuer who issued it, as far as its form tells
 */
public record HealthNumber(String number, Optional<String> version, Issuer issuer) {
    private static final Pattern ONTARIO = Pattern.compile("([0-9]{10})([A-Z]{0,2})");
    private static final Pattern OTHER = Pattern.compile("[A-Z0-9]{4,20}");
    private static final int[] BC_WEIGHTS = {2, 4, 8, 5, 10, 9, 7, 3};

    /** Who issued a health number. */
    public enum Issuer {
        /** British Columbia's Personal Health Number. */
        BRITISH_COLUMBIA,
        /** Ontario's health card. */
        ONTARIO,
        /** Any other province, or none that could be told. */
        OTHER
    }

    /** Refuses a number whose check digit is wrong for its issuer. */
    public HealthNumber {
        boolean fits = switch (issuer) {
            case BRITISH_COLUMBIA -> isBritishColumbian(number);
            case ONTARIO -> isOntarian(number);
            case OTHER -> OTHER.matcher(number).matches();
        };
        if (!fits) {
            throw new IllegalArgumentException("a digit of the health number is wrong");
        }
    }

    /**
     * Reads a number as said or typed, blanks and hyphens ignored, taking it for the first issuer whose check digit
     * agrees.
     *
     * @return empty if it is too short or too long, or holds other characters
     */
    public static Optional<HealthNumber> of(String said) {
        String compact = said.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
        if (isBritishColumbian(compact)) {
            return Optional.of(new HealthNumber(compact, Optional.empty(), Issuer.BRITISH_COLUMBIA));
        }
        Matcher ontario = ONTARIO.matcher(compact);
        if (ontario.matches() && isOntarian(ontario.group(1))) {
            Optional<String> version = Optional.of(ontario.group(2)).filter(letters -> !letters.isEmpty());
            return Optional.of(new HealthNumber(ontario.group(1), version, Issuer.ONTARIO));
        }
        return OTHER.matcher(compact).matches()
                ? Optional.of(new HealthNumber(compact, Optional.empty(), Issuer.OTHER))
                : Optional.empty();
    }

    /** Whether both are the same number; the version letters change with every new card and do not count. */
    public boolean agreesWith(HealthNumber other) {
        return number.equals(other.number);
    }

    /** The last four characters, as read back to a caller. */
    public String last4() {
        return number.substring(number.length() - 4);
    }

    /** Digits 2 to 9, weighted and summed modulo 11; what is missing to 11 is the tenth (BC MSP, PHN check digit). */
    private static boolean isBritishColumbian(String digits) {
        if (!digits.matches("9[0-9]{9}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < BC_WEIGHTS.length; i++) {
            sum += (digits.charAt(i + 1) - '0') * BC_WEIGHTS[i] % 11;
        }
        return 11 - sum % 11 == digits.charAt(9) - '0';
    }

    /** The Luhn check of ISO/IEC 7812 over ten digits. */
    private static boolean isOntarian(String digits) {
        if (!digits.matches("[0-9]{10}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int digit = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    @Override
    public String toString() {
        return "…" + last4();
    }
}
