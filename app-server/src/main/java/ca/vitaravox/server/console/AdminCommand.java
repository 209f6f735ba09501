package ca.vitaravox.server.console;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is done to users from the server itself. */
@Command(
        name = "admin",
        description = "Users of the administration: the first one, and recovery.",
        synopsisSubcommandLabel = "COMMAND")
public final class AdminCommand {
    private AdminCommand() {}

    /** The command with its own commands, over this environment. */
    public static CommandLine over(Map<String, String> environment) {
        return new CommandLine(new AdminCommand())
                .addSubcommand(new CreateUserCommand(environment))
                .addSubcommand(new ResetPasswordCommand(environment))
                .addSubcommand(new UnlockCommand(environment));
    }
}
