package ca.vitaravox.ports.clinic;

import java.util.Optional;

/**
 * Driven port: the webhook secrets of clinics that have their own. Asked with every message, so an answer may be some
 * seconds old where another server changed it. Thread-safe.
 */
public interface ClinicWebhooks {
    /** The clinic's own secrets; empty if the platform's count for it. */
    Optional<WebhookSecrets> secrets(ClinicId clinic);

    /**
     * Gives a clinic other secrets, or none of its own, unless somebody changed them meanwhile.
     *
     * @param before what they were when they were read
     * @return whether they were still that
     */
    boolean replace(ClinicId clinic, Optional<WebhookSecrets> before, Optional<WebhookSecrets> after);
}
