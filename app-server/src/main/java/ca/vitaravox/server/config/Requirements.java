package ca.vitaravox.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a configuration must have before a server with patients behind it may start. */
public final class Requirements {
    private static final String NEW_SECRET = "; `openssl rand -hex 32` makes one.";

    private Requirements() {}

    /**
     * The configuration of this environment over that file, if a server may start with it.
     *
     * @throws ConfigException with everything that is malformed, missing or weak
     */
    public static ServerConfig met(Map<String, String> environment, Optional<Path> file) {
        ConfigReader.Reading reading = ConfigReader.attempt(environment, file);
        List<String> problems = new ArrayList<>(reading.problems());
        for (String unmet : unmet(reading.config())) {
            String key = unmet.substring(0, unmet.indexOf(' ') + 1);
            if (reading.problems().stream().noneMatch(malformed -> malformed.startsWith(key))) {
                problems.add(unmet);
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return reading.config();
    }

    /** What is missing or weak, a sentence each; empty if the server may start. */
    static List<String> unmet(ServerConfig config) {
        List<String> unmet = new ArrayList<>();
        if (config.databaseUrl().isEmpty()) {
            unmet.add(Setting.DATABASE_URL.key()
                    + " is missing: give the database, as in postgresql://user:password@host:5432/name.");
        }
        config.databaseUrl()
                .filter(url -> url.password()
                        .filter(word -> SecretRules.isTriedFirst(word, url.user()))
                        .isPresent())
                .ifPresent(url -> unmet.add(Setting.DATABASE_URL.key()
                        + "'s password is a default that everybody tries: give the role another."));
        if (config.webhookSecret().isEmpty()) {
            unmet.add(Setting.WEBHOOK_SECRET.key() + " is missing: give the secret Vapi signs with" + NEW_SECRET);
        }
        weakness(Setting.WEBHOOK_SECRET, config.webhookSecret()).ifPresent(unmet::add);
        weakness(Setting.WEBHOOK_SECRET_PREVIOUS, config.webhookSecretPrevious())
                .ifPresent(unmet::add);
        if (config.jwtSecret().isEmpty()) {
            unmet.add(
                    Setting.JWT_SECRET.key() + " is missing: give the secret that logins are signed with" + NEW_SECRET);
        }
        weakness(Setting.JWT_SECRET, config.jwtSecret()).ifPresent(unmet::add);
        weakness(Setting.METRICS_TOKEN, config.watched().metricsToken()).ifPresent(unmet::add);
        unmet.addAll(EncryptionKeyRules.unmet(config.encryptionKeys()));
        unmet.addAll(SameSecrets.among(config));
        if (config.webhookSecret().isPresent() && config.webhookSecret().equals(config.webhookSecretPrevious())) {
            unmet.add(Setting.WEBHOOK_SECRET_PREVIOUS.key() + " equals " + Setting.WEBHOOK_SECRET.key()
                    + ": leave it out unless you are replacing the secret.");
        }
        return unmet;
    }

    /** Whether {@code serve} would take this secret. */
    public static boolean isStrong(Secret secret) {
        return SecretRules.weakness(secret).isEmpty();
    }

    /**
     * What speaks against this secret beside those of a configuration, in words that follow its name: that it is weak, or
     * one of them.
     */
    public static Optional<String> weaknessBeside(ServerConfig config, Secret secret) {
        return SecretRules.weakness(secret)
                .map(why -> why + ".")
                .or(() -> SameSecrets.of(config, secret).map(name -> "equals " + name + "."));
    }

    private static Optional<String> weakness(Setting setting, Optional<Secret> secret) {
        return secret.flatMap(SecretRules::weakness).map(why -> setting.key() + " " + why + NEW_SECRET);
    }
}
