package ca.vitaravox.server.script;

import ca.vitaravox.server.cli.ConfigOption;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.config.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a scripted call against a running server. */
@Command(name = "call", description = "Plays a scripted call against a running server and prints it as a conversation.")
public final class CallCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = "What is said and done: a file, or one of those that come along: ${COMPLETION-CANDIDATES};"
                    + " booking if left out.",
            completionCandidates = ScriptNames.class)
    private String script;

    @Option(names = "--to", paramLabel = "NUMBER", description = "The number that is called, in place of the script's.")
    private String to;

    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            description = "The number that calls, in place of the script's; `withheld` for none.")
    private String from;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The running server; http://127.0.0.1 and VITARAVOX_PORT if left out.")
    private URI server;

    @Spec
    private CommandSpec spec;

    /** The scripts that come along, for the help. */
    private static final class ScriptNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Scripts.names().iterator();
        }
    }

    /** The command over this environment. */
    public CallCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        ServerConfig settings = config.read();
        InstantSource clock = InstantSource.system();
        Webhook webhook = new Webhook(
                server == null ? URI.create("http://127.0.0.1:" + settings.port()) : server,
                settings.webhookSecret()
                        .orElseThrow(() -> new Refused(
                                "VITARAVOX_WEBHOOK_SECRET is missing: set it to what the server was started with.")),
                settings.webhookAuth(),
                clock);
        Transcript transcript = new Transcript(spec.commandLine().getOut());
        new CallPlayer(webhook, transcript, clock)
                .play(read().between(Optional.ofNullable(from), Optional.ofNullable(to)));
        return 0;
    }

    private Script read() {
        if (script == null) {
            return Scripts.booking();
        }
        return Scripts.named(script).orElseGet(() -> ScriptReader.read(lines(script)));
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            throw new Refused(
                    "The script " + file + " cannot be read: name a file, or one of "
                            + String.join(", ", Scripts.names()) + ".",
                    unreadable);
        }
    }
}
