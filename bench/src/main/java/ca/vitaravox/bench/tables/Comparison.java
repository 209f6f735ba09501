package ca.vitaravox.bench.tables;

import ca.vitaravox.bench.contender.Contender;
import ca.vitaravox.bench.contender.Contenders;
import ca.vitaravox.bench.contender.Cost;
import ca.vitaravox.bench.load.Callers;
import ca.vitaravox.bench.load.Question;
import ca.vitaravox.bench.world.BenchServer;
import ca.vitaravox.bench.world.Sent;
import ca.vitaravox.bench.world.Town;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ours beside a bare Jetty and Express, in turns on one database: the processors' time each server's process takes for a
 * request. The pairs of one round are what is compared, so that whatever else the machine does meets both.
 */
final class Comparison {
    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);
    private static final int ROUNDS = 6;
    private static final int CALLERS = 8;
    private static final int WARM = 40_000;
    private static final Duration MOST_WARM_UP = Duration.ofSeconds(60);
    private static final int CLINICS = 20;
    private static final int PATIENTS = 500;

    private final Function<Town, Question> question;
    private final double mostOfJetty;
    private final double mostOfExpress;
    private final Duration turn;

    private Comparison(Function<Town, Question> question, double mostOfJetty, double mostOfExpress, Duration turn) {
        this.question = question;
        this.mostOfJetty = mostOfJetty;
        this.mostOfExpress = mostOfExpress;
        this.turn = turn;
    }

    /** A tool that reads nothing: what the way to a tool costs. */
    static Comparison ofBareTool(Duration turn) {
        return new Comparison(Question::clinicInfo, 1.25, 0.35, turn);
    }

    /** Who calls: looked up, counted, and in the trail. */
    static Comparison ofLookup(Duration turn) {
        return new Comparison(Question::lookup, 1.5, 0.6, turn);
    }

    void run() throws Exception {
        try (BenchServer server = new BenchServer(2)) {
            Question asked = question.apply(Town.build(server, CLINICS, PATIENTS));
            Sent sent = new Sent(server);
            Contenders start = new Contenders(server, Bench.root());
            try (Contender ours = start.ours(Map.of());
                    Contender jetty = start.jetty();
                    Contender express = start.express()) {
                List<Contender> all = List.of(ours, jetty, express);
                for (Contender each : all) {
                    each.warm(Callers.eager(CALLERS), asked, WARM, MOST_WARM_UP);
                }
                List<Turns> turns = all.stream().map(Turns::new).toList();
                for (int round = 0; round < ROUNDS; round++) {
                    for (Turns each : turns) {
                        each.take(asked, sent, server);
                    }
                }
                report(turns);
            }
        }
    }

    private void report(List<Turns> turns) {
        Table table = new Table(
                "", "processors' µs a request", "PostgreSQL's µs", "statements", "KiB allocated", "p50 ms", "p99 ms");
        turns.forEach(each -> each.report(table));
        Runs ofJetty = Runs.ratios(turns.get(0).micros(), turns.get(1).micros());
        Runs ofExpress = Runs.ratios(turns.get(0).micros(), turns.get(2).micros());
        LOG.info("of bare Jetty's: {}, target {}", ofJetty, mostOfJetty);
        LOG.info("of Express's: {}, target {}", ofExpress, mostOfExpress);
    }

    /** The turns of one contender. */
    private final class Turns {
        private final Contender contender;
        private final List<Cost> costs = new ArrayList<>();
        private final List<Double> statements = new ArrayList<>();
        private final List<Double> database = new ArrayList<>();

        private Turns(Contender contender) {
            this.contender = contender;
        }

        private void take(Question asked, Sent sent, BenchServer server) throws Exception {
            sent.forget();
            Duration before = server.cpu();
            Cost cost = contender.measure(Callers.eager(CALLERS), asked, turn);
            double requests = cost.timed().requests();
            database.add(server.cpu().minus(before).toNanos() / 1e3 / requests);
            statements.add(sent.statements() / requests);
            costs.add(cost);
            LOG.info(
                    "{}: {} µs each of {} requests, {} failures",
                    contender.name(),
                    Table.number(cost.micros()),
                    cost.timed().requests(),
                    cost.timed().failures());
        }

        private double[] micros() {
            return costs.stream().mapToDouble(Cost::micros).toArray();
        }

        private void report(Table table) {
            table.row(
                    contender.name(),
                    new Runs(costs.stream().mapToDouble(Cost::micros)),
                    new Runs(database.stream().mapToDouble(each -> each)).median(),
                    new Runs(statements.stream().mapToDouble(each -> each)).median(),
                    new Runs(costs.stream().mapToDouble(Cost::kib)).median(),
                    percentile(50),
                    percentile(99));
        }

        private double percentile(int percent) {
            return new Runs(costs.stream()
                            .mapToDouble(each -> each.timed().all().getValueAtPercentile(percent) / 1e3))
                    .median();
        }
    }
}
