package ca.vitaravox.oscar.access;

import java.util.Objects;

/**
 * The REST client that a clinic registered for us in its OSCAR. Never printed.
 *
 * @param key its public name
 * @param secret what only it and OSCAR know
 */
public record ClientKey(String key, String secret) {
    /** Takes both; neither may be null. */
    public ClientKey {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(secret, "secret");
    }

    /** With the token that was given to it. */
    public OAuthCredentials with(TokenKey token) {
        return new OAuthCredentials(key, secret, token.token(), token.secret());
    }

    @Override
    public String toString() {
        return "ClientKey[...]";
    }
}
