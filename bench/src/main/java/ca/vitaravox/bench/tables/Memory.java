package ca.vitaravox.bench.tables;

import ca.vitaravox.bench.contender.Contender;
import ca.vitaravox.bench.contender.Contenders;
import ca.vitaravox.bench.contender.Cost;
import ca.vitaravox.bench.load.Callers;
import ca.vitaravox.bench.load.Question;
import ca.vitaravox.bench.world.BenchServer;
import ca.vitaravox.bench.world.Town;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What fifty calls at once need of memory, and how long they wait for it, by garbage collector and heap. */
final class Memory {
    private static final Callers FIFTY = new Callers(50, Duration.ofSeconds(1));
    private static final int CLINICS = 20;
    private static final int PATIENTS = 500;
    private static final int WARM = 8_000;
    private static final Duration MOST_WARM_UP = Duration.ofSeconds(30);
    private static final int TURNS_LONG = 3;

    private Memory() {}

    /** What is tried instead of what the launcher says. */
    private static Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("G1, as Java has it by itself", "-XX:+UseG1GC");
        all.put("G1, from 64 MiB", "-XX:+UseG1GC -Xms64m");
        all.put("serial, from 64 MiB", "-XX:+UseSerialGC -Xms64m");
        all.put("serial, 64 MiB at most", "-XX:+UseSerialGC -Xmx64m");
        return all;
    }

    static void run(Duration turn) throws Exception {
        try (BenchServer server = new BenchServer(2)) {
            Question booking = Question.booking(Town.build(server, CLINICS, PATIENTS));
            Contenders start = new Contenders(server, Bench.root());
            Table table =
                    new Table("heap", "MiB resident", "requests", "µs a request", "p50 ms", "p99 ms", "slowest ms");
            for (Map.Entry<String, String> each : settings().entrySet()) {
                try (Contender ours = start.ours(Map.of("VITARAVOX_TUNING", each.getValue()))) {
                    ours.warm(Callers.eager(8), booking, WARM, MOST_WARM_UP);
                    Cost cost = ours.measure(FIFTY, booking, turn.multipliedBy(TURNS_LONG));
                    table.row(
                            each.getKey(),
                            ours.residentMiB(),
                            cost.timed().requests(),
                            cost.micros(),
                            Table.ms(cost.timed().all().getValueAtPercentile(50)),
                            Table.ms(cost.timed().all().getValueAtPercentile(99)),
                            Table.ms(cost.timed().all().getMaxValue()));
                }
            }
        }
    }
}
