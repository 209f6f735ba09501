package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicWebhooks;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.ports.clinic.WebhookSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The secrets that clinics have of their own, unsealed when they are needed. Thread-safe. */
final class ClinicKeys {
    private final ClinicWebhooks webhooks;
    private final Envelope envelope;
    private final WebhookAuth least;

    /**
     * Those of all clinics.
     *
     * @param least what is asked of everybody; a clinic may ask for more and not for less
     */
    ClinicKeys(ClinicWebhooks webhooks, Envelope envelope, WebhookAuth least) {
        this.webhooks = webhooks;
        this.envelope = envelope;
        this.least = least;
    }

    /** Whether a clinic has secrets of its own. */
    boolean hasOwn(ClinicId clinic) {
        return webhooks.secrets(clinic).isPresent();
    }

    /**
     * What gets a request in to a clinic with secrets of its own; empty if it has none.
     *
     * @throws ca.vitaravox.ports.clinic.UnsealableException if they cannot be opened here
     */
    Optional<Authentication> of(ClinicId clinic) {
        return webhooks.secrets(clinic).map(secrets -> {
            List<String> texts = new ArrayList<>();
            texts.add(envelope.open(WebhookSecrets.place(clinic), secrets.secret()));
            secrets.previous().ifPresent(text -> texts.add(envelope.open(WebhookSecrets.previousPlace(clinic), text)));
            return new Authentication(secrets.auth().isWeakerThan(least) ? least : secrets.auth(), texts);
        });
    }
}
