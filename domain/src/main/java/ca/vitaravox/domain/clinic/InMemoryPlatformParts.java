package ca.vitaravox.domain.clinic;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PlatformPart;
import ca.vitaravox.ports.clinic.PlatformParts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** Keeps what was made at the voice platform in memory for as long as it lives: for tests, and a tool of one process. */
public final class InMemoryPlatformParts implements PlatformParts {
    private final Map<ClinicId, Map<String, PlatformPart>> parts = new ConcurrentHashMap<>();
    private final Set<ClinicId> taken = ConcurrentHashMap.newKeySet();

    /** Nothing was made yet. */
    public InMemoryPlatformParts() {}

    @Override
    public List<PlatformPart> of(ClinicId clinic) {
        return List.copyOf(parts.getOrDefault(clinic, Map.of()).values());
    }

    @Override
    public void keep(ClinicId clinic, PlatformPart part, Instant now) {
        parts.computeIfAbsent(clinic, none -> new ConcurrentSkipListMap<>()).put(part.name(), part);
    }

    @Override
    public void forget(ClinicId clinic, String name) {
        parts.getOrDefault(clinic, new ConcurrentSkipListMap<>()).remove(name);
    }

    @Override
    public <T> Optional<T> alone(ClinicId clinic, Supplier<T> work) {
        if (!taken.add(clinic)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            taken.remove(clinic);
        }
    }
}
