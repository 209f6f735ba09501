package ca.vitaravox.bench.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws what runs have left in {@code bench/results}: a plot for each table that is there. */
final class Plots {
    private static final List<Plotted> ALL = List.of(
            new Plotted("bare", "processors' µs a request", "A tool that reads nothing: µs of the processors"),
            new Plotted("lookup", "processors' µs a request", "Who calls, with its trail: µs of the processors"),
            new Plotted("calls", "p99 ms", "Fifty calls at once, no EMR: p99, ms"),
            new Plotted("emr", "p95 ms", "Fifty calls at once, OSCARs that answer after 200 ms: p95, ms"),
            new Plotted("start", "ms until it listens", "From the launcher's start until it listens, ms"),
            new Plotted("memory", "MiB resident", "Fifty calls at once: MiB resident"),
            new Plotted("growth", "p95 ms", "The same calls, on a new database and one of years: p95, ms"));

    private Plots() {}

    /** The first table of a run that has this column. */
    private record Plotted(String run, String column, String title) {
        private void draw(List<String> lines) throws IOException {
            Map<String, Double> bars = new LinkedHashMap<>();
            int place = -1;
            for (String line : lines) {
                List<String> cells = cells(line);
                if (place < 0) {
                    place = cells.indexOf(column);
                } else if (cells.isEmpty()) {
                    break;
                } else if (!cells.get(place).startsWith("---")) {
                    bars.put(cells.get(0), number(cells.get(place)));
                }
            }
            if (!bars.isEmpty()) {
                Plot.draw(run, title, bars);
            }
        }
    }

    static void draw() throws IOException {
        for (Plotted each : ALL) {
            Path results = Bench.root().resolve("bench/results").resolve(each.run() + ".md");
            if (Files.exists(results)) {
                each.draw(Files.readAllLines(results));
            }
        }
    }

    private static List<String> cells(String line) {
        return line.startsWith("|")
                ? Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList()
                : List.of();
    }

    /** The first number of a cell: the median, where it has others after it. */
    private static double number(String cell) {
        return Double.parseDouble(cell.split(" ")[0].replace(",", ""));
    }
}
