package ca.vitaravox.server.console;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is done to what is too old. */
@Command(name = "retention", description = "What is too old to be kept.", synopsisSubcommandLabel = "COMMAND")
public final class RetentionCommand {
    private RetentionCommand() {}

    /** The command with its own commands, over this environment. */
    public static CommandLine over(Map<String, String> environment) {
        return new CommandLine(new RetentionCommand()).addSubcommand(new RetentionRunCommand(environment));
    }
}
