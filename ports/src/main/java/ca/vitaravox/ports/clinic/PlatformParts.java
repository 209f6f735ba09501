package ca.vitaravox.ports.clinic;

import java.time.Instant;
import java.util.List;

/** Driven port: what was made at the voice platform for each clinic. Nothing is remembered in between. Thread-safe. */
public interface PlatformParts {
    /** The clinic's parts, in the order of their names. */
    List<PlatformPart> of(ClinicId clinic);

    /** Keeps a part, in place of one of that name. */
    void keep(ClinicId clinic, PlatformPart part, Instant now);

    /** Forgets a part that is not there any more, if it was known. */
    void forget(ClinicId clinic, String name);
}
