package ca.vitaravox.oscar.standin;

import ca.vitaravox.oscar.standin.oauth.OAuthRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The nonces of the last minutes; those too old to matter are forgotten. Thread-safe. */
final class Nonces {
    private final Duration window;
    private final Map<List<String>, Instant> seen = new HashMap<>();

    Nonces(Duration window) {
        this.window = window;
    }

    /** Whether client, token, time and nonce of the request have not been seen together; from now on they have. */
    synchronized boolean isNew(OAuthRequest request, Instant now) {
        seen.values().removeIf(last -> last.isBefore(now.minus(window.multipliedBy(2))));
        List<String> key = Stream.of("oauth_consumer_key", "oauth_token", "oauth_timestamp", "oauth_nonce")
                .map(name -> request.value(name).orElse(""))
                .toList();
        return seen.putIfAbsent(key, now) == null;
    }
}
