package ca.vitaravox.bench.load;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * How long the requests of one turn took.
 *
 * @param took by kind, in microseconds
 * @param failures how many questions were not answered as they should be
 * @param seconds how long the turn was
 */
public record Timed(Map<String, Histogram> took, long failures, double seconds) {
    static Timed of(Collection<Stopwatch> watches, double seconds) {
        Map<String, Histogram> all = new TreeMap<>();
        watches.forEach(watch -> watch.took()
                .forEach((kind, each) -> all.computeIfAbsent(kind, first -> Stopwatch.histogram())
                        .add(each)));
        return new Timed(all, watches.stream().mapToLong(Stopwatch::failures).sum(), seconds);
    }

    /** How many requests were answered. */
    public long requests() {
        return took.values().stream().mapToLong(Histogram::getTotalCount).sum();
    }

    /** All kinds together. */
    public Histogram all() {
        Histogram all = Stopwatch.histogram();
        took.values().forEach(all::add);
        return all;
    }
}
