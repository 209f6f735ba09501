package ca.vitaravox.vapi.standin;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everything in the stand-in, by kind. */
final class Shelves {
    private final Map<String, Shelf> byKind = new LinkedHashMap<>();

    Shelves(InstantSource clock) {
        for (String kind : new String[] {"credential", "tool", "assistant", "squad", "phone-number"}) {
            byKind.put(kind, new Shelf(kind, clock, () -> UUID.randomUUID().toString()));
        }
    }

    Optional<Shelf> shelf(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
