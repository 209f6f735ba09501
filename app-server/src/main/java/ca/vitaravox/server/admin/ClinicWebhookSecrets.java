package ca.vitaravox.server.admin;

import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicWebhooks;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.UnsealableException;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.ports.clinic.WebhookSecrets;
import ca.vitaravox.server.config.Requirements;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.config.ServerConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The webhook secrets that clinics have of their own: given, replaced with the one before going on beside it, and taken
 * away. Thread-safe.
 */
public final class ClinicWebhookSecrets {
    private final ClinicWebhooks webhooks;
    private final ClinicDirectory clinics;
    private final Envelope envelope;
    private final ServerConfig config;

    /**
     * Those of these clinics.
     *
     * @param config whose own secrets are no clinic's, and whose webhook asks for no less than a clinic's
     */
    public ClinicWebhookSecrets(
            ClinicWebhooks webhooks, ClinicDirectory clinics, Envelope envelope, ServerConfig config) {
        this.webhooks = webhooks;
        this.clinics = clinics;
        this.envelope = envelope;
        this.config = config;
    }

    /**
     * Gives a clinic this secret. The one before, if it had one, opens beside it until {@link #settle}.
     *
     * @throws IllegalArgumentException if it is not to be given, in a sentence that does not repeat it
     */
    public void give(ClinicId clinic, WebhookAuth auth, Secret secret) {
        if (auth.isWeakerThan(config.webhookAuth())) {
            throw new IllegalArgumentException(
                    "The platform takes signatures alone, and no clinic may take less: choose hmac.");
        }
        Requirements.weaknessBeside(config, secret).ifPresent(why -> {
            throw new IllegalArgumentException("The secret " + why);
        });
        replace(clinic, before -> {
            Optional<String> previous = before.map(
                    secrets -> envelope.seal(WebhookSecrets.previousPlace(clinic), opened(clinic, secrets.secret())));
            return Optional.of(
                    new WebhookSecrets(auth, envelope.seal(WebhookSecrets.place(clinic), secret.value()), previous));
        });
    }

    private String opened(ClinicId clinic, String sealed) {
        return envelope.open(WebhookSecrets.place(clinic), sealed);
    }

    /** Ends a replacement: the secret before opens nothing any more. */
    public void settle(ClinicId clinic) {
        replace(
                clinic,
                before ->
                        before.map(secrets -> new WebhookSecrets(secrets.auth(), secrets.secret(), Optional.empty())));
    }

    /** Takes a clinic's own secrets away: the platform's open its lines again. */
    public void remove(ClinicId clinic) {
        replace(clinic, before -> Optional.empty());
    }

    @FunctionalInterface
    private interface Change {
        Optional<WebhookSecrets> of(Optional<WebhookSecrets> before);
    }

    private void replace(ClinicId clinic, Change change) {
        Optional<WebhookSecrets> before = webhooks.secrets(clinic);
        if (!webhooks.replace(clinic, before, change.of(before))) {
            throw new IllegalArgumentException(
                    "Somebody changed the secrets of " + clinic + " meanwhile: do it again.");
        }
    }

    /**
     * Why a server is not to start: clinics whose secret is also something of the configuration, another clinic's, or
     * too weak. One that cannot be opened is no reason: it opens nothing.
     *
     * @return a sentence each, without the secret
     */
    public List<String> unmet() {
        List<String> unmet = new ArrayList<>();
        Map<String, ClinicId> seen = new HashMap<>();
        for (ClinicId clinic : clinics.clinics()) {
            for (String secret : secrets(clinic)) {
                ClinicId other = seen.putIfAbsent(secret, clinic);
                Requirements.weaknessBeside(config, new Secret(secret))
                        .or(() -> Optional.ofNullable(other)
                                .filter(somebody -> !somebody.equals(clinic))
                                .map(somebody -> "equals that of " + somebody + "."))
                        .ifPresent(why -> unmet.add("The webhook secret of " + clinic + " " + why
                                + " Give it another: `./vitaravox keys webhook " + clinic + "`."));
            }
        }
        return unmet;
    }

    private List<String> secrets(ClinicId clinic) {
        List<String> opened = new ArrayList<>();
        webhooks.secrets(clinic).ifPresent(secrets -> {
            try {
                opened.add(opened(clinic, secrets.secret()));
                secrets.previous()
                        .ifPresent(text -> opened.add(envelope.open(WebhookSecrets.previousPlace(clinic), text)));
            } catch (UnsealableException lost) {
                opened.clear();
            }
        });
        return opened;
    }
}
