package ca.vitaravox.server.tools;

import picocli.CommandLine.Command;

/** Groups what is done about the voice tools. */
@Command(name = "tools", description = "The voice tools.", synopsisSubcommandLabel = "COMMAND")
public final class ToolsCommand {
    /** The group. */
    public ToolsCommand() {}
}
