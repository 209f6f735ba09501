package ca.vitaravox.ports.booking;

/**
 * Names an appointment within a clinic, as the clinic's EMR does; at most 40 characters.
 *
 * @param value the EMR's id, never empty
 */
public record AppointmentId(String value) {
    /** Refuses an empty or overlong id. */
    public AppointmentId {
        if (value.isBlank() || value.length() > 40) {
            throw new IllegalArgumentException("an appointment id has 1 to 40 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
