package ca.vitaravox.server.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** When a secret is too weak to guard patients' data. */
final class SecretRules {
    private static final int SHORTEST = 32;
    private static final int FEWEST_DIFFERENT = 10;
    private static final int SHORTEST_PERIOD = 12;
    private static final List<String> GIVEAWAYS = List.of(
            "example",
            "changeme",
            "change-me",
            "change_me",
            "not-a-real",
            "your-secret",
            "your_secret",
            "placeholder",
            "password",
            "default");

    private static final Set<String> TRIED_FIRST =
            Set.of("postgres", "password", "admin", "root", "secret", "changeme", "vitaravox", "123456", "12345678");

    private SecretRules() {}

    /** What is wrong with it, in words that follow its name; empty if nothing is. */
    static Optional<String> weakness(Secret secret) {
        String value = secret.value();
        if (value.length() < SHORTEST) {
            return Optional.of("is shorter than " + SHORTEST + " characters");
        }
        String lower = value.toLowerCase(Locale.ROOT);
        if (GIVEAWAYS.stream().anyMatch(lower::contains)) {
            return Optional.of("looks like a default or an example");
        }
        if (value.chars().distinct().count() < FEWEST_DIFFERENT || repeats(value)) {
            return Optional.of("can be guessed: it repeats itself");
        }
        return Optional.empty();
    }

    /** Whether it is what is tried first as the password of this user. */
    static boolean isTriedFirst(Secret password, String user) {
        String lower = password.value().toLowerCase(Locale.ROOT);
        return lower.equals(user.toLowerCase(Locale.ROOT)) || TRIED_FIRST.contains(lower);
    }

    /** Whether it is a short text written again and again. */
    private static boolean repeats(String value) {
        for (int period = 1; period <= SHORTEST_PERIOD; period++) {
            if (value.substring(period).equals(value.substring(0, value.length() - period))) {
                return true;
            }
        }
        return false;
    }
}
