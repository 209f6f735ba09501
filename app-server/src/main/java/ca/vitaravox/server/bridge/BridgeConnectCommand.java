package ca.vitaravox.server.bridge;

import ca.vitaravox.oscar.connect.Entry;
import ca.vitaravox.oscar.connect.OscarDoor;
import ca.vitaravox.server.access.RandomSecrets;
import ca.vitaravox.server.cli.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gets the bridge the token that its OSCAR knows it by: somebody at the clinic logs in to OSCAR, and says yes. */
@Command(
        name = "connect",
        description =
                "Asks somebody at the clinic for consent to use its OSCAR, in a browser on this machine, and puts the"
                        + " token that comes of it in the file (docs/bridge.md).")
public final class BridgeConnectCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String OUT_OF_BAND = "oob";
    private static final String VERIFIER = "oauth_verifier=";

    private final InputStream in;

    @Parameters(index = "0", paramLabel = "FILE", description = "The bridge's settings, readable by its owner alone.")
    private Path file;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8099",
            description = "The port of this machine that the browser comes back to (default: 8099).")
    private int port;

    @Option(
            names = "--oob",
            description = "No browser comes back: the code that OSCAR shows is typed in. Classic OSCAR shows none.")
    private boolean outOfBand;

    @Spec
    private CommandSpec spec;

    /** The command, at a terminal. */
    public BridgeConnectCommand() {
        this(System.in);
    }

    /** The command, where the code is typed in there. */
    BridgeConnectCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        BridgeFile settings = BridgeFile.read(file);
        BridgeConsent consent = new BridgeConsent(settings, BridgeCommand.means(settings));
        PrintWriter out = spec.commandLine().getOut();
        (outOfBand ? typedIn(consent, out) : comingBack(consent, out)).forEach(out::println);
        return 0;
    }

    private List<String> comingBack(BridgeConsent consent, PrintWriter out) throws InterruptedException {
        try (ComingBack back = ComingBack.listen(new RandomSecrets().token(), port)) {
            Entry.Open asked = consent.ask(back.callback());
            out.println("Open this page in a browser on this machine, log in, and say yes:");
            show(asked, out);
            ComingBack.Consented consented = back.await(PATIENCE)
                    .orElseThrow(() -> new Refused("Nobody said yes within ten minutes: start again."));
            if (!consented.token().equals(asked.asked().token())) {
                throw new Refused("What came back belongs to another attempt: start again.");
            }
            return consent.take(asked, consented.verifier());
        }
    }

    private List<String> typedIn(BridgeConsent consent, PrintWriter out) throws IOException {
        Entry.Open asked = consent.ask(OUT_OF_BAND);
        out.println("Open this page in a browser, log in, and say yes; then type in what it shows:");
        show(asked, out);
        String typed = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        String verifier = typed == null ? "" : typed.strip().replaceFirst("^" + VERIFIER, "");
        if (!verifier.matches("[A-Za-z0-9-]{1,100}")) {
            throw new Refused("That is no code: type in what OSCAR shows after " + VERIFIER + ".");
        }
        return consent.take(asked, verifier);
    }

    private static void show(Entry.Open asked, PrintWriter out) {
        out.println(OscarDoor.page(asked.address(), asked.asked()));
        out.flush();
    }
}
