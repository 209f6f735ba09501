package ca.vitaravox.oscar.access;

import java.util.Objects;

/**
 * What a clinic's OSCAR gave us: the client (REST client, in its administration) and the token of the provider who
 * allowed it. Never printed.
 *
 * @param clientKey the public name of the client
 * @param clientSecret what only the client and OSCAR know
 * @param token the public name of the token
 * @param tokenSecret what came with the token
 */
public record OAuthCredentials(String clientKey, String clientSecret, String token, String tokenSecret) {
    /** Takes all four; none may be null. */
    public OAuthCredentials {
        Objects.requireNonNull(clientKey, "clientKey");
        Objects.requireNonNull(clientSecret, "clientSecret");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(tokenSecret, "tokenSecret");
    }

    @Override
    public String toString() {
        return "OAuthCredentials[...]";
    }
}
