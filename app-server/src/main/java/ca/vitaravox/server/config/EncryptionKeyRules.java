package ca.vitaravox.server.config;

import ca.vitaravox.server.clinic.EncryptionKeys;
import ca.vitaravox.server.clinic.EncryptionKeys.Key;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** When encryption keys are none. */
final class EncryptionKeyRules {
    private static final int FEWEST_DIFFERENT = 16;
    private static final String NEW_KEY = "; `openssl rand -base64 32` makes one.";

    private EncryptionKeyRules() {}

    /** What is missing or weak, a sentence each. */
    static List<String> unmet(Optional<EncryptionKeys> keys) {
        String name = Setting.ENCRYPTION_KEYS.key();
        if (keys.isEmpty()) {
            return List.of(
                    name + " is missing: give the key that stored secrets are sealed under, as in k1:…" + NEW_KEY);
        }
        return keys.get().all().stream()
                .filter(EncryptionKeyRules::isWeak)
                .map(key -> name + " has a key, " + key.id() + ", that can be guessed" + NEW_KEY)
                .toList();
    }

    /** Of 32 random bytes fewer than 16 different ones are not to be expected in the lifetime of the universe. */
    private static boolean isWeak(Key key) {
        return IntStream.range(0, key.bytes().length)
                        .map(at -> key.bytes()[at])
                        .distinct()
                        .count()
                < FEWEST_DIFFERENT;
    }
}
