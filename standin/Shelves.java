package ca.vitaravox.vapi.standin;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Everything in the stand-in, by kind. */
final class Shelves {
    private final AtomicLong made = new AtomicLong();
    private final Map<String, Shelf> byKind = new LinkedHashMap<>();

    Shelves(InstantSource clock) {
        for (String kind : new String[] {"credential", "tool", "assistant", "squad", "phone-number"}) {
            byKind.put(kind, new Shelf(kind, clock, () -> new UUID(0x4a11L, made.incrementAndGet()).toString()));
        }
    }

    Optional<Shelf> shelf(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
