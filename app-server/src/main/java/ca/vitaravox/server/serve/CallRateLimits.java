package ca.vitaravox.server.serve;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.server.access.BucketClock;
import ca.vitaravox.vapi.webhook.CallRates;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;

/**
 * So many tool calls a minute from one calling number, and so many for one clinic: all at once, and then one for each
 * that a minute's share gives back. Callers who withhold their numbers share half of their clinic's, so that they never
 * keep out the others. What a number was refused does not count for its clinic. Each server counts for itself, and
 * remembers 50,000 numbers and 10,000 clinics at most. Thread-safe.
 */
final class CallRateLimits implements CallRates {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST_NUMBERS = 50_000;
    private static final int MOST_CLINICS = 10_000;

    private final int perNumber;
    private final int perClinic;
    private final TimeMeter clock;
    private final Cache<PhoneNumber, Bucket> numbers = cache(MOST_NUMBERS);
    private final Cache<ClinicId, Bucket> withheld = cache(MOST_CLINICS);
    private final Cache<ClinicId, Bucket> clinics = cache(MOST_CLINICS);

    /**
     * Limits with nothing counted.
     *
     * @param perNumber tool calls a minute from one number
     * @param perClinic tool calls a minute for one clinic
     */
    CallRateLimits(int perNumber, int perClinic, InstantSource clock) {
        this.perNumber = perNumber;
        this.perClinic = perClinic;
        this.clock = new BucketClock(clock);
    }

    private static <K> Cache<K, Bucket> cache(int most) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(PERIOD.multipliedBy(2))
                .build();
    }

    @Override
    public boolean admits(CallContext call) {
        return callers(call).tryConsume(1)
                && clinics.get(call.clinic(), first -> bucket(perClinic)).tryConsume(1);
    }

    private Bucket callers(CallContext call) {
        return call.caller()
                .map(number -> numbers.get(number, first -> bucket(perNumber)))
                .orElseGet(() -> withheld.get(call.clinic(), first -> bucket(Math.max(1, perClinic / 2))));
    }

    private Bucket bucket(int calls) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(calls)
                        .refillGreedy(calls, PERIOD)
                        .build())
                .withCustomTimePrecision(clock)
                .build();
    }
}
