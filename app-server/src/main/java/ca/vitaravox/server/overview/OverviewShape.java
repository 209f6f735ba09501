package ca.vitaravox.server.overview;

import ca.vitaravox.ports.call.Durations;
import ca.vitaravox.ports.call.Figures;
import ca.vitaravox.ports.call.Figures.Tool;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.server.access.Words;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Figures as JSON. */
final class OverviewShape {
    /** With these a booking ends for which there was no hold any more. */
    private static final Set<String> LOST = Set.of("SLOT_TAKEN", "SLOT_EXPIRED");

    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.95;
    private static final double NEARLY_ALL = 0.99;

    private OverviewShape() {}

    static ObjectNode of(Period period, Figures figures) {
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("first", period.first().toString())
                .put("last", period.last().toString())
                .put("calls", figures.calls())
                .put("trials", figures.trials());
        ObjectNode byDay = shape.putObject("callsByDay");
        new TreeMap<>(figures.days()).forEach((day, calls) -> byDay.put(day.toString(), calls));
        var byHour = shape.putArray("callsByHour");
        figures.hours().forEach(byHour::add);
        put(shape.putObject("intents"), figures.intents());
        put(shape.putObject("outcomes"), figures.outcomes());
        shape.put("bookings", figures.outcomes().getOrDefault(Outcome.BOOKED, 0));
        var tools = shape.putArray("tools");
        new TreeMap<>(figures.tools()).forEach((name, tool) -> tools.add(of(name, tool)));
        shape.put(
                "holdsLost",
                figures.tools().values().stream().mapToInt(OverviewShape::lost).sum());
        shape.set("emr", of(figures.emr()));
        return shape;
    }

    private static <E extends Enum<E>> void put(ObjectNode shape, Map<E, Integer> counts) {
        new TreeMap<>(counts).forEach((constant, count) -> shape.put(Words.word(constant), count));
    }

    private static ObjectNode of(String name, Tool tool) {
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("tool", name)
                .put("calls", tool.took().count())
                .put("medianMillis", millis(tool.took(), MEDIAN))
                .put("p95Millis", millis(tool.took(), MOST))
                .put("p99Millis", millis(tool.took(), NEARLY_ALL));
        ObjectNode refused = shape.putObject("refused");
        new TreeMap<>(tool.refused()).forEach(refused::put);
        return shape;
    }

    private static ObjectNode of(Figures.Emr emr) {
        Durations all = emr.took().plus(emr.failed());
        return JsonNodeFactory.instance
                .objectNode()
                .put("requests", all.count())
                .put("failed", emr.failed().count())
                .put("medianMillis", millis(all, MEDIAN))
                .put("p95Millis", millis(all, MOST));
    }

    private static long millis(Durations took, double share) {
        return took.within(share).toMillis();
    }

    private static int lost(Tool tool) {
        return tool.refused().entrySet().stream()
                .filter(each -> LOST.contains(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
