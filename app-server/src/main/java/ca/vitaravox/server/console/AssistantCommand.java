package ca.vitaravox.server.console;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is done about clinics' assistants at Vapi. */
@Command(name = "assistant", description = "Clinics' assistants at Vapi.", synopsisSubcommandLabel = "COMMAND")
public final class AssistantCommand {
    private AssistantCommand() {}

    /** The command with its own commands, over this environment. */
    public static CommandLine over(Map<String, String> environment) {
        return new CommandLine(new AssistantCommand())
                .addSubcommand(new AssistantPrintCommand(environment))
                .addSubcommand(new AssistantPushCommand(environment));
    }
}
