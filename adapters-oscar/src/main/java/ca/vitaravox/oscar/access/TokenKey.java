package ca.vitaravox.oscar.access;

import java.util.Objects;

/**
 * A token that OSCAR gave us: one to ask for consent with, or one to work with. Never printed.
 *
 * @param token its public name
 * @param secret what came with it
 */
public record TokenKey(String token, String secret) {
    /** Takes both; neither may be null. */
    public TokenKey {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String toString() {
        return "TokenKey[...]";
    }
}
