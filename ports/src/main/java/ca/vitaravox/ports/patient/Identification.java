package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.access.Relationship;

/**
 * A patient identified in one phone call.
 *
 * @param patient who
 * @param level how surely
 * @param relationship whom the caller speaks for, as they say
 */
public record Identification(PatientId patient, IdentityLevel level, Relationship relationship) {
    /** Whether this opens what needs {@code needed}. */
    public boolean reaches(IdentityLevel needed) {
        return level.compareTo(needed) >= 0;
    }
}
