package ca.vitaravox.server.console;

import ca.vitaravox.ports.access.Administrator;
import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.UserAdministration;
import ca.vitaravox.ports.access.UserAdministration.Added;
import ca.vitaravox.ports.access.UserAdministration.NewUser;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.cli.ConfigOption;
import ca.vitaravox.server.cli.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Adds a user and prints their first password. */
@Command(
        name = "create-user",
        description = "Adds a user and prints a password, to be changed at the first login within 72 hours.")
final class CreateUserCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config;

    @Option(names = "--email", required = true, description = "What they log in with.")
    private String email;

    @Option(names = "--name", required = true, description = "Their name, as other users see it.")
    private String name;

    @Option(
            names = "--role",
            defaultValue = "platform_admin",
            description = "platform_admin (if left out), clinic_manager, clinic_staff or auditor.")
    private String role;

    @Option(
            names = "--clinic",
            paramLabel = "ID",
            description = "A clinic they work in; again for each. Not for platform_admin.")
    private List<String> clinics = List.of();

    @Spec
    private CommandSpec spec;

    CreateUserCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        NewUser wanted = wanted();
        Added added = Shell.visit(config, (shell, desk) -> add(desk.users(), wanted));
        if (added instanceof Added.NewAccount account) {
            spec.commandLine()
                    .getOut()
                    .println("Added. Password, good for 72 hours and one change: "
                            + account.password().value());
            return 0;
        }
        throw new Refused(
                added instanceof Added.Taken
                        ? "There is a user with that address: `./vitaravox admin reset-password` gives them a password."
                        : "Role and clinics do not fit: a platform_admin has none, all others at least one, and each"
                                + " must be there.");
    }

    private static Added add(UserAdministration users, NewUser wanted) {
        return users.add(new Administrator.Console(), wanted);
    }

    private NewUser wanted() {
        try {
            Set<ClinicId> where = clinics.stream().map(ClinicId::new).collect(Collectors.toSet());
            return new NewUser(
                    new EmailAddress(email), name.strip(), Role.valueOf(role.toUpperCase(Locale.ROOT)), where);
        } catch (IllegalArgumentException wrong) {
            throw new Refused(
                    "That cannot be a user: give --email like name@clinic.example, --role as --help lists them, and"
                            + " --clinic by its id.",
                    wrong);
        }
    }
}
