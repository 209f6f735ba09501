package ca.vitaravox.vapi.platform;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PlatformPart;
import ca.vitaravox.ports.clinic.PlatformParts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What one clinic has at the voice platform. */
public final class TestParts implements PlatformParts {
    private final Map<String, PlatformPart> parts = new TreeMap<>();
    private boolean taken;

    @Override
    public synchronized List<PlatformPart> of(ClinicId clinic) {
        return List.copyOf(parts.values());
    }

    @Override
    public synchronized void keep(ClinicId clinic, PlatformPart part, Instant now) {
        parts.put(part.name(), part);
    }

    @Override
    public synchronized void forget(ClinicId clinic, String name) {
        parts.remove(name);
    }

    @Override
    public <T> Optional<T> alone(ClinicId clinic, Supplier<T> work) {
        if (taken) {
            return Optional.empty();
        }
        taken = true;
        try {
            return Optional.of(work.get());
        } finally {
            taken = false;
        }
    }
}
