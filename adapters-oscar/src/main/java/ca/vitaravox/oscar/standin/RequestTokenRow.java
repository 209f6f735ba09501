package ca.vitaravox.oscar.standin;

import java.time.Duration;
import java.time.Instant;

/**
 * A request token on its way to an access token.
 *
 * @param verifier what consent gave, or null
 * @param provider who logged in on its page, or null
 */
record RequestTokenRow(
        String token,
        String secret,
        String client,
        String callback,
        String verifier,
        String provider,
        Instant created) {
    private static final Duration LIFE = Duration.ofHours(1);

    boolean isExpired(Instant now) {
        return created.plus(LIFE).isBefore(now);
    }

    RequestTokenRow loggedIn(String who) {
        return new RequestTokenRow(token, secret, client, callback, verifier, who, created);
    }

    RequestTokenRow verifiedBy(String text) {
        return new RequestTokenRow(token, secret, client, callback, text, provider, created);
    }

    @Override
    public String toString() {
        return "RequestTokenRow[" + token + "]";
    }
}
