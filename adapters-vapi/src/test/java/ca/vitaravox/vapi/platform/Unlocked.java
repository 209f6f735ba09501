package ca.vitaravox.vapi.platform;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PlatformPart;
import ca.vitaravox.ports.clinic.PlatformParts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The naive version: everybody is let in at once. */
record Unlocked(PlatformParts parts) implements PlatformParts {
    @Override
    public List<PlatformPart> of(ClinicId clinic) {
        return parts.of(clinic);
    }

    @Override
    public void keep(ClinicId clinic, PlatformPart part, Instant now) {
        parts.keep(clinic, part, now);
    }

    @Override
    public void forget(ClinicId clinic, String name) {
        parts.forget(clinic, name);
    }

    @Override
    public <T> Optional<T> alone(ClinicId clinic, Supplier<T> work) {
        return Optional.of(work.get());
    }
}
