package ca.vitaravox.server.demo;

import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.server.cli.ConfigOption;
import ca.vitaravox.server.clinic.EncryptionKeys;
import ca.vitaravox.server.config.Requirements;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.log.Logs;
import ca.vitaravox.server.serve.Closing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts everything on embedded parts and plays one call. */
@Command(
        name = "demo",
        description =
                "Starts everything on embedded parts with three fictional clinics, plays a call in which a patient"
                        + " books an appointment, and stays up.")
public final class DemoCommand implements Callable<Integer> {
    private static final int SECRET_BYTES = 32;

    @Mixin
    private final ConfigOption config;

    @Option(names = "--data", paramLabel = "DIR", description = "Where its data is kept; ~/.vitaravox if left out.")
    private Path data = Path.of(System.getProperty("user.home"), ".vitaravox");

    @Option(names = "--fresh", description = "Deletes what earlier demos kept there first.")
    private boolean fresh;

    @Option(names = "--port", paramLabel = "N", description = "The port it listens on; VITARAVOX_PORT if left out.")
    private Integer port;

    @Option(names = "--no-call", description = "Plays no call.")
    private boolean noCall;

    @Option(
            names = "--exit",
            description = "Stops after the call, with status 0 only if the appointment is in the EMR.")
    private boolean exit;

    @Spec
    private CommandSpec spec;

    /** The command over this environment. */
    public DemoCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (exit && noCall) {
            throw new ParameterException(spec.commandLine(), "--exit reports on the call that --no-call leaves out");
        }
        if (port != null && (port < 0 || port > 65_535)) {
            throw new ParameterException(spec.commandLine(), "--port is a number from 0 to 65535");
        }
        ServerConfig given = config.read();
        Optional<Secret> random = given.webhookSecret().isPresent() ? Optional.empty() : Optional.of(randomSecret());
        ServerConfig settings = settings(given, random);
        PrintWriter out = spec.commandLine().getOut();
        try (Closing closing = Closing.atEndOfProcess()) {
            DataFolder folder = closing.add(DataFolder.open(data));
            if (fresh) {
                folder.wipe();
            }
            Logs.toFile(settings.logFormat(), folder.serverLog());
            out.println("Starting; data in " + folder + ", the server's log in " + folder.serverLog() + ".");
            out.flush();
            Demo demo = Demo.start(folder, settings, closing, InstantSource.system(), out);
            boolean booked = noCall || demo.play();
            if (exit) {
                return booked ? 0 : 1;
            }
            if (given.webhookSecret()
                    .filter(secret -> !Requirements.isStrong(secret))
                    .isPresent()) {
                out.println("\nThe webhook secret you gave is weak: `serve` would refuse it.");
            }
            demo.printAddresses(random);
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private ServerConfig settings(ServerConfig given, Optional<Secret> random) {
        return new ServerConfig(
                Optional.empty(),
                Optional.empty(),
                port == null ? given.port() : port,
                given.bind(),
                given.publicUrl(),
                given.webhookSecret().or(() -> random),
                given.webhookSecretPrevious(),
                WebhookAuth.EITHER,
                given.jwtSecret().or(() -> Optional.of(randomSecret())),
                given.encryptionKeys().or(() -> Optional.of(randomKeys())),
                given.logFormat(),
                given.poolSize(),
                given.toolDeadline(),
                given.edge(),
                given.watched(),
                given.ratePerNumber(),
                given.ratePerClinic(),
                given.callControlHosts(),
                given.emrAllowedHosts(),
                given.emrAuthorities(),
                given.vapi());
    }

    private static Secret randomSecret() {
        return new Secret(HexFormat.of().formatHex(random()));
    }

    private static EncryptionKeys randomKeys() {
        return new EncryptionKeys(List.of(new EncryptionKeys.Key("demo", random())));
    }

    private static byte[] random() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
