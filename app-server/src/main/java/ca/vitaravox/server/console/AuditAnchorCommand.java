package ca.vitaravox.server.console;

import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.server.audit.AnchorLine;
import ca.vitaravox.server.cli.ConfigOption;
import ca.vitaravox.server.cli.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells where each chain ends now. */
@Command(
        name = "anchor",
        description = "Tells where each chain ends now, as lines that `audit verify --anchors` reads. Keep them where"
                + " whoever runs the database cannot change them.")
final class AuditAnchorCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config;

    @Option(names = "--file", description = "Adds the lines to this file instead of printing them.")
    private Path file;

    @Spec
    private CommandSpec spec;

    AuditAnchorCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        List<Head> heads = Shell.visit(
                config, (shell, desk) -> shell.database().audit().chains().heads());
        List<String> lines = heads.stream().map(AnchorLine::of).toList();
        Optional.ofNullable(file)
                .ifPresentOrElse(
                        to -> add(to, lines),
                        () -> lines.forEach(spec.commandLine().getOut()::println));
        return 0;
    }

    private static void add(Path file, List<String> lines) {
        try {
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new Refused("The file " + file + " cannot be written: name one that can.", unwritable);
        }
    }
}
