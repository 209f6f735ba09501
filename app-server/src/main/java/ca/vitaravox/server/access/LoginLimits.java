package ca.vitaravox.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How often one network address may try to get in: ten times at once, then ten times a minute. An address of IPv6 is its
 * first 64 bits. Remembers 50,000 addresses at most. Thread-safe.
 */
final class LoginLimits {
    private static final int TRIES = 10;
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 50_000;
    private static final int IPV6_NETWORK = 8;
    private static final int IPV4 = 4;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(PERIOD.multipliedBy(2))
            .build();
    private final TrustedProxies proxies;
    private final TimeMeter clock;

    /** Limits with nothing counted; these proxies are believed about who asks. */
    LoginLimits(TrustedProxies proxies, InstantSource clock) {
        this.proxies = proxies;
        this.clock = new BucketClock(clock);
    }

    /** Counts a try; 429 if there were too many. */
    void check(Context context) {
        ConsumptionProbe probe = buckets.get(
                        network(proxies.client(
                                context.req().getRemoteAddr(), Optional.ofNullable(context.header("X-Forwarded-For")))),
                        first -> bucket())
                .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            context.header("Retry-After", Long.toString(seconds));
            throw Problem.of(429, "TOO_MANY_TRIES", "Too many tries from your network: wait a minute.");
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(TRIES)
                        .refillGreedy(TRIES, PERIOD)
                        .build())
                .withCustomTimePrecision(clock)
                .build();
    }

    static String network(String address) {
        return TrustedProxies.literal(address)
                .map(InetAddress::getAddress)
                .map(bytes -> bytes.length == IPV4 ? bytes : Arrays.copyOf(bytes, IPV6_NETWORK))
                .map(HexFormat.of()::formatHex)
                .orElse("unknown");
    }
}
