package ca.vitaravox.ports.clinic;

/**
 * Names a provider within a clinic, as the clinic's EMR does; at most 40 characters.
 *
 * @param value the EMR's id, never empty
 */
public record ProviderId(String value) {
    /** Refuses an empty or overlong id. */
    public ProviderId {
        if (value.isBlank() || value.length() > 40) {
            throw new IllegalArgumentException("a provider id has 1 to 40 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
