package ca.vitaravox.ports.patient;

/**
 * Names a chart within a clinic, as the clinic's EMR does; at most 40 characters.
 *
 * @param value the EMR's id, never empty
 */
public record PatientId(String value) {
    /** Refuses an empty or overlong id. */
    public PatientId {
        if (value.isBlank() || value.length() > 40) {
            throw new IllegalArgumentException("a patient id has 1 to 40 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
