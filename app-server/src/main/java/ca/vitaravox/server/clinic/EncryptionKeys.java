package ca.vitaravox.server.clinic;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The keys that secrets are sealed under. The first seals, all open. Their text is hidden.
 *
 * @param all at least one, with different ids
 */
public record EncryptionKeys(List<Key> all) {
    private static final int BYTES = 32;
    private static final String FORM = "[A-Za-z0-9_-]{1,20}:[A-Za-z0-9+/]{43}=";

    /** Refuses an empty list and one id for two keys. */
    public EncryptionKeys {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("has no key");
        }
        if (all.stream().map(Key::id).distinct().count() < all.size()) {
            throw new IllegalArgumentException("has one id for two keys");
        }
    }

    /**
     * Reads {@code id:base64,id:base64}, each key 32 bytes.
     *
     * @throws IllegalArgumentException if it is not of that form; the message repeats nothing of it
     */
    public static EncryptionKeys of(String written) {
        List<Key> keys = new ArrayList<>();
        for (String each : written.split(",", -1)) {
            String key = each.strip();
            if (!key.matches(FORM)) {
                throw new IllegalArgumentException(
                        "is not of the form id:key,id:key with keys of 32 bytes in Base64 (44 characters)");
            }
            byte[] bytes = Base64.getDecoder().decode(key.substring(key.indexOf(':') + 1));
            if (bytes.length != BYTES) {
                throw new IllegalArgumentException("has a key that is not 32 bytes");
            }
            keys.add(new Key(key.substring(0, key.indexOf(':')), bytes));
        }
        return new EncryptionKeys(keys);
    }

    /** The key that seals. */
    public Key newest() {
        return all.get(0);
    }

    /** The key of that id. */
    public Optional<Key> key(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * One key.
     *
     * @param id by which what is sealed names it
     * @param bytes 32 of them
     */
    public record Key(String id, byte[] bytes) {
        @Override
        public String toString() {
            return "Key[" + id + ", hidden]";
        }
    }
}
