package ca.vitaravox.vapi.platform;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PlatformPart;
import ca.vitaravox.ports.clinic.PlatformParts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one clinic has at the voice platform. */
public final class TestParts implements PlatformParts {
    private final Map<String, PlatformPart> parts = new TreeMap<>();

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
}
