package ca.vitaravox.server.config;

/**
 * A secret; its text is hidden.
 *
 * @param value the secret itself, never empty
 */
public record Secret(String value) {
    /** Refuses an empty secret. */
    public Secret {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a secret is not empty");
        }
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
