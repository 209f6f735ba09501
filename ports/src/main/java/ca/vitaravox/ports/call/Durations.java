package ca.vitaravox.ports.call;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often something took how long, in classes each an eighth of a doubling wide: what is told of one is within 5 in a
 * hundred, and sums lose nothing.
 *
 * @param classes how often, by class
 */
public record Durations(Map<Integer, Integer> classes) {
    /** Nothing took any time. */
    public static final Durations NONE = new Durations(Map.of());

    private static final int CLASSES_A_DOUBLING = 8;
    private static final double LN_2 = Math.log(2);

    /** Copies it. */
    public Durations {
        classes = Map.copyOf(classes);
    }

    /** The class of a duration: the logarithm of its microseconds, to the base 2, times 8, rounded down. */
    public static int classOf(Duration took) {
        long micros = Math.max(1, took.toNanos() / 1000);
        return (int) Math.floor(Math.log(micros) / LN_2 * CLASSES_A_DOUBLING);
    }

    /** How many there are. */
    public int count() {
        return classes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Both. */
    public Durations plus(Durations others) {
        Map<Integer, Integer> sum = new TreeMap<>(classes);
        others.classes.forEach((each, count) -> sum.merge(each, count, Integer::sum));
        return new Durations(sum);
    }

    /**
     * Within which so many of them are; nothing if there are none.
     *
     * @param share of all, above 0 and at most 1: 0.5 is the median
     */
    public Duration within(double share) {
        int wanted = (int) Math.ceil(share * count());
        int seen = 0;
        for (Map.Entry<Integer, Integer> each : new TreeMap<>(classes).entrySet()) {
            seen += each.getValue();
            if (seen >= wanted) {
                return middle(each.getKey());
            }
        }
        return Duration.ZERO;
    }

    private static Duration middle(int of) {
        return Duration.ofNanos(Math.round(Math.pow(2, (of + 0.5) / CLASSES_A_DOUBLING) * 1000));
    }
}
