package ca.vitaravox.vapi.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The signatures that came in while their timestamps are fresh, with what was replied: whoever records a request and
 * sends it again has nothing executed. Kept in this process, the latest {@link #MOST} of them; beyond that, and on
 * other servers, repeats of writes are caught by their ids. Thread-safe.
 */
final class SeenSignatures {
    /** How many are kept. */
    static final int MOST = 20_000;
    /** A timestamp may lie ahead of our clock by the window and is then fresh for another. */
    private static final Duration KEPT = Signature.WINDOW.multipliedBy(2).plusSeconds(1);

    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /** Takes a signature in: empty if it is new, else the reply to the request that first carried it. */
    Optional<CompletableFuture<Reply>> earlier(Signature signature, CompletableFuture<Reply> reply, Instant now) {
        synchronized (seen) {
            drop(now);
            Seen earlier = seen.putIfAbsent(signature.name(), new Seen(now.plus(KEPT), reply));
            return Optional.ofNullable(earlier).map(Seen::reply);
        }
    }

    /** Forgets a signature whose request was not answered. */
    void forget(Signature signature) {
        synchronized (seen) {
            seen.remove(signature.name());
        }
    }

    private void drop(Instant now) {
        Iterator<Seen> oldest = seen.values().iterator();
        while (oldest.hasNext()) {
            if (!now.isAfter(oldest.next().until()) && seen.size() < MOST) {
                return;
            }
            oldest.remove();
        }
    }

    private record Seen(Instant until, CompletableFuture<Reply> reply) {}
}
