package ca.vitaravox.ports.clinic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Driven port: what was made at the voice platform for each clinic. Nothing is remembered in between. Thread-safe. */
public interface PlatformParts {
    /** The clinic's parts, in the order of their names. */
    List<PlatformPart> of(ClinicId clinic);

    /** Keeps a part, in place of one of that name. */
    void keep(ClinicId clinic, PlatformPart part, Instant now);

    /** Forgets a part that is not there any more, if it was known. */
    void forget(ClinicId clinic, String name);

    /**
     * Does something about a clinic's parts while nobody else does, among all servers; waits for nobody. Whoever dies at it
     * keeps nobody out.
     *
     * @param work may take minutes and must have an answer
     * @return what came of it; empty if somebody else is at it, and then nothing was done
     */
    <T> Optional<T> alone(ClinicId clinic, Supplier<T> work);
}
