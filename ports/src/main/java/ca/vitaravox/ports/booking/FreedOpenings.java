package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;

/** Driven port: where it is noted that a time came free; who takes it up is no business of this room. Thread-safe. */
@FunctionalInterface
public interface FreedOpenings {
    /** Notes a freed opening; one that is known {@linkplain FreedOpening#id by its id} is noted once. */
    void add(ClinicId clinic, FreedOpening opening, Instant now);
}
