package ca.vitaravox.server;

import ca.vitaravox.server.bridge.BridgeCommand;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.cli.Version;
import ca.vitaravox.server.console.AdminCommand;
import ca.vitaravox.server.console.AssistantCommand;
import ca.vitaravox.server.console.AuditCommand;
import ca.vitaravox.server.console.KeysCommand;
import ca.vitaravox.server.console.RetentionCommand;
import ca.vitaravox.server.demo.DemoCommand;
import ca.vitaravox.server.doctor.DoctorCommand;
import ca.vitaravox.server.script.CallCommand;
import ca.vitaravox.server.serve.MigrateCommand;
import ca.vitaravox.server.serve.ServeCommand;
import ca.vitaravox.server.time.Zones;
import ca.vitaravox.server.tools.ToolsCommand;
import ca.vitaravox.server.tools.ToolsPrintCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line of VitaraVox. Exit codes: 0 done, 1 failed, 2 wrongly used. */
@Command(
        name = "vitaravox",
        description = "The back end of a clinic's voice receptionist.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Version.class)
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter err = console(FileDescriptor.err);
        try {
            // by the JDK's own zones, appointments in British Columbia would be an hour off
            Zones.install();
        } catch (IllegalStateException late) {
            err.println(late.getMessage());
            System.exit(CommandLine.ExitCode.SOFTWARE);
        }
        System.exit(
                commandLine(System.getenv(), console(FileDescriptor.out), err).execute(args));
    }

    /** The command line over this environment, writing to these. */
    static CommandLine commandLine(Map<String, String> environment, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .addSubcommand(new DemoCommand(environment))
                .addSubcommand(new ServeCommand(environment))
                .addSubcommand(new CallCommand(environment))
                .addSubcommand(BridgeCommand.withItsOwn())
                .addSubcommand(new MigrateCommand(environment))
                .addSubcommand(AdminCommand.over(environment))
                .addSubcommand(KeysCommand.over(environment))
                .addSubcommand(AuditCommand.over(environment))
                .addSubcommand(RetentionCommand.over(environment))
                .addSubcommand(AssistantCommand.over(environment))
                .addSubcommand(new DoctorCommand(environment))
                .addSubcommand(new CommandLine(new ToolsCommand()).addSubcommand(new ToolsPrintCommand()))
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((wrong, args) -> {
                    CommandLine command = wrong.getCommandLine();
                    err.println(wrong.getMessage() + "; see `./"
                            + command.getCommandSpec().qualifiedName() + " --help`.");
                    err.flush();
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((thrown, command, parsed) -> failed(thrown, parsed, err));
    }

    private static int failed(Exception thrown, ParseResult parsed, PrintWriter err) {
        if (thrown instanceof Refused) {
            err.println(thrown.getMessage());
        } else {
            LoggerFactory.getLogger(Main.class).error("a command broke", thrown);
            err.println("Something broke (" + thrown.getClass().getSimpleName() + "): the log says where.");
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static PrintWriter console(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }
}
