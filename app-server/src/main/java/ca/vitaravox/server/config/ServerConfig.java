package ca.vitaravox.server.config;

import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.server.clinic.EncryptionKeys;
import ca.vitaravox.vapi.assistant.AssistantSettings;
import ca.vitaravox.vapi.webhook.ControlHosts;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The configuration of one server, well formed throughout; whether it suffices is for {@link Requirements}. Its
 * components are the keys of {@link Setting}. Its text holds no secret.
 *
 * @param databaseUrl the database, as a role that row security binds
 * @param migrationDatabaseUrl the same database, as its owner
 * @param port where to listen; 0 for any free port
 * @param bind the address to listen on
 * @param publicUrl under which Vapi reaches this server
 * @param webhookSecret what Vapi proves itself with
 * @param webhookSecretPrevious the secret before, accepted as well
 * @param webhookAuth how Vapi proves itself
 * @param jwtSecret what the administration's access tokens are signed with
 * @param encryptionKeys what secrets are sealed under that have to be kept
 * @param logFormat how log lines are written
 * @param poolSize connections to the database, 2 to 200
 * @param toolDeadline within what a tool call is answered, 1 to 15 seconds
 * @param edge what stands before it
 * @param watched what is told of it while it runs
 * @param ratePerNumber tool calls a minute from one number
 * @param ratePerClinic tool calls a minute for one clinic
 * @param callControlHosts where calls may be controlled
 * @param emrAllowedHosts where EMRs may be that are not public, or not over TLS
 * @param emrAuthorities whose certificates are believed of EMRs
 * @param vapi Vapi's REST interface, and what is set up there
 */
public record ServerConfig(
        Optional<DatabaseUrl> databaseUrl,
        Optional<DatabaseUrl> migrationDatabaseUrl,
        int port,
        String bind,
        Optional<URI> publicUrl,
        Optional<Secret> webhookSecret,
        Optional<Secret> webhookSecretPrevious,
        WebhookAuth webhookAuth,
        Optional<Secret> jwtSecret,
        Optional<EncryptionKeys> encryptionKeys,
        LogFormat logFormat,
        int poolSize,
        Duration toolDeadline,
        Edge edge,
        Watched watched,
        int ratePerNumber,
        int ratePerClinic,
        ControlHosts callControlHosts,
        EmrHosts emrAllowedHosts,
        EmrAuthorities emrAuthorities,
        VapiAccess vapi) {
    /** What assistants are made of; the voice platform hands calls on where we do not. */
    public AssistantSettings assistants() {
        return vapi.assistants(!callControlHosts.none());
    }

    /** The same, with other hosts allowed to be EMRs. */
    public ServerConfig withEmrs(EmrHosts hosts) {
        return new ServerConfig(
                databaseUrl,
                migrationDatabaseUrl,
                port,
                bind,
                publicUrl,
                webhookSecret,
                webhookSecretPrevious,
                webhookAuth,
                jwtSecret,
                encryptionKeys,
                logFormat,
                poolSize,
                toolDeadline,
                edge,
                watched,
                ratePerNumber,
                ratePerClinic,
                callControlHosts,
                hosts,
                emrAuthorities,
                vapi);
    }

    /** How log lines are written. */
    public enum LogFormat {
        /** For people. */
        TEXT,
        /** One JSON object a line. */
        JSON
    }
}
