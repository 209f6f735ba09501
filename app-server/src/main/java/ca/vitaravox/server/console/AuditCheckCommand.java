package ca.vitaravox.server.console;

import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.server.audit.AnchorLine;
import ca.vitaravox.server.audit.ExportCheck;
import ca.vitaravox.server.cli.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Follows the chain through an exported file. */
@Command(
        name = "check",
        description = "Follows the chain through a file of `audit export`, without a database, and prints the anchor it"
                + " ends at: the file is genuine if an anchor kept elsewhere says the same. Status 1 if a line is bad.")
final class AuditCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Stream<String> lines = Files.lines(file)) {
            ExportCheck.Result result = ExportCheck.of(lines);
            spec.commandLine()
                    .getOut()
                    .println(result.head()
                            .map(head -> whole(head, result.entries()))
                            .orElse("BROKEN at line " + result.badLine() + "."));
            return result.head().isPresent() ? 0 : 1;
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Refused("The file " + file + " cannot be read: name one that `audit export` wrote.", unreadable);
        }
    }

    private static String whole(Head head, int entries) {
        return "Whole, " + entries + " entries about the patient; " + AnchorLine.of(head);
    }
}
