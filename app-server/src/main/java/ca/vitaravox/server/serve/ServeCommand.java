package ca.vitaravox.server.serve;

import ca.vitaravox.domain.access.SharedClock;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.UnfitDatabaseException;
import ca.vitaravox.server.admin.ClinicWebhookSecrets;
import ca.vitaravox.server.cli.ConfigOption;
import ca.vitaravox.server.cli.Version;
import ca.vitaravox.server.clinic.AesGcmEnvelope;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.log.Logs;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the server until the process is asked to end. */
@Command(
        name = "serve",
        description = "Runs the server; everything comes from the configuration. Does not start, and says why, while"
                + " anything is missing or weak.")
public final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config;

    @Spec
    private CommandSpec spec;

    /** The command over this environment. */
    public ServeCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerConfig settings = config.readForServing();
        Logs.toConsole(settings.logFormat());
        SharedClock clock = new SharedClock(InstantSource.system().instant(), System::nanoTime);
        Closing closing = Closing.atEndOfProcess();
        try {
            Database database = closing.add(open(settings, clock));
            closing.add(Timekeeping.start(clock, database.connections()::time));
            refuseWeakSecretsOfClinics(settings, database);
            Backend backend = closing.add(Backend.start(settings, database, clock));
            closing.add(() -> backend.leave(settings.edge().drain()));
            LoggerFactory.getLogger(ServeCommand.class)
                    .info("VitaraVox {} listens on {}:{}", Version.text(), settings.bind(), backend.port());
            new CountDownLatch(1).await();
            return 0;
        } finally {
            closing.close();
        }
    }

    private static void refuseWeakSecretsOfClinics(ServerConfig settings, Database database) {
        List<String> unmet = new ClinicWebhookSecrets(
                        database.webhooks().clinicWebhooks(),
                        database.clinicDirectory(),
                        new AesGcmEnvelope(settings.encryptionKeys().orElseThrow()),
                        settings)
                .unmet();
        if (!unmet.isEmpty()) {
            throw ConfigOption.refusal("VitaraVox does not start", unmet);
        }
    }

    private static Database open(ServerConfig settings, InstantSource clock) {
        try {
            return Databases.open(settings.databaseUrl().orElseThrow(), settings.poolSize(), clock);
        } catch (UnfitDatabaseException unfit) {
            throw ConfigOption.refusal(
                    "VitaraVox does not start",
                    List.of(
                            "DATABASE_URL: " + unfit.getMessage(),
                            "`./vitaravox migrate` runs the migrations, as the owner that"
                                    + " VITARAVOX_MIGRATION_DATABASE_URL names."));
        }
    }
}
