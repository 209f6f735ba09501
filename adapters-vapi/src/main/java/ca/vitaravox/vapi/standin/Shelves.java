package ca.vitaravox.vapi.standin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Everything in the stand-in, by kind. */
final class Shelves {
    private final AtomicLong made = new AtomicLong();
    private final Map<String, Shelf> byKind = new LinkedHashMap<>();

    /** Ids begin with the moment it was started: another gives others. */
    Shelves(InstantSource clock) {
        long started = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        for (String kind : new String[] {"credential", "tool", "assistant", "squad", "phone-number"}) {
            byKind.put(kind, new Shelf(kind, clock, () -> new UUID(started, made.incrementAndGet()).toString()));
        }
    }

    Optional<Shelf> shelf(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
