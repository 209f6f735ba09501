package ca.vitaravox.server.console;

import ca.vitaravox.domain.access.AccessDesk;
import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.UnfitDatabaseException;
import ca.vitaravox.server.admin.Administration;
import ca.vitaravox.server.admin.ClinicWebhookSecrets;
import ca.vitaravox.server.assistant.ClinicAssistants;
import ca.vitaravox.server.audit.AdminTrail;
import ca.vitaravox.server.cli.ConfigOption;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.clinic.AesGcmEnvelope;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.log.Logs;
import ca.vitaravox.server.serve.Databases;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A short visit to the database of a server, with the configuration the server has. */
final class Shell {
    private static final int CONNECTIONS = 2;

    private final Database database;
    private final ServerConfig config;

    private Shell(Database database, ServerConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Does something and leaves. */
    static <T> T visit(ConfigOption option, BiFunction<Shell, AccessDesk, T> work) {
        ServerConfig config = option.readForServing();
        Logs.toConsole(config.logFormat());
        InstantSource clock = InstantSource.system();
        try (Database database = Databases.open(config.databaseUrl().orElseThrow(), CONNECTIONS, clock)) {
            Shell shell = new Shell(database, config);
            return work.apply(shell, Administration.desk(database, shell.envelope(), clock, true));
        } catch (UnfitDatabaseException unfit) {
            throw new Refused("DATABASE_URL: " + unfit.getMessage(), unfit);
        }
    }

    ServerConfig config() {
        return config;
    }

    ClinicWebhookSecrets webhookSecrets() {
        return new ClinicWebhookSecrets(
                database.webhooks().clinicWebhooks(), database.clinicDirectory(), envelope(), config);
    }

    /** Where what is done from here is noted. */
    AdminTrail trail() {
        return new AdminTrail(database.audit().trail(), InstantSource.system());
    }

    Database database() {
        return database;
    }

    AesGcmEnvelope envelope() {
        return new AesGcmEnvelope(config.encryptionKeys().orElseThrow());
    }

    /** Clinics' assistants at Vapi. */
    ClinicAssistants assistants() {
        return new ClinicAssistants(config, database, envelope(), InstantSource.system());
    }

    /** Asks about the clinic of that id. */
    <T> T ofClinic(String written, Function<ClinicId, T> question) {
        try {
            return question.apply(new ClinicId(written));
        } catch (IllegalArgumentException | NoSuchElementException none) {
            throw new Refused(
                    "There is no such clinic; there are: "
                            + database.clinicDirectory().clinics().stream()
                                    .map(ClinicId::value)
                                    .collect(Collectors.joining(", "))
                            + ".",
                    none);
        }
    }

    /** The user of that address. */
    User user(String email) {
        try {
            return database.access()
                    .users()
                    .find(new EmailAddress(email))
                    .orElseThrow(
                            () -> new Refused(
                                    "There is no such user: see whether the address is written as it was when they were added."))
                    .user();
        } catch (IllegalArgumentException none) {
            throw new Refused("That is no address: give one like name@clinic.example.", none);
        }
    }
}
