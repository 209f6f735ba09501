package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.ports.clinic.WebhookSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sealed webhook secrets of clinics that have a line, the one in use and the one before, to be sealed anew. */
public final class PostgresWebhookSecrets implements SealedSecrets {
    private final PostgresClinicWebhooks webhooks;
    private final ClinicDirectory clinics;

    /** Those of these clinics. */
    public PostgresWebhookSecrets(PostgresClinicWebhooks webhooks, ClinicDirectory clinics) {
        this.webhooks = webhooks;
        this.clinics = clinics;
    }

    @Override
    public List<Sealed> page(Optional<SecretPlace> after, int most) {
        return clinics.clinics().stream()
                .filter(clinic -> after.isEmpty()
                        || order(WebhookSecrets.previousPlace(clinic)).compareTo(order(after.get())) > 0)
                .flatMap(clinic -> sealed(clinic).stream())
                .filter(each -> after.isEmpty() || order(each.place()).compareTo(order(after.get())) > 0)
                .limit(most)
                .toList();
    }

    /** By clinic, and then by field: no clinic's id has a blank in it. */
    private static String order(SecretPlace place) {
        return place.owner() + " " + place.field();
    }

    private List<Sealed> sealed(ClinicId clinic) {
        List<Sealed> sealed = new ArrayList<>();
        webhooks.read(clinic).ifPresent(secrets -> {
            sealed.add(new Sealed(WebhookSecrets.place(clinic), secrets.secret()));
            secrets.previous()
                    .ifPresent(previous -> sealed.add(new Sealed(WebhookSecrets.previousPlace(clinic), previous)));
        });
        return sealed;
    }

    @Override
    public boolean replace(Sealed kept, String anew) {
        ClinicId clinic = kept.place().clinic();
        Optional<WebhookSecrets> before = webhooks.read(clinic);
        return before.flatMap(secrets -> resealed(secrets, clinic, kept, anew))
                .map(after -> webhooks.replace(clinic, before, Optional.of(after)))
                .orElse(false);
    }

    private static Optional<WebhookSecrets> resealed(
            WebhookSecrets secrets, ClinicId clinic, Sealed kept, String anew) {
        if (kept.place().equals(WebhookSecrets.place(clinic))) {
            return Optional.of(new WebhookSecrets(secrets.auth(), anew, secrets.previous()))
                    .filter(after -> secrets.secret().equals(kept.text()));
        }
        return Optional.of(new WebhookSecrets(secrets.auth(), secrets.secret(), Optional.of(anew)))
                .filter(after -> secrets.previous().equals(Optional.of(kept.text())));
    }
}
