package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.CommonPasswords;
import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.PasswordWeakness;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a password is too weak (OWASP ASVS 5.0, 6.2): length and what everybody knows count, the mix of characters does
 * not.
 */
final class PasswordRules {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final int SHORTEST_NAME = 4;
    /** Digits, signs and blanks of ASCII. */
    private static final String NO_LETTERS = "[\\x00-@\\[-`{-\\x7f]+";

    private static final List<String> OURS = List.of("vitaravox");

    private final CommonPasswords common;

    PasswordRules(CommonPasswords common) {
        this.common = common;
    }

    /** Why it is refused for whoever has that address. */
    Optional<PasswordWeakness> weakness(String password, EmailAddress email) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(PasswordWeakness.SHORT);
        }
        if (password.length() > LONGEST) {
            return Optional.of(PasswordWeakness.LONG);
        }
        String plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (isPersonal(plain, email)) {
            return Optional.of(PasswordWeakness.PERSONAL);
        }
        return isCommon(plain) ? Optional.of(PasswordWeakness.COMMON) : Optional.empty();
    }

    private static boolean isPersonal(String plain, EmailAddress email) {
        String name = email.value().substring(0, email.value().indexOf('@'));
        return Stream.concat(OURS.stream(), Stream.of(name).filter(word -> word.length() >= SHORTEST_NAME))
                .anyMatch(plain::contains);
    }

    /**
     * The lists have few of twelve characters and more: what is made of a shorter one by writing it again, or by digits
     * and signs around it, is as easily tried.
     */
    private boolean isCommon(String plain) {
        String bare = plain.replaceAll("^" + NO_LETTERS + "|" + NO_LETTERS + "$", "");
        return Stream.of(plain, bare).anyMatch(form -> form.isEmpty() || common.has(form) || common.has(once(form)));
    }

    /** The text that it repeats, or itself. */
    private static String once(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            if (text.substring(length).equals(text.substring(0, text.length() - length))) {
                return text.substring(0, length);
            }
        }
        return text;
    }
}
