package ca.vitaravox.domain.clinic;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicWebhooks;
import ca.vitaravox.ports.clinic.WebhookSecrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the webhook secrets of clinics in memory: for tests, and for a tool that is one process. */
public final class InMemoryClinicWebhooks implements ClinicWebhooks {
    private final Map<ClinicId, WebhookSecrets> all = new HashMap<>();

    /** No clinic has secrets of its own. */
    public InMemoryClinicWebhooks() {}

    @Override
    public synchronized Optional<WebhookSecrets> secrets(ClinicId clinic) {
        return Optional.ofNullable(all.get(clinic));
    }

    @Override
    public synchronized boolean replace(
            ClinicId clinic, Optional<WebhookSecrets> before, Optional<WebhookSecrets> after) {
        if (!secrets(clinic).equals(before)) {
            return false;
        }
        all.remove(clinic);
        after.ifPresent(secrets -> all.put(clinic, secrets));
        return true;
    }
}
