package ca.vitaravox.ports.clinic;

import java.util.Optional;

/**
 * With what the voice platform proves itself on the lines of a clinic that has secrets of its own. Its text holds none.
 *
 * @param auth what a request must carry; a server takes nothing weaker than its own
 * @param secret sealed for {@link #place}
 * @param previous the secret before, accepted as well while it is being replaced; sealed for {@link #previousPlace}
 */
public record WebhookSecrets(WebhookAuth auth, String secret, Optional<String> previous) {
    /** Where a clinic's secret is kept. */
    public static SecretPlace place(ClinicId clinic) {
        return SecretPlace.of(clinic, "webhook");
    }

    /** Where the secret before it is kept. */
    public static SecretPlace previousPlace(ClinicId clinic) {
        return SecretPlace.of(clinic, "webhook-previous");
    }

    @Override
    public String toString() {
        return "WebhookSecrets[" + auth + (previous.isPresent() ? ", two]" : "]");
    }
}
