package ca.vitaravox.ports.clinic;

import java.time.Instant;
import java.util.Optional;

/**
 * The EMR of a clinic at some moment.
 *
 * @param settings which one
 * @param since when the clinic changed to it from another; empty if it never did
 */
public record EmrInUse(EmrSettings settings, Optional<Instant> since) {}
