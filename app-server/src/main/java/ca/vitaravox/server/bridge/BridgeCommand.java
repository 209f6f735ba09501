package ca.vitaravox.server.bridge;

import ca.vitaravox.oscar.Oscar;
import ca.vitaravox.oscar.bridge.BridgeServer;
import ca.vitaravox.oscar.rest.OnceOnly;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.server.cli.Version;
import ca.vitaravox.server.clinic.LibPhoneNumbers;
import ca.vitaravox.server.config.ServerConfig.LogFormat;
import ca.vitaravox.server.log.Logs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a bridge next to an OSCAR that cannot be reached from outside, until it is stopped. */
@Command(
        name = "bridge",
        description = "Runs next to an OSCAR that cannot be reached from outside, and answers the platform for it"
                + " (docs/bridge.md).")
public final class BridgeCommand implements Callable<Integer> {
    private static final Duration CONNECTING = Duration.ofMillis(1_500);
    private static final Duration LONGEST = Duration.ofSeconds(4);

    @Parameters(index = "0", paramLabel = "FILE", description = "The bridge's settings, readable by its owner alone.")
    private Path file;

    @Spec
    private CommandSpec spec;

    /** The command. */
    public BridgeCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        Logs.toConsole(LogFormat.TEXT);
        BridgeServer bridge = start(BridgeFile.read(file), LONGEST);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            bridge.close();
                            stopped.countDown();
                        },
                        "bridge-stop"));
        spec.commandLine().getOut().println("The bridge listens on port " + bridge.port() + ".");
        stopped.await();
        return 0;
    }

    /** A bridge with these settings, whose OSCAR may take so long for an answer. */
    static BridgeServer start(BridgeFile settings, Duration longest) {
        InstantSource clock = InstantSource.system();
        OscarMeans means = new OscarMeans(
                OnceOnly.client(CONNECTING),
                clock,
                () -> UUID.randomUUID().toString().replace("-", ""),
                longest);
        // lives as long as the process
        Oscar oscar = Oscar.connect(settings.settings(), means, new LibPhoneNumbers());
        return BridgeServer.start(settings.listening(), BridgeServer.Emr.of(oscar), Version.text(), clock);
    }
}
