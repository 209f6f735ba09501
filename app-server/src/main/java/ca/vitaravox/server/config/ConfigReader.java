package ca.vitaravox.server.config;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.server.access.TrustedProxies;
import ca.vitaravox.server.clinic.EncryptionKeys;
import ca.vitaravox.server.config.ServerConfig.LogFormat;
import ca.vitaravox.vapi.assistant.AssistantSettings;
import ca.vitaravox.vapi.assistant.Provided;
import ca.vitaravox.vapi.webhook.ControlHosts;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a {@link ServerConfig}; finds everything that is wrong before it gives up. One use, one thread. */
public final class ConfigReader {
    private static final String OURS = "VITARAVOX_";
    private static final String TESTS = "VITARAVOX_TEST_";

    private static final URI VAPI = URI.create("https://api.vapi.ai");

    private final Map<String, String> values = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private ConfigReader() {}

    /**
     * The configuration of this environment over that file. Blank values count as missing.
     *
     * @throws ConfigException if a key is unknown, a value malformed, or the file cannot be read
     */
    public static ServerConfig read(Map<String, String> environment, Optional<Path> file) {
        Reading reading = attempt(environment, file);
        if (!reading.problems().isEmpty()) {
            throw new ConfigException(reading.problems());
        }
        return reading.config();
    }

    /** The same, with what is wrong beside what could be read. */
    static Reading attempt(Map<String, String> environment, Optional<Path> file) {
        ConfigReader reader = new ConfigReader();
        file.ifPresent(reader::addFile);
        reader.addAll(environment, "the environment");
        return new Reading(reader.config(), reader.problems);
    }

    /**
     * What came of reading.
     *
     * @param config the configuration; what is malformed is left out, or zero
     * @param problems what is wrong, a sentence each
     */
    record Reading(ServerConfig config, List<String> problems) {}

    private void addFile(Path file) {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException unreadable) {
            problems.add("The configuration file " + file + " cannot be read.");
        }
        Map<String, String> entries = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key)));
        addAll(entries, file.toString());
        for (String key : entries.keySet()) {
            if (!key.startsWith(OURS) && !Setting.knows(key)) {
                problems.add("Unknown key " + key + " in " + file + ": see docs/configuration.md for those there are.");
            }
        }
    }

    private void addAll(Map<String, String> entries, String origin) {
        for (String key : new TreeSet<>(entries.keySet())) {
            if (Setting.knows(key)) {
                values.put(key, entries.get(key).strip());
            } else if (key.startsWith(OURS) && !key.startsWith(TESTS)) {
                problems.add(
                        "Unknown key " + key + " in " + origin + ": see docs/configuration.md for those there are.");
            }
        }
    }

    private ServerConfig config() {
        return new ServerConfig(
                read(Setting.DATABASE_URL, DatabaseUrl::of),
                read(Setting.MIGRATION_DATABASE_URL, DatabaseUrl::of),
                read(Setting.PORT, whole(0, 65_535)).orElse(0),
                read(Setting.BIND, Function.identity()).orElse(""),
                read(Setting.PUBLIC_URL, ConfigReader::https),
                read(Setting.WEBHOOK_SECRET, Secret::new),
                read(Setting.WEBHOOK_SECRET_PREVIOUS, Secret::new),
                read(Setting.WEBHOOK_AUTH, oneOf(WebhookAuth.class)).orElse(WebhookAuth.BEARER),
                read(Setting.JWT_SECRET, Secret::new),
                read(Setting.ENCRYPTION_KEYS, EncryptionKeys::of),
                read(Setting.LOG_FORMAT, oneOf(LogFormat.class)).orElse(LogFormat.TEXT),
                read(Setting.POOL_SIZE, whole(2, 200)).orElse(2),
                Duration.ofMillis(
                        read(Setting.TOOL_DEADLINE_MS, whole(1_000, 15_000)).orElse(0)),
                new Edge(
                        Duration.ofMillis(
                                read(Setting.DRAIN_MS, whole(0, 300_000)).orElse(0)),
                        read(Setting.TRUSTED_PROXIES, TrustedProxies::of).orElse(TrustedProxies.NONE)),
                new Watched(
                        read(Setting.METRICS_TOKEN, Secret::new), read(Setting.TRACES_URL, ConfigReader::collector)),
                read(Setting.RATE_PER_NUMBER, whole(1, 100_000)).orElse(1),
                read(Setting.RATE_PER_CLINIC, whole(1, 100_000)).orElse(1),
                read(Setting.CALL_CONTROL_HOSTS, ControlHosts::of).orElse(ControlHosts.of("none")),
                read(Setting.EMR_ALLOWED_HOSTS, EmrHosts::of).orElse(EmrHosts.NONE),
                read(Setting.EMR_AUTHORITIES, EmrAuthorities::of).orElse(EmrAuthorities.USUAL),
                vapi());
    }

    private VapiAccess vapi() {
        AssistantSettings usual = AssistantSettings.USUAL;
        return new VapiAccess(
                read(Setting.VAPI_URL, ConfigReader::api).orElse(VAPI),
                read(Setting.VAPI_API_KEY, Secret::new),
                read(Setting.VAPI_CARRIER, Provided::of),
                read(Setting.ASSISTANT_TRANSCRIBER, Provided::of).orElse(usual.transcriber()),
                read(Setting.ASSISTANT_MODEL, Provided::of).orElse(usual.model()),
                read(Setting.ASSISTANT_VOICE_EN, Provided::of)
                        .orElse(usual.voices().get(Language.ENGLISH)),
                read(Setting.ASSISTANT_VOICE_FR, Provided::of)
                        .orElse(usual.voices().get(Language.FRENCH)),
                read(Setting.ASSISTANT_VOICE_ZH, Provided::of)
                        .orElse(usual.voices().get(Language.CHINESE)),
                read(Setting.ASSISTANT_RECORDING, ConfigReader::clinics).orElse(Set.of()));
    }

    /** Without TLS on this machine alone, where a stand-in may be. */
    private static URI api(String written) {
        if (!written.matches("https://[A-Za-z0-9.-]+(:[0-9]{1,5})?|http://(127\\.0\\.0\\.1|localhost):[0-9]{1,5}")) {
            throw new IllegalArgumentException("is not an address like https://api.vapi.ai");
        }
        return URI.create(written);
    }

    private static Set<ClinicId> clinics(String written) {
        return Stream.of(written.split(",", -1))
                .map(String::strip)
                .map(ClinicId::new)
                .collect(Collectors.toSet());
    }

    private <T> Optional<T> read(Setting setting, Function<String, T> form) {
        Optional<String> written =
                Optional.ofNullable(values.get(setting.key())).filter(value -> !value.isEmpty());
        try {
            return written.or(setting::usual).map(form);
        } catch (IllegalArgumentException malformed) {
            problems.add(setting.key() + " " + malformed.getMessage() + ".");
            return Optional.empty();
        }
    }

    private static Function<String, Integer> whole(int least, int most) {
        return written -> {
            if (!written.matches("[0-9]{1,6}")
                    || Integer.parseInt(written) < least
                    || Integer.parseInt(written) > most) {
                throw new IllegalArgumentException("is not a whole number from " + least + " to " + most);
            }
            return Integer.valueOf(written);
        };
    }

    private static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return written -> {
            List<String> known = new ArrayList<>();
            for (E each : type.getEnumConstants()) {
                if (each.name().equals(written.toUpperCase(Locale.ROOT))) {
                    return each;
                }
                known.add(each.name().toLowerCase(Locale.ROOT));
            }
            throw new IllegalArgumentException("is none of " + String.join(", ", known));
        };
    }

    /** Usually a program beside this one, without TLS. */
    private static URI collector(String written) {
        if (!written.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/[A-Za-z0-9._~/-]+")) {
            throw new IllegalArgumentException("is not an address like http://127.0.0.1:4318/v1/traces");
        }
        return URI.create(written);
    }

    private static URI https(String written) {
        if (!written.matches("https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?")) {
            throw new IllegalArgumentException("is not an address like https://voice.clinic.example");
        }
        return URI.create(written);
    }
}
