package ca.vitaravox.bench.tables;

import ca.vitaravox.bench.contender.Contender;
import ca.vitaravox.bench.contender.Contenders;
import ca.vitaravox.bench.world.BenchServer;
import ca.vitaravox.bench.world.Town;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;

/** How long the launcher takes to a server that listens, on a database that is there, with and without its memory. */
final class StartUp {
    private static final int STARTS = 5;
    private static final Map<String, String> FORGETFUL = Map.of("VITARAVOX_LEARN", "never");

    private StartUp() {}

    static void run() throws Exception {
        try (BenchServer server = new BenchServer(2)) {
            Town.build(server, 20, 10);
            Contenders start = new Contenders(server, Bench.root());
            start.ours(Map.of()).close();
            double[] remembering = new double[STARTS];
            double[] forgetful = new double[STARTS];
            double[] cpu = new double[STARTS];
            for (int i = 0; i < STARTS; i++) {
                try (Contender ours = start.ours(Map.of())) {
                    remembering[i] = ours.start().toMillis();
                    cpu[i] = ours.cpu().toMillis();
                }
                try (Contender ours = start.ours(FORGETFUL)) {
                    forgetful[i] = ours.start().toMillis();
                }
            }
            Table table = new Table("start", "ms until it listens");
            table.row("with what the launcher keeps", new Runs(Arrays.stream(remembering)));
            table.row("of that on the processors", new Runs(DoubleStream.of(cpu)));
            table.row("without", new Runs(Arrays.stream(forgetful)));
        }
    }
}
