package ca.vitaravox.server.console;

import ca.vitaravox.ports.clinic.UnsealableException;
import ca.vitaravox.server.cli.ConfigOption;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.clinic.Reseal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Seals every stored secret and transcript under the newest key, while servers run. */
@Command(
        name = "rotate",
        description =
                "Seals every stored secret and transcript under the first of VITARAVOX_ENCRYPTION_KEYS, while servers run."
                        + " Afterwards the other keys can be left out.")
final class KeysRotateCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config;

    @Spec
    private CommandSpec spec;

    KeysRotateCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        try {
            int done = Shell.visit(config, (shell, desk) -> {
                Reseal reseal = new Reseal(shell.envelope());
                return reseal.run(shell.database().access().secondFactorSecrets())
                        + reseal.run(shell.database().clinics().emrSecrets())
                        + reseal.run(shell.database().webhooks().secrets())
                        + reseal.run(shell.database().staff().sealedTranscripts())
                        + reseal.run(shell.database().staff().arguments());
            });
            spec.commandLine().getOut().println("Sealed anew: " + done + ". All are under the newest key.");
            return 0;
        } catch (UnsealableException lost) {
            throw new Refused(
                    "Something stored cannot be opened, and was left as it is: it is " + lost.getMessage() + ".", lost);
        }
    }
}
