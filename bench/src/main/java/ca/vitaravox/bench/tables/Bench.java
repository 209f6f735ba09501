package ca.vitaravox.bench.tables;

import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures one table: {@code Bench NAME [seconds a turn]}. */
public final class Bench {
    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private Bench() {}

    /** Measures the table of that name, and says what came of it. */
    public static void main(String[] arguments) throws Exception {
        Duration turn = Duration.ofSeconds(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6);
        LOG.info(
                "{}: Java {}, {} processors",
                arguments[0],
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        switch (arguments[0]) {
            case "bare" -> Comparison.ofBareTool(turn).run();
            case "lookup" -> Comparison.ofLookup(turn).run();
            default -> throw new IllegalArgumentException("no table " + arguments[0]);
        }
    }

    /** The repository. */
    static Path root() {
        return Path.of("").toAbsolutePath();
    }
}
