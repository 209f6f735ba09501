package ca.vitaravox.server.admin;

import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicWebhooks;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.ports.clinic.UnsealableException;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.ports.clinic.WebhookSecrets;
import ca.vitaravox.server.config.Requirements;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.config.ServerConfig;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The webhook secrets that clinics have of their own: given, replaced with the one before going on beside it, and taken
 * away. Thread-safe.
 */
public final class ClinicWebhookSecrets {
    /** What ending a replacement makes of a clinic's secrets. */
    static final Change SETTLED =
            before -> before.map(secrets -> new WebhookSecrets(secrets.auth(), secrets.secret(), Optional.empty()));

    private static final int BYTES = 32;

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
        replace(clinic, giving(clinic, auth, secret));
    }

    /** What giving a clinic this secret makes of those it has; throws as {@link #give} does. */
    Change giving(ClinicId clinic, WebhookAuth auth, Secret secret) {
        strong(auth);
        Requirements.weaknessBeside(config, secret).ifPresent(why -> {
            throw new IllegalArgumentException("The secret " + why);
        });
        return before -> Optional.of(new WebhookSecrets(
                auth,
                envelope.seal(WebhookSecrets.place(clinic), secret.value()),
                before.flatMap(secrets -> current(clinic, secrets))
                        .map(text -> envelope.seal(WebhookSecrets.previousPlace(clinic), text))));
    }

    /** A mode that asks for no less than the platform. */
    WebhookAuth strong(WebhookAuth auth) {
        if (auth.isWeakerThan(config.webhookAuth())) {
            throw new IllegalArgumentException(
                    "The platform takes signatures alone, and no clinic may take less: choose hmac.");
        }
        return auth;
    }

    /** The mode of clinics that have no secret of their own. */
    WebhookAuth platforms() {
        return config.webhookAuth();
    }

    /** A new secret, which nobody has. */
    public static Secret random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new Secret(HexFormat.of().formatHex(random));
    }

    /** The secret a clinic has of its own, if it has one that can be opened. */
    public Optional<Secret> own(ClinicId clinic) {
        return webhooks.secrets(clinic)
                .flatMap(secrets -> current(clinic, secrets))
                .map(Secret::new);
    }

    /** How a clinic's webhook is proved to: never weaker than the platform's. */
    public WebhookAuth mode(ClinicId clinic) {
        return webhooks.secrets(clinic)
                .map(WebhookSecrets::auth)
                .filter(own -> !own.isWeakerThan(config.webhookAuth()))
                .orElse(config.webhookAuth());
    }

    /** The secret in use, if it can be opened; what cannot be opens nothing, and so goes on beside none. */
    Optional<String> current(ClinicId clinic, WebhookSecrets secrets) {
        return open(WebhookSecrets.place(clinic), secrets.secret());
    }

    /** The secret before it, likewise. */
    Optional<String> previous(ClinicId clinic, WebhookSecrets secrets) {
        return secrets.previous().flatMap(text -> open(WebhookSecrets.previousPlace(clinic), text));
    }

    private Optional<String> open(SecretPlace place, String kept) {
        try {
            return Optional.of(envelope.open(place, kept));
        } catch (UnsealableException lost) {
            return Optional.empty();
        }
    }

    /** Ends a replacement: the secret before opens nothing any more. */
    public void settle(ClinicId clinic) {
        replace(clinic, SETTLED);
    }

    /** Takes a clinic's own secrets away: the platform's open its lines again. */
    public void remove(ClinicId clinic) {
        replace(clinic, before -> Optional.empty());
    }

    /** What becomes of a clinic's own secrets. */
    @FunctionalInterface
    interface Change extends UnaryOperator<Optional<WebhookSecrets>> {}

    /** The clinic's own secrets. */
    Optional<WebhookSecrets> of(ClinicId clinic) {
        return webhooks.secrets(clinic);
    }

    /** Changes a clinic's own secrets; tells whether they were meanwhile changed by somebody else, and so are not now. */
    boolean change(ClinicId clinic, UnaryOperator<Optional<WebhookSecrets>> change) {
        Optional<WebhookSecrets> before = webhooks.secrets(clinic);
        return webhooks.replace(clinic, before, change.apply(before));
    }

    private void replace(ClinicId clinic, Change change) {
        if (!change(clinic, change)) {
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
        return webhooks.secrets(clinic).stream()
                .flatMap(secrets -> Stream.of(current(clinic, secrets), previous(clinic, secrets)))
                .flatMap(Optional::stream)
                .toList();
    }
}
