package ca.vitaravox.server.console;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is done with the audit trail. */
@Command(
        name = "audit",
        description = "The audit trail: whether it is whole, its anchors, and what was done with one patient's data.",
        synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand {
    private AuditCommand() {}

    /** The command with its own commands, over this environment. */
    public static CommandLine over(Map<String, String> environment) {
        return new CommandLine(new AuditCommand())
                .addSubcommand(new AuditVerifyCommand(environment))
                .addSubcommand(new AuditAnchorCommand(environment))
                .addSubcommand(new AuditExportCommand(environment))
                .addSubcommand(new AuditCheckCommand());
    }
}
