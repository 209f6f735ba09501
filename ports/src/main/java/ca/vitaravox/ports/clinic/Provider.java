package ca.vitaravox.ports.clinic;

import java.util.Optional;

/**
 * Somebody patients are booked with.
 *
 * @param id the EMR's id
 * @param displayName the name as spoken: {@code Doctor Mara Wexford}
 * @param specialty as spoken, where it is worth saying
 * @param acceptingNewPatients whether this provider takes on new patients
 * @param bookable whether callers may book this provider; off until the clinic says so
 */
public record Provider(
        ProviderId id,
        String displayName,
        Optional<String> specialty,
        boolean acceptingNewPatients,
        boolean bookable) {}
