package ca.vitaravox.vapi.platform;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PlatformPart;
import ca.vitaravox.ports.clinic.PlatformParts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Parts, after whose reading something else happens. */
record Interrupted(PlatformParts parts, Runnable meanwhile) implements PlatformParts {
    @Override
    public List<PlatformPart> of(ClinicId clinic) {
        List<PlatformPart> read = parts.of(clinic);
        meanwhile.run();
        return read;
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
        return parts.alone(clinic, work);
    }
}
