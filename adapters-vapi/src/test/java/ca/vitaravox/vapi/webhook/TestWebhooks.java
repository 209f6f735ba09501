package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicWebhooks;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.ports.clinic.WebhookSecrets;
import ca.vitaravox.ports.contract.OpenEnvelope;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The secrets of clinics, in memory. */
public final class TestWebhooks implements ClinicWebhooks {
    private final Map<ClinicId, WebhookSecrets> all = new ConcurrentHashMap<>();
    volatile boolean broken;

    @Override
    public Optional<WebhookSecrets> secrets(ClinicId clinic) {
        if (broken) {
            throw new IllegalStateException("the database is down");
        }
        return Optional.ofNullable(all.get(clinic));
    }

    @Override
    public boolean replace(ClinicId clinic, Optional<WebhookSecrets> before, Optional<WebhookSecrets> after) {
        throw new UnsupportedOperationException("nothing here changes them");
    }

    /** Gives Harbourview one that was sealed for another clinic. */
    void harbourviewSealedElsewhere(String secret) {
        String sealed = new OpenEnvelope().seal(WebhookSecrets.place(new ClinicId("cedar-lane")), secret);
        all.put(new ClinicId("harbourview"), new WebhookSecrets(WebhookAuth.EITHER, sealed, Optional.empty()));
    }

    /** Gives Harbourview its own. */
    void harbourview(WebhookAuth auth, String secret, String... previous) {
        ClinicId clinic = new ClinicId("harbourview");
        OpenEnvelope envelope = new OpenEnvelope();
        all.put(
                clinic,
                new WebhookSecrets(
                        auth,
                        envelope.seal(WebhookSecrets.place(clinic), secret),
                        Optional.of(previous)
                                .filter(some -> some.length > 0)
                                .map(some -> envelope.seal(WebhookSecrets.previousPlace(clinic), some[0]))));
    }
}
