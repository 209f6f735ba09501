package ca.vitaravox.server.config;

import java.util.Arrays;
import java.util.Optional;

/** Every key of the configuration with its default, in the order of {@link ServerConfig}'s components. */
public enum Setting {
    /** The application's own database role. */
    DATABASE_URL("DATABASE_URL", ""),
    /** The database's owner, for migrations. */
    MIGRATION_DATABASE_URL("VITARAVOX_MIGRATION_DATABASE_URL", ""),
    /** Where the server listens. */
    PORT("VITARAVOX_PORT", "3001"),
    /** On which address it listens. */
    BIND("VITARAVOX_BIND", "127.0.0.1"),
    /** Under which address Vapi reaches it. */
    PUBLIC_URL("VITARAVOX_PUBLIC_URL", ""),
    /** What Vapi proves itself with. */
    WEBHOOK_SECRET("VITARAVOX_WEBHOOK_SECRET", ""),
    /** The secret before, while it is being replaced. */
    WEBHOOK_SECRET_PREVIOUS("VITARAVOX_WEBHOOK_SECRET_PREVIOUS", ""),
    /** How Vapi proves itself. */
    WEBHOOK_AUTH("VITARAVOX_WEBHOOK_AUTH", "bearer"),
    /** What the administration's access tokens are signed with. */
    JWT_SECRET("VITARAVOX_JWT_SECRET", ""),
    /** What secrets are sealed under that have to be kept. */
    ENCRYPTION_KEYS("VITARAVOX_ENCRYPTION_KEYS", ""),
    /** How log lines are written. */
    LOG_FORMAT("VITARAVOX_LOG_FORMAT", "text"),
    /** Connections to the database. */
    POOL_SIZE("VITARAVOX_POOL_SIZE", "10"),
    /** Within how many milliseconds a tool call is answered. */
    TOOL_DEADLINE_MS("VITARAVOX_TOOL_DEADLINE_MS", "3800"),
    /** How long a server that is stopped says so before it takes no more connections. */
    DRAIN_MS("VITARAVOX_DRAIN_MS", "5000"),
    /** The proxies that are believed about who asks. */
    TRUSTED_PROXIES("VITARAVOX_TRUSTED_PROXIES", ""),
    /** Who knows it may read the figures. */
    METRICS_TOKEN("VITARAVOX_METRICS_TOKEN", ""),
    /** Where traces are sent. */
    TRACES_URL("VITARAVOX_TRACES_URL", ""),
    /** Tool calls a minute from one number. */
    RATE_PER_NUMBER("VITARAVOX_RATE_PER_NUMBER", "60"),
    /** Tool calls a minute for one clinic. */
    RATE_PER_CLINIC("VITARAVOX_RATE_PER_CLINIC", "600"),
    /** Where calls may be controlled. */
    CALL_CONTROL_HOSTS("VITARAVOX_CALL_CONTROL_HOSTS", "*.vapi.ai"),
    /** Where EMRs may be that are not public. */
    EMR_ALLOWED_HOSTS("VITARAVOX_EMR_ALLOWED_HOSTS", ""),
    /** Certificates that are believed of EMRs beside the usual ones. */
    EMR_AUTHORITIES("VITARAVOX_EMR_AUTHORITIES", ""),
    /** Vapi's REST interface. */
    VAPI_URL("VITARAVOX_VAPI_URL", "https://api.vapi.ai"),
    /** Our private key for it. */
    VAPI_API_KEY("VITARAVOX_VAPI_API_KEY", ""),
    /** Where new numbers come from. */
    VAPI_CARRIER("VITARAVOX_VAPI_CARRIER", ""),
    /** What hears callers. */
    ASSISTANT_TRANSCRIBER("VITARAVOX_ASSISTANT_TRANSCRIBER", "deepgram/nova-2"),
    /** What thinks. */
    ASSISTANT_MODEL("VITARAVOX_ASSISTANT_MODEL", "openai/gpt-4o"),
    /** What speaks English. */
    ASSISTANT_VOICE_EN("VITARAVOX_ASSISTANT_VOICE_EN", "azure/en-CA-ClaraNeural"),
    /** What speaks French. */
    ASSISTANT_VOICE_FR("VITARAVOX_ASSISTANT_VOICE_FR", "azure/fr-CA-SylvieNeural"),
    /** What speaks Chinese. */
    ASSISTANT_VOICE_ZH("VITARAVOX_ASSISTANT_VOICE_ZH", "azure/zh-CN-XiaoxiaoNeural"),
    /** The clinics that record calls. */
    ASSISTANT_RECORDING("VITARAVOX_ASSISTANT_RECORDING", "");

    private final String key;
    private final String usual;

    Setting(String key, String usual) {
        this.key = key;
        this.usual = usual;
    }

    /** The key in the environment and in the file. */
    public String key() {
        return key;
    }

    /** The value where none is given; empty if there is none. */
    public Optional<String> usual() {
        return Optional.of(usual).filter(value -> !value.isEmpty());
    }

    static boolean knows(String key) {
        return Arrays.stream(values()).anyMatch(each -> each.key.equals(key));
    }
}
