package ca.vitaravox.bench.tables;

import ca.vitaravox.bench.contender.Contender;
import ca.vitaravox.bench.contender.Contenders;
import ca.vitaravox.bench.contender.Cost;
import ca.vitaravox.bench.load.Callers;
import ca.vitaravox.bench.load.Question;
import ca.vitaravox.bench.world.BenchServer;
import ca.vitaravox.bench.world.Sent;
import ca.vitaravox.bench.world.SlowOscars;
import ca.vitaravox.bench.world.Town;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each kind of call costs our server, PostgreSQL and the EMR, at clinics with an OSCAR that answers at once. */
final class Costs {
    private static final int CLINICS = 5;
    private static final int PATIENTS = 1_000;
    private static final int WARM = 4_000;
    private static final Duration MOST_WARM_UP = Duration.ofSeconds(45);
    private static final Duration TURN = Duration.ofSeconds(10);

    private Costs() {}

    static void run() throws Exception {
        try (BenchServer server = new BenchServer(2)) {
            Town town = Town.build(server, CLINICS, PATIENTS);
            Sent sent = new Sent(server);
            try (SlowOscars oscars = new SlowOscars(server, town);
                    Contender ours = new Contenders(server, Bench.root())
                            .ours(Map.of("VITARAVOX_EMR_ALLOWED_HOSTS", oscars.hosts()))) {
                ours.warm(Callers.eager(8), Question.booking(town), WARM, MOST_WARM_UP);
                Map<String, Question> questions = new LinkedHashMap<>();
                questions.put("get_clinic_info", Question.clinicInfo(town));
                questions.put("search_patient_by_phone", Question.lookup(town));
                questions.put("identify, search, book, end", Question.booking(town));
                Table table = new Table(
                        "calls that",
                        "requests",
                        "µs",
                        "KiB",
                        "PostgreSQL's µs",
                        "statements",
                        "EMR requests",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms");
                for (Map.Entry<String, Question> each : questions.entrySet()) {
                    sent.forget();
                    oscars.forget();
                    Duration before = server.cpu();
                    Cost cost = ours.measure(Callers.eager(4), each.getValue(), TURN);
                    double requests = cost.timed().requests();
                    table.row(
                            each.getKey(),
                            cost.timed().requests(),
                            cost.micros(),
                            cost.kib(),
                            server.cpu().minus(before).toNanos() / 1e3 / requests,
                            sent.statements() / requests,
                            oscars.requests() / requests,
                            percentile(cost, 50),
                            percentile(cost, 95),
                            percentile(cost, 99));
                }
            }
        }
    }

    private static String percentile(Cost cost, int percent) {
        return Table.ms(cost.timed().all().getValueAtPercentile(percent));
    }
}
