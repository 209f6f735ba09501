package ca.vitaravox.server.console;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.server.admin.ClinicWebhookSecrets;
import ca.vitaravox.server.audit.Deed;
import ca.vitaravox.server.cli.ConfigOption;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.config.Secret;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a clinic a webhook secret of its own, while servers run. */
@Command(
        name = "webhook",
        description = "Gives a clinic a new webhook secret of its own and prints it, once. Its lines then take this"
                + " secret and no other; the one before goes on beside it until --settle. Servers know within 10"
                + " seconds.")
final class KeysWebhookCommand implements Callable<Integer> {
    private static final Actor CONSOLE = new Actor.Server("console");

    @Mixin
    private final ConfigOption config;

    @Parameters(paramLabel = "CLINIC", description = "Its id, as in harbourview.")
    private String clinic;

    @ArgGroup
    private Instead instead = new Instead();

    /** What is done instead of giving a secret as the platform asks for it. */
    static final class Instead {
        @Option(
                names = "--auth",
                description = "How it is proved: bearer, hmac or either; as the platform does if left out.")
        private String auth;

        @Option(names = "--settle", description = "Ends a replacement: the secret before opens nothing any more.")
        private boolean settle;

        @Option(names = "--remove", description = "Takes its own secrets away: the platform's open its lines again.")
        private boolean remove;
    }

    @Spec
    private CommandSpec spec;

    KeysWebhookCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        String said = Shell.visit(config, (shell, desk) -> {
            try {
                return done(shell, known(shell));
            } catch (IllegalArgumentException refused) {
                throw new Refused(refused.getMessage(), refused);
            }
        });
        spec.commandLine().getOut().println(said);
        return 0;
    }

    private ClinicId known(Shell shell) {
        return shell.database().clinicDirectory().clinics().stream()
                .filter(each -> each.value().equals(clinic))
                .findFirst()
                .orElseThrow(() -> new Refused("No clinic with a line has that id."));
    }

    private String done(Shell shell, ClinicId id) {
        ClinicWebhookSecrets secrets = shell.webhookSecrets();
        if (instead.settle) {
            noted(shell, id, "webhook-secret settled", () -> secrets.settle(id));
            return "The secret before opens nothing any more.";
        }
        if (instead.remove) {
            noted(shell, id, "webhook-secret removed", () -> secrets.remove(id));
            return "The platform's secret opens its lines again.";
        }
        Secret secret = ClinicWebhookSecrets.random();
        WebhookAuth auth = instead.auth == null ? shell.config().webhookAuth() : auth(instead.auth);
        noted(shell, id, "webhook-secret given", () -> secrets.give(id, auth, secret));
        return secret.value();
    }

    private static void noted(Shell shell, ClinicId clinic, String what, Runnable work) {
        shell.trail().around(new Deed(clinic, CONSOLE, AuditAction.CHANGE_SETTINGS, what), work);
    }

    private static WebhookAuth auth(String written) {
        try {
            return WebhookAuth.valueOf(written.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("--auth is bearer, hmac or either.", unknown);
        }
    }
}
