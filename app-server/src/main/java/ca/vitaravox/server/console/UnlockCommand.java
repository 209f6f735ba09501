package ca.vitaravox.server.console;

import ca.vitaravox.ports.access.Administrator;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserAdministration;
import ca.vitaravox.ports.access.UserAdministration.Changed;
import ca.vitaravox.ports.access.UserAdministration.Wish;
import ca.vitaravox.server.cli.ConfigOption;
import ca.vitaravox.server.cli.Refused;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a user in again. */
@Command(
        name = "unlock",
        description = "Lets a user in again: one whom an admin locked, and one whose address is closed after failures.")
final class UnlockCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config;

    @Parameters(paramLabel = "EMAIL", description = "Whom.")
    private String email;

    @Spec
    private CommandSpec spec;

    UnlockCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        Shell.visit(config, (shell, desk) -> unlock(desk.users(), shell.user(email)));
        spec.commandLine().getOut().println("They may log in again.");
        return 0;
    }

    private static User unlock(UserAdministration users, User user) {
        users.openAddress(new Administrator.Console(), user.id());
        if (user.locked()) {
            Wish wish = new Wish(user.name(), user.role(), user.clinics(), false, user.version());
            if (!(users.change(new Administrator.Console(), user.id(), wish) instanceof Changed.To)) {
                throw new Refused("Somebody changed that user at the same moment: do it again.");
            }
        }
        return user;
    }
}
