package ca.vitaravox.server.console;

import ca.vitaravox.ports.audit.Seal;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.cli.ConfigOption;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes what is too old, or tells what would be removed. */
@Command(
        name = "run",
        description =
                "Tells what is too old: trails after seven years, records of calls after 365 days, transcripts after"
                        + " 90, what mattered for its call alone after a week. Removes it with --yes, as servers do by themselves every hour.")
final class RetentionRunCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config;

    @Option(names = "--yes", description = "Remove it.")
    private boolean really;

    @Spec
    private CommandSpec spec;

    RetentionRunCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        return Shell.visit(config, (shell, desk) -> run(shell.database(), InstantSource.system()));
    }

    private int run(Database database, InstantSource clock) {
        PrintWriter out = spec.commandLine().getOut();
        Instant now = clock.instant();
        Map<String, Integer> rows = database.retentionDue(now);
        List<Seal> seals = database.audit().months().due(now);
        rows.forEach((table, count) -> out.println(table + ": " + count));
        seals.forEach(seal -> out.println(seal.chain() + " " + seal.month() + ": entries " + seal.first() + " to "
                + seal.last() + ", sealed with " + seal.hash()));
        if (really) {
            remove(database, now);
        }
        out.println(really ? "Removed." : "Nothing was removed: --yes removes it.");
        return 0;
    }

    private static void remove(Database database, Instant now) {
        int removed;
        do {
            removed = database.retention(now);
        } while (removed > 0);
        boolean more;
        do {
            more = database.audit().months().retire(now);
        } while (more);
    }
}
