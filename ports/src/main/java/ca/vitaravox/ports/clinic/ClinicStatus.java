package ca.vitaravox.ports.clinic;

import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A clinic at a moment.
 *
 * @param clinic its settings
 * @param open whether it is open at that moment
 * @param opensNext when it opens next, in the clinic's zone; empty while open, or if it does not open within 14 days
 * @param closedBecause the reason of today's closure, or of the closed part of today that it is now, or the name of today's
 *     holiday, if there is one
 */
public record ClinicStatus(
        Clinic clinic, boolean open, Optional<ZonedDateTime> opensNext, Optional<String> closedBecause) {}
