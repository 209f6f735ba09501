package ca.vitaravox.server.serve;

import ca.vitaravox.postgres.Migrations;
import ca.vitaravox.server.cli.ConfigOption;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.log.Logs;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings the database's tables up to date. */
@Command(
        name = "migrate",
        description = "Brings the database's tables up to date, as their owner (VITARAVOX_MIGRATION_DATABASE_URL).")
public final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config;

    @Spec
    private CommandSpec spec;

    /** The command over this environment. */
    public MigrateCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        ServerConfig settings = config.read();
        Logs.toConsole(settings.logFormat());
        DatabaseUrl owner = settings.migrationDatabaseUrl()
                .orElseThrow(() -> new Refused("VITARAVOX_MIGRATION_DATABASE_URL is missing: give the database as its"
                        + " owner, as in postgresql://owner:password@host:5432/name."));
        try {
            Migrations.run(owner.login());
        } catch (RuntimeException failed) {
            throw new Refused(
                    "The migrations did not run, and the tables are as before: see whether the database runs, whether"
                            + " VITARAVOX_MIGRATION_DATABASE_URL is right, and whether its role owns the database ("
                            + rootOf(failed) + ").",
                    failed);
        }
        spec.commandLine().getOut().println("The tables are up to date.");
        return 0;
    }

    /** The first line of what the database itself said. */
    private static String rootOf(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
