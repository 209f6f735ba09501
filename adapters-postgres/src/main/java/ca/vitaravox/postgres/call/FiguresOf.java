package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.Durations;
import ca.vitaravox.ports.call.Figures;
import ca.vitaravox.ports.call.Figures.Emr;
import ca.vitaravox.ports.call.Figures.Tool;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Figures made of counts, added one by one. For one thread. */
final class FiguresOf {
    private final Map<LocalDate, Integer> days = new HashMap<>();
    private final Integer[] hours = new Integer[Figures.HOURS];
    private final Map<Intent, Integer> intents = new EnumMap<>(Intent.class);
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Map<Integer, Integer>> tools = new HashMap<>();
    private final Map<String, Map<String, Integer>> refused = new HashMap<>();
    private final Map<Integer, Integer> answered = new HashMap<>();
    private final Map<Integer, Integer> failed = new HashMap<>();
    private int trials;

    FiguresOf() {
        Arrays.fill(hours, 0);
    }

    void add(Counted counted, int many) {
        String which = counted.which();
        int blank = which.indexOf(' ');
        switch (counted.measure()) {
            case HOUR -> {
                days.merge(counted.day(), many, Integer::sum);
                hours[Integer.parseInt(which)] += many;
            }
            case INTENT -> intents.merge(Columns.constant(Intent.class, which), many, Integer::sum);
            case OUTCOME -> outcomes.merge(Columns.constant(Outcome.class, which), many, Integer::sum);
            case TOOL ->
                tools.computeIfAbsent(which.substring(0, blank), tool -> new HashMap<>())
                        .merge(Integer.valueOf(which.substring(blank + 1)), many, Integer::sum);
            case TRIAL -> trials += many;
            case REFUSAL ->
                refused.computeIfAbsent(which.substring(0, blank), tool -> new HashMap<>())
                        .merge(which.substring(blank + 1), many, Integer::sum);
            case EMR -> answered.merge(Integer.valueOf(which), many, Integer::sum);
            case EMR_FAILURE -> failed.merge(Integer.valueOf(which), many, Integer::sum);
            default -> throw new IllegalStateException("nobody reads " + counted.measure());
        }
    }

    Figures figures() {
        Map<String, Tool> done = new HashMap<>();
        tools.forEach((tool, took) ->
                done.put(tool, new Tool(refused.getOrDefault(tool, Map.of()), new Durations(took))));
        return new Figures(
                days,
                Arrays.asList(hours),
                intents,
                outcomes,
                done,
                new Emr(new Durations(answered), new Durations(failed)),
                trials);
    }
}
