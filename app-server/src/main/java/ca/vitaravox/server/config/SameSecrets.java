package ca.vitaravox.server.config;

import ca.vitaravox.server.clinic.EncryptionKeys.Key;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds one secret given for two things: who learns it from one would have the other. */
final class SameSecrets {
    private final Map<String, String> seen = new HashMap<>();
    private final List<String> found = new ArrayList<>();

    private SameSecrets() {}

    /** A sentence for each; the webhook's two secrets are compared elsewhere. */
    static List<String> among(ServerConfig config) {
        return all(config).found;
    }

    /** Which of a configuration's secrets this one is. */
    static Optional<String> of(ServerConfig config, Secret secret) {
        return Optional.ofNullable(all(config).seen.get(secret.value()));
    }

    private static SameSecrets all(ServerConfig config) {
        SameSecrets secrets = new SameSecrets();
        secrets.see(Setting.WEBHOOK_SECRET.key(), config.webhookSecret());
        config.webhookSecretPrevious()
                .filter(previous -> !config.webhookSecret().equals(Optional.of(previous)))
                .ifPresent(previous -> secrets.see(Setting.WEBHOOK_SECRET_PREVIOUS.key(), previous.value()));
        secrets.see(
                Setting.DATABASE_URL.key() + "'s password", config.databaseUrl().flatMap(DatabaseUrl::password));
        secrets.see(
                Setting.MIGRATION_DATABASE_URL.key() + "'s password",
                config.migrationDatabaseUrl().flatMap(DatabaseUrl::password));
        secrets.see(Setting.JWT_SECRET.key(), config.jwtSecret());
        secrets.see(Setting.VAPI_API_KEY.key(), config.vapi().vapiApiKey());
        secrets.see(Setting.METRICS_TOKEN.key(), config.watched().metricsToken());
        config.encryptionKeys().ifPresent(keys -> {
            for (Key key : keys.all()) {
                secrets.see(
                        Setting.ENCRYPTION_KEYS.key() + "'s key " + key.id(),
                        Base64.getEncoder().encodeToString(key.bytes()));
            }
        });
        return secrets;
    }

    private void see(String name, Optional<Secret> secret) {
        secret.ifPresent(there -> see(name, there.value()));
    }

    private void see(String name, String value) {
        String other = seen.putIfAbsent(value, name);
        if (other != null) {
            found.add(name + " equals " + other + ": give each a secret of its own.");
        }
    }
}
