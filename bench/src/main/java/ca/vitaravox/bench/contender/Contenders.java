package ca.vitaravox.bench.contender;

import ca.vitaravox.bench.load.Platform;
import ca.vitaravox.bench.world.BenchServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts them, all on one database. */
public final class Contenders {
    /** What secrets are sealed under. */
    public static final String ENCRYPTION_KEYS = "k1:Ww/SqG4xx5Tyih134JNMuGoV4v0MSbeDPpLBpvRdCBs=";

    private final BenchServer server;
    private final Path root;
    private final Path java = Path.of(System.getProperty("java.home"));

    /** In the repository at {@code root}, over this database. */
    public Contenders(BenchServer server, Path root) {
        this.server = server;
        this.root = root;
    }

    /** Ours, by its launcher as anybody starts it, on the Java that runs this. */
    public Contender ours(Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("DATABASE_URL", server.url("bench_server"));
        environment.put("VITARAVOX_WEBHOOK_SECRET", Platform.SECRET);
        environment.put("VITARAVOX_WEBHOOK_AUTH", "hmac");
        environment.put("VITARAVOX_JWT_SECRET", "9c41f7be20d58a63e7f01b94c82d6a35");
        environment.put("VITARAVOX_ENCRYPTION_KEYS", ENCRYPTION_KEYS);
        environment.put("VITARAVOX_RATE_PER_NUMBER", "100000");
        environment.put("VITARAVOX_RATE_PER_CLINIC", "100000");
        environment.put("VITARAVOX_PORT", "0");
        environment.put("VITARAVOX_JAVA", java.toString());
        // not beside what is measured
        environment.put("VITARAVOX_LEARN", "first");
        environment.putAll(more);
        List<String> command = List.of(root.resolve("vitaravox").toString(), "serve");
        return new Contender("VitaraVox", Child.start(root, environment, command), true);
    }

    /** A bare Jetty that answers the same with the same statements over JDBC, on the same Java. */
    public Contender jetty() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                java.resolve("bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "ca.vitaravox.bench.rival.BareJetty"));
        return new Contender("bare Jetty", Child.start(root, rival("bench_server"), command), true);
    }

    /** Node with Express and pg, as such a middleware is usually written. */
    public Contender express() throws IOException {
        Path folder = root.resolve("bench/node");
        return new Contender("Express", Child.start(folder, rival("postgres"), List.of("node", "server.js")), false);
    }

    private Map<String, String> rival(String role) {
        return Map.of("DATABASE_URL", server.url(role), "WEBHOOK_SECRET", Platform.SECRET, "NODE_ENV", "production");
    }
}
