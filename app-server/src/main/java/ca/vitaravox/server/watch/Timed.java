package ca.vitaravox.server.watch;

import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What is timed. Each is a histogram in seconds, whose count is the rate. */
public enum Timed {
    /** A tool call, from its arrival to its answer. */
    TOOL("vitaravox.tool", "Tool calls, from arrival to answer", List.of("tool", "code"), Bounds.OF_ANSWERS),
    /** An HTTP request. */
    HTTP("vitaravox.http", "HTTP requests", List.of("method", "route", "status"), Bounds.OF_ANSWERS),
    /** A question or an order to a clinic's EMR. */
    EMR("vitaravox.emr", "Questions and orders to clinics' EMRs", List.of("operation", "outcome"), Bounds.OF_ANSWERS),
    /** A change of holds. */
    HOLDS("vitaravox.holds", "What is done with holds", List.of("operation", "outcome"), Bounds.OF_STATEMENTS),
    /** A step of a booking's journal. */
    BOOKINGS("vitaravox.bookings", "Steps of bookings", List.of("operation", "outcome"), Bounds.OF_STATEMENTS),
    /** A change of offers. */
    OFFERS("vitaravox.offers", "What is done with offers", List.of("operation", "outcome"), Bounds.OF_STATEMENTS),
    /** A task for staff. */
    TASKS("vitaravox.tasks", "Tasks for staff", List.of("operation", "outcome"), Bounds.OF_STATEMENTS),
    /** An entry of a trail. */
    AUDIT("vitaravox.audit", "Entries of clinics' trails", List.of("operation", "outcome"), Bounds.OF_STATEMENTS),
    /** A round of housekeeping. */
    ROUNDS("vitaravox.rounds", "Rounds of housekeeping", List.of("round", "outcome"), Bounds.OF_ANSWERS);

    private final String meter;
    private final String help;
    private final List<String> labels;
    private final Duration[] bounds;

    Timed(String meter, String help, List<String> labels, int... bounds) {
        this.meter = meter;
        this.help = help;
        this.labels = labels;
        this.bounds = Arrays.stream(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    /** Upper ends of a histogram's buckets, in milliseconds; 3,800 is the usual deadline. */
    private static final class Bounds {
        private static final int[] OF_ANSWERS = {50, 100, 250, 500, 1_000, 2_000, 3_000, 3_800, 5_000, 10_000};
        private static final int[] OF_STATEMENTS = {5, 25, 100, 500, 2_000};
    }

    /** The name it has in Prometheus, before {@code _count}, {@code _sum}, {@code _bucket} and {@code _max}. */
    public String published() {
        return meter.replace('.', '_') + "_seconds";
    }

    String meter() {
        return meter;
    }

    String help() {
        return help;
    }

    Duration[] bounds() {
        return bounds;
    }

    List<Tag> labels(String... values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException(meter + " has the labels " + labels);
        }
        return IntStream.range(0, values.length)
                .mapToObj(n -> Tag.of(labels.get(n), values[n]))
                .toList();
    }
}
