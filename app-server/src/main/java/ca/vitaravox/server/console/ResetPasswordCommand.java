package ca.vitaravox.server.console;

import ca.vitaravox.ports.access.Administrator;
import ca.vitaravox.ports.access.Password;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.server.cli.ConfigOption;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a user a new password and ends their sessions. */
@Command(
        name = "reset-password",
        description = "Gives a user a new password, to be changed within 72 hours, and ends their sessions.")
final class ResetPasswordCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config;

    @Parameters(paramLabel = "EMAIL", description = "Whose.")
    private String email;

    @Option(names = "--second-factor", description = "Takes their second factor away too, so that they set up another.")
    private boolean secondFactor;

    @Spec
    private CommandSpec spec;

    ResetPasswordCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        Password given = Shell.visit(config, (shell, desk) -> {
            UserId user = shell.user(email).id();
            if (secondFactor) {
                desk.users().removeSecondFactor(new Administrator.Console(), user);
            }
            return desk.users().givePassword(new Administrator.Console(), user).orElseThrow();
        });
        spec.commandLine().getOut().println("Password, good for 72 hours and one change: " + given.value());
        return 0;
    }
}
