package ca.vitaravox.server.console;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is done to keys and secrets that are kept. */
@Command(
        name = "keys",
        description = "Encryption keys, and webhook secrets of clinics.",
        synopsisSubcommandLabel = "COMMAND")
public final class KeysCommand {
    private KeysCommand() {}

    /** The command with its own commands, over this environment. */
    public static CommandLine over(Map<String, String> environment) {
        return new CommandLine(new KeysCommand())
                .addSubcommand(new KeysRotateCommand(environment))
                .addSubcommand(new KeysWebhookCommand(environment));
    }
}
