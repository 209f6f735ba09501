package ca.vitaravox.bench.tables;

import ca.vitaravox.bench.contender.Contender;
import ca.vitaravox.bench.contender.Contenders;
import ca.vitaravox.bench.contender.Recording;
import ca.vitaravox.bench.load.Callers;
import ca.vitaravox.bench.load.Question;
import ca.vitaravox.bench.world.BenchServer;
import ca.vitaravox.bench.world.Town;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;

/** What stands at the top of the way of a tool call, once it is warm: of the processors' time, and of what is allocated. */
final class Profile {
    private static final int CALLERS = 8;
    private static final int WARM = 40_000;
    private static final Duration MOST_WARM_UP = Duration.ofSeconds(60);
    private static final int CLINICS = 20;
    private static final int PATIENTS = 500;
    private static final int ROWS = 70;

    private Profile() {}

    static void run(String path, Duration length) throws Exception {
        try (BenchServer server = new BenchServer(2)) {
            Town town = Town.build(server, CLINICS, PATIENTS);
            Question asked = switch (path) {
                case "bare" -> Question.clinicInfo(town);
                case "lookup" -> Question.lookup(town);
                case "booking" -> Question.booking(town);
                default -> throw new IllegalArgumentException("no path " + path);
            };
            try (Contender ours = new Contenders(server, Bench.root()).ours(Map.of())) {
                ours.warm(Callers.eager(CALLERS), asked, WARM, MOST_WARM_UP);
                Recording recording = Recording.start(ours.pid());
                ours.measure(Callers.eager(CALLERS), asked, length);
                report(recording);
            }
        }
    }

    private static void report(Recording recording) throws IOException, InterruptedException {
        Recording.Tops tops = recording.stop();
        rows("of the processors' time, by library", tops.timeByLibrary());
        rows("of the processors' time, by method", tops.timeByMethod());
        within("of the processors' time, within", tops);
        rows("of what is allocated, by library", tops.bytesByLibrary());
        rows("of what is allocated, by method", tops.bytesByMethod());
    }

    private static void within(String what, Recording.Tops tops) {
        rows(what, tops.timeWithin(), all(tops.timeByLibrary()));
    }

    private static double all(Map<String, Long> weights) {
        return weights.values().stream().mapToLong(each -> each).sum();
    }

    private static void rows(String what, Map<String, Long> weights) {
        rows(what, weights, all(weights));
    }

    private static void rows(String what, Map<String, Long> weights, double all) {
        Table table = new Table(what, "%");
        weights.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(ROWS)
                .forEach(each -> table.row(each.getKey(), 100 * each.getValue() / all));
    }
}
