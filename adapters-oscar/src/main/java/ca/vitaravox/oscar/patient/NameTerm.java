package ca.vitaravox.oscar.patient;

import ca.vitaravox.ports.patient.PatientName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A name as OSCAR's search finds it: {@code LAST,FIRST}, two regular expressions. Letters that can carry an accent, and
 * whatever is no letter, match anything: the database compares bytes, so that an accented letter is two of them. No
 * character of the name itself can thus be taken for an operator, and no comma for the one between.
 */
final class NameTerm {
    /** Letters that are written without accents in the languages of Canada's patients, and are one byte. */
    private static final String PLAIN = "bfhjkmpqvwx";

    /** One to three bytes. */
    private static final String ANY = "..?.?";

    private NameTerm() {}

    static String of(PatientName name) {
        return expression(name.last()) + "," + expression(name.first());
    }

    private static String expression(String part) {
        return part.toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> PLAIN.contains(letter) ? letter : ANY)
                .collect(Collectors.joining("", "^", "$"));
    }

    /** Whether two names agree letter by letter, but for case and accents. */
    static boolean same(PatientName one, PatientName other) {
        return plain(one.last()).equals(plain(other.last()))
                && plain(one.first()).equals(plain(other.first()));
    }

    private static String plain(String part) {
        return Normalizer.normalize(part, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
