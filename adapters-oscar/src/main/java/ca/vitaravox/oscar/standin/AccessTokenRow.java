package ca.vitaravox.oscar.standin;

import java.time.Instant;

/**
 * An access token.
 *
 * @param token its public part
 * @param secret its secret
 * @param client the key of the client that it was issued to
 * @param provider whom it acts as
 * @param lifetime seconds that it lives, -1 for ever
 * @param issued when
 */
public record AccessTokenRow(
        String token, String secret, String client, String provider, int lifetime, Instant issued) {
    /** Never prints the secret. */
    @Override
    public String toString() {
        return "AccessTokenRow[" + token + "]";
    }

    boolean isExpired(Instant now) {
        return lifetime >= 0 && issued.getEpochSecond() + lifetime < now.getEpochSecond();
    }
}
