package ca.vitaravox.bench.tables;

import ca.vitaravox.bench.contender.Contender;
import ca.vitaravox.bench.contender.Contenders;
import ca.vitaravox.bench.contender.Cost;
import ca.vitaravox.bench.load.Callers;
import ca.vitaravox.bench.load.Question;
import ca.vitaravox.bench.world.BenchServer;
import ca.vitaravox.bench.world.Town;
import ca.vitaravox.bench.world.Years;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The same calls on a new database and on one that has been in use for years, in turns. */
final class Growth {
    private static final Logger LOG = LoggerFactory.getLogger(Growth.class);
    private static final Callers TEN = new Callers(10, Duration.ofMillis(400));
    private static final int CLINICS = 20;
    private static final int PATIENTS = 500;
    private static final int WARM = 4_000;
    private static final Duration MOST_WARM_UP = Duration.ofSeconds(40);
    private static final int ROUNDS = 5;

    private Growth() {}

    static void run(Duration turn, int clinics, int calls) throws Exception {
        try (BenchServer small = new BenchServer(2);
                BenchServer large = new BenchServer(2)) {
            Question atSmall = Question.booking(Town.build(small, CLINICS, PATIENTS));
            Question atLarge = Question.booking(Town.build(large, CLINICS, PATIENTS));
            long begun = System.nanoTime();
            Years.pass(large, clinics, calls);
            LOG.info(
                    "{} clinics and {} calls more in {} s",
                    clinics,
                    calls,
                    (System.nanoTime() - begun) / 1_000_000_000);
            try (Contender fresh = new Contenders(small, Bench.root()).ours(Map.of());
                    Contender used = new Contenders(large, Bench.root()).ours(Map.of())) {
                fresh.warm(Callers.eager(8), atSmall, WARM, MOST_WARM_UP);
                used.warm(Callers.eager(8), atLarge, WARM, MOST_WARM_UP);
                List<Cost> before = new ArrayList<>();
                List<Cost> after = new ArrayList<>();
                for (int i = 0; i < ROUNDS; i++) {
                    before.add(fresh.measure(TEN, atSmall, turn));
                    after.add(used.measure(TEN, atLarge, turn));
                }
                Table table = new Table("database", "p50 ms", "p95 ms", "p99 ms", "µs a request");
                row(table, "new", before);
                row(table, "grown", after);
                LOG.info("p95, grown by new: {}", Runs.ratios(percentiles(after, 95), percentiles(before, 95)));
                LOG.info("p50, grown by new: {}", Runs.ratios(percentiles(after, 50), percentiles(before, 50)));
            }
        }
    }

    private static double[] percentiles(List<Cost> costs, int percent) {
        return costs.stream()
                .mapToDouble(each -> each.timed().all().getValueAtPercentile(percent) / 1e3)
                .toArray();
    }

    private static void row(Table table, String name, List<Cost> costs) {
        table.row(
                name,
                new Runs(Arrays.stream(percentiles(costs, 50))),
                new Runs(Arrays.stream(percentiles(costs, 95))),
                new Runs(Arrays.stream(percentiles(costs, 99))),
                new Runs(costs.stream().mapToDouble(Cost::micros)));
    }
}
