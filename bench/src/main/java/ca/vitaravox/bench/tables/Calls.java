package ca.vitaravox.bench.tables;

import ca.vitaravox.bench.contender.Contender;
import ca.vitaravox.bench.contender.Contenders;
import ca.vitaravox.bench.contender.Cost;
import ca.vitaravox.bench.load.Callers;
import ca.vitaravox.bench.load.Question;
import ca.vitaravox.bench.load.Timed;
import ca.vitaravox.bench.world.BenchServer;
import ca.vitaravox.bench.world.Sent;
import ca.vitaravox.bench.world.Town;
import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fifty calls at once, each a tool every four seconds: identify, search, book. */
final class Calls {
    /** How many at once. */
    static final Callers FIFTY = new Callers(50, Duration.ofSeconds(4));

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final int CLINICS = 20;
    private static final int PATIENTS = 500;
    private static final int WARM = 6_000;
    private static final Duration MOST_WARM_UP = Duration.ofSeconds(60);
    private static final int TURNS_LONG = 10;

    private Calls() {}

    /** With demo data, so without an EMR to wait for. */
    static void run(Duration turn) throws Exception {
        try (BenchServer server = new BenchServer(2)) {
            Question booking = Question.booking(Town.build(server, CLINICS, PATIENTS));
            Sent sent = new Sent(server);
            try (Contender ours = new Contenders(server, Bench.root()).ours(Map.of())) {
                ours.warm(Callers.eager(8), booking, WARM, MOST_WARM_UP);
                sent.forget();
                Cost cost = ours.measure(FIFTY, booking, turn.multipliedBy(TURNS_LONG));
                report(cost.timed());
                LOG.info(
                        "{} requests, {} failures; {} µs of the processors, {} KiB and {} statements each; {} MiB resident",
                        cost.timed().requests(),
                        cost.timed().failures(),
                        Table.number(cost.micros()),
                        Table.number(cost.kib()),
                        Table.number(sent.statements() / (double) cost.timed().requests()),
                        ours.residentMiB());
            }
        }
    }

    /** A row for each kind of request, and one for all. */
    static void report(Timed timed) {
        Table table = new Table("request", "times", "p50 ms", "p95 ms", "p99 ms", "slowest ms");
        timed.took().forEach((kind, took) -> row(table, kind, took));
        row(table, "all", timed.all());
    }

    private static void row(Table table, String kind, Histogram took) {
        table.row(
                kind,
                took.getTotalCount(),
                Table.ms(took.getValueAtPercentile(50)),
                Table.ms(took.getValueAtPercentile(95)),
                Table.ms(took.getValueAtPercentile(99)),
                Table.ms(took.getMaxValue()));
    }
}
