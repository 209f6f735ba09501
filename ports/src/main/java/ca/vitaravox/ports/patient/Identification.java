package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.ProviderId;
import java.util.Optional;

/**
 * A patient identified in one phone call.
 *
 * @param patient who
 * @param level how surely
 * @param relationship whom the caller speaks for, as they say
 * @param familyProvider the provider who usually sees the patient, as the chart says
 */
public record Identification(
        PatientId patient, IdentityLevel level, Relationship relationship, Optional<ProviderId> familyProvider) {
    /** Whether this opens what needs {@code needed}. */
    public boolean reaches(IdentityLevel needed) {
        return level.compareTo(needed) >= 0;
    }
}
