package ca.vitaravox.server.admin;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.ports.clinic.WebhookSecrets;
import ca.vitaravox.server.access.Body;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Secrets;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.access.Words;
import ca.vitaravox.server.audit.Setting;
import ca.vitaravox.server.audit.SettingChanges;
import ca.vitaravox.server.config.Secret;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How the voice platform proves itself on a clinic's lines. A secret is made here and told once, in the answer to who asked
 * for it: so none is weak, and nobody finds out what another clinic's is by trying to have the same.
 */
final class WebhookSecretRoutes {
    private static final String WEBHOOK = "/api/admin/clinics/{clinic}/webhook";

    private final ClinicWebhookSecrets secrets;
    private final SettingChanges changes;

    WebhookSecretRoutes(ClinicWebhookSecrets secrets, SettingChanges changes) {
        this.secrets = secrets;
        this.changes = changes;
    }

    List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, WEBHOOK, this::show),
                new Route(HandlerType.PUT, WEBHOOK, this::put),
                new Route(HandlerType.DELETE, WEBHOOK, this::remove),
                new Route(HandlerType.POST, WEBHOOK + "/secret", this::give),
                new Route(HandlerType.POST, WEBHOOK + "/settled", this::settle));
    }

    private void show(Visit visit) {
        visit.show(shape(visit.clinic(), secrets.of(visit.clinic())));
    }

    /** Of secrets the last four characters. */
    private ObjectNode shape(ClinicId clinic, Optional<WebhookSecrets> kept) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode().put("own", kept.isPresent());
        shape.put("auth", Words.word(kept.map(WebhookSecrets::auth).orElseGet(secrets::platforms)));
        kept.ifPresent(own -> {
            Optional<String> current = secrets.current(clinic, own);
            shape.put("readable", current.isPresent());
            current.map(Secrets::end).ifPresent(end -> shape.put("secret", end));
            secrets.previous(clinic, own).map(Secrets::end).ifPresent(end -> shape.put("previous", end));
        });
        return shape;
    }

    private Setting<Optional<WebhookSecrets>> setting(Visit visit) {
        ClinicId clinic = visit.clinic();
        return new Setting<>(
                "webhook",
                wanted -> {
                    if (!secrets.change(clinic, wanted)) {
                        throw Visit.outdated();
                    }
                },
                kept -> Optional.of(shape(clinic, kept)));
    }

    private WebhookAuth auth(String word) {
        try {
            return secrets.strong(WebhookAuth.valueOf(word.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException other) {
            throw new IllegalArgumentException("is none of bearer, hmac, either, or weaker than the platform's", other);
        }
    }

    private void put(Visit visit) {
        WebhookAuth auth = visit.read(body -> body.value("auth", this::auth));
        changes.put(visit, setting(visit), own(kept -> new WebhookSecrets(auth, kept.secret(), kept.previous())));
    }

    private void settle(Visit visit) {
        changes.put(
                visit, setting(visit), own(kept -> new WebhookSecrets(kept.auth(), kept.secret(), Optional.empty())));
    }

    private static UnaryOperator<Optional<WebhookSecrets>> own(UnaryOperator<WebhookSecrets> change) {
        return before -> Optional.of(change.apply(before.orElseThrow(() -> Problem.of(
                409,
                "NO_SECRET",
                "The clinic has no secret of its own: give it one first, or leave it the platform's."))));
    }

    private void remove(Visit visit) {
        changes.remove(visit, setting(visit), before -> Optional.empty());
    }

    private void give(Visit visit) {
        Optional<WebhookAuth> asked = visit.read(this::someAuth);
        Secret secret = ClinicWebhookSecrets.random();
        changes.tell(
                visit,
                setting(visit),
                before -> secrets.giving(
                                visit.clinic(),
                                asked.or(() -> before.map(WebhookSecrets::auth)).orElseGet(secrets::platforms),
                                secret)
                        .apply(before),
                shown -> shown.put("secret", secret.value()));
    }

    private Optional<WebhookAuth> someAuth(Body body) {
        return body.someValue("auth", this::auth);
    }
}
