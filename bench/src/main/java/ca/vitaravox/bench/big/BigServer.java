package ca.vitaravox.bench.big;

import ca.vitaravox.server.config.ConfigReader;
import ca.vitaravox.server.demo.DataFolder;
import ca.vitaravox.server.demo.Demo;
import ca.vitaravox.server.serve.Closing;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A demo over a folder, in this process. */
final class BigServer implements AutoCloseable {
    private static final Pattern ADMIN = Pattern.compile("admin@demo\\.test\\s+(\\S+)");
    private static final Pattern MANAGER = Pattern.compile("manager@demo\\.test\\s+(\\S+)");

    private final Closing closing = new Closing();
    private final Demo demo;
    private final String printed;

    private BigServer(Path path) {
        StringWriter out = new StringWriter();
        demo = Demo.start(
                closing.add(DataFolder.open(path)),
                ConfigReader.read(
                        Map.of(
                                "VITARAVOX_PORT", "0",
                                "VITARAVOX_WEBHOOK_SECRET", "f3c1d9a07be25846ac90de17b34f8825",
                                "VITARAVOX_JWT_SECRET", "9c41f7be20d58a63e7f01b94c82d6a35",
                                "VITARAVOX_ENCRYPTION_KEYS", "k1:Ww/SqG4xx5Tyih134JNMuGoV4v0MSbeDPpLBpvRdCBs="),
                        Optional.empty()),
                closing,
                InstantSource.system(),
                new PrintWriter(out));
        demo.printAddresses(Optional.empty());
        printed = out.toString();
    }

    static BigServer start(Path path) {
        return new BigServer(path);
    }

    URI address() {
        return demo.address();
    }

    String adminPassword() {
        return password(ADMIN);
    }

    String managerPassword() {
        return password(MANAGER);
    }

    private String password(Pattern of) {
        Matcher found = of.matcher(printed);
        if (!found.find()) {
            throw new IllegalStateException("the demo printed no password");
        }
        return found.group(1);
    }

    @Override
    public void close() {
        closing.close();
    }
}
