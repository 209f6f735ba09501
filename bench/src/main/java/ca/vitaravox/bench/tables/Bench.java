package ca.vitaravox.bench.tables;

import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures one table: {@code Bench NAME [seconds a turn] [more, as the table says]}. */
public final class Bench {
    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private Bench() {}

    /** Measures the table of that name, and says what came of it. */
    public static void main(String[] arguments) throws Exception {
        Duration turn = Duration.ofSeconds(number(arguments, 1, 6));
        LOG.info(
                "{}: Java {}, {} processors",
                arguments[0],
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        switch (arguments[0]) {
            case "bare" -> Comparison.ofBareTool(turn).run();
            case "start" -> StartUp.run();
            case "calls" -> Calls.run(turn);
            case "emr" -> SlowEmr.run(turn);
            case "memory" -> Memory.run(turn);
            case "costs" -> Costs.run();
            case "profile" -> Profile.run(arguments[2], turn);
            case "growth" -> Growth.run(turn, number(arguments, 2, 10_000), number(arguments, 3, 10_000_000));
            case "plots" -> Plots.draw();
            case "lookup" -> Comparison.ofLookup(turn).run();
            default -> throw new IllegalArgumentException("no table " + arguments[0]);
        }
    }

    private static int number(String[] arguments, int place, int usual) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
    }

    /** The repository. */
    static Path root() {
        return Path.of("").toAbsolutePath();
    }
}
