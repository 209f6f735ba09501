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
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
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

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The bridge's settings, readable by its owner alone.")
    private Path file;

    @Spec
    private CommandSpec spec;

    private BridgeCommand() {}

    /** The command with its own. */
    public static CommandLine withItsOwn() {
        return new CommandLine(new BridgeCommand()).addSubcommand(new BridgeConnectCommand());
    }

    @Override
    public Integer call() throws InterruptedException {
        if (file == null) {
            throw new ParameterException(spec.commandLine(), "Give the file with the bridge's settings");
        }
        Logs.toConsole(LogFormat.TEXT);
        BridgeServer bridge = start(file);
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

    /** A bridge with the settings in this file, to be closed by the caller. */
    public static BridgeServer start(Path file) {
        BridgeFile settings = BridgeFile.read(file);
        return start(settings, means(settings));
    }

    /** A bridge with these settings, whose OSCAR is reached by these means. */
    static BridgeServer start(BridgeFile settings, OscarMeans means) {
        // lives as long as the process
        Oscar oscar = Oscar.connect(settings.settings(), means, new LibPhoneNumbers());
        return BridgeServer.start(settings.listening(), BridgeServer.Emr.of(oscar), Version.text(), means.clock());
    }

    /** What the OSCAR next to it is reached with. */
    static OscarMeans means(BridgeFile settings) {
        return new OscarMeans(
                OnceOnly.client(CONNECTING, settings.authorities().trust()),
                InstantSource.system(),
                () -> UUID.randomUUID().toString().replace("-", ""),
                LONGEST);
    }
}
