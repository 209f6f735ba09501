package ca.vitaravox.server.console;

import ca.vitaravox.server.assistant.Standing;
import ca.vitaravox.server.cli.ConfigOption;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.vapi.platform.PlatformTroubleException;
import ca.vitaravox.vapi.platform.Report;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes what a clinic has at Vapi what it is to be. */
@Command(
        name = "push",
        description =
                "Shows what of a clinic's tools, assistants, squad, numbers and credential at Vapi is not as it is to"
                        + " be, and with --yes makes it so. Doing it again changes nothing.")
final class AssistantPushCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config;

    @Parameters(paramLabel = "CLINIC", description = "The clinic's id.")
    private String clinic;

    @Option(names = "--yes", description = "Makes it so; without it nothing is changed.")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    AssistantPushCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        try {
            return Shell.visit(config, (shell, desk) -> {
                Report seen =
                        ready(shell.ofClinic(clinic, id -> shell.assistants().look(id)));
                PrintWriter out = spec.commandLine().getOut();
                seen.lines().forEach(out::println);
                if (seen.inStep()) {
                    out.println("Everything at Vapi is as it is to be.");
                } else if (yes) {
                    pushed(ready(shell.ofClinic(clinic, id -> shell.assistants().push(id))), out);
                } else {
                    out.println("Nothing was changed. Run it again with --yes to make it so.");
                }
                out.flush();
                return 0;
            });
        } catch (PlatformTroubleException trouble) {
            throw new Refused(trouble.getMessage(), trouble);
        }
    }

    private static Report ready(Standing standing) {
        if (!standing.obstacles().isEmpty()) {
            throw ConfigOption.refusal("Nothing was changed at Vapi", standing.obstacles());
        }
        return standing.report().orElseThrow();
    }

    private static void pushed(Report report, PrintWriter out) {
        report.dropped().forEach(out::println);
        out.println("Done: " + report.open().size() + " things changed at Vapi.");
    }
}
