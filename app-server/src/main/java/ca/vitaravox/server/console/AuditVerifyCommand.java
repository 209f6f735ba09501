package ca.vitaravox.server.console;

import ca.vitaravox.domain.audit.ChainVerifier;
import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Verification;
import ca.vitaravox.ports.audit.Verification.Verdict;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.audit.AnchorLine;
import ca.vitaravox.server.audit.FaultText;
import ca.vitaravox.server.cli.ConfigOption;
import ca.vitaravox.server.cli.Refused;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Walks the chains and names the first bad entry of each. */
@Command(
        name = "verify",
        description =
                "Walks the chains of both trails, while servers run, and names the first bad entry of each. Status 1"
                        + " if there is one.")
final class AuditVerifyCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config;

    @Option(
            names = "--clinic",
            paramLabel = "ID",
            description = "This clinic's alone; again for each. All chains if left out.")
    private List<String> clinics = List.of();

    @Option(
            names = "--anchors",
            paramLabel = "FILE",
            description =
                    "Holds the chains against the anchors in this file: of `audit anchor`, or a log; again for each.")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec;

    AuditVerifyCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        List<Head> anchors =
                files.stream().flatMap(file -> anchors(file).stream()).toList();
        boolean whole = Shell.visit(
                config, (shell, desk) -> verify(shell.database().audit().chains(), anchors));
        return whole ? 0 : 1;
    }

    private static List<Head> anchors(Path file) {
        List<Head> anchors;
        try (Stream<String> lines = Files.lines(file)) {
            anchors = AnchorLine.in(lines);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Refused(
                    "The file " + file + " cannot be read as text: name one of anchors, or a log.", unreadable);
        }
        if (anchors.isEmpty()) {
            throw new Refused("The file " + file + " holds no anchor: name one that `audit anchor` or a server wrote.");
        }
        return anchors;
    }

    private boolean verify(Chains chains, List<Head> anchors) {
        Verification verification = new ChainVerifier(chains, InstantSource.system());
        PrintWriter out = spec.commandLine().getOut();
        boolean whole = true;
        List<ChainName> chosen = chosen(chains, anchors);
        if (chosen.isEmpty()) {
            out.println("No trail has an entry yet.");
        }
        for (ChainName chain : chosen) {
            Verdict verdict = verification.verify(chain, anchors);
            out.println(FaultText.of(verdict));
            whole &= verdict instanceof Verdict.Intact;
        }
        return whole;
    }

    /** Those there are, and those that an anchor says there were. */
    private List<ChainName> chosen(Chains chains, List<Head> anchors) {
        List<ChainName> known = Stream.concat(chains.heads().stream(), anchors.stream())
                .map(Head::chain)
                .distinct()
                .toList();
        List<ChainName> wanted = clinics.stream().map(AuditVerifyCommand::chain).toList();
        if (!known.containsAll(wanted)) {
            throw new Refused("A clinic of --clinic has no trail: give ids as `audit anchor` shows them after audit/.");
        }
        return wanted.isEmpty() ? known : wanted;
    }

    private static ChainName chain(String clinic) {
        try {
            return ChainName.of(new ClinicId(clinic));
        } catch (IllegalArgumentException none) {
            throw new Refused("That cannot be a clinic: give --clinic its id, such as cedar-lane.", none);
        }
    }
}
