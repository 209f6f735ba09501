package ca.vitaravox.ports.call;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What came of the calls of some days, in figures; nobody can be told from them.
 *
 * @param days how many calls began on each day, by the clock of the clinic that was called; days without are missing
 * @param hours how many began in each of the 24 hours of the day, by the same clock
 * @param intents how many callers wanted what; what is not known yet is missing
 * @param outcomes what came of how many calls, likewise
 * @param tools how each tool that was called did, by name
 * @param emr how the EMR did
 * @param trials how many calls users of the administration tried out, which are in none of the others
 */
public record Figures(
        Map<LocalDate, Integer> days,
        List<Integer> hours,
        Map<Intent, Integer> intents,
        Map<Outcome, Integer> outcomes,
        Map<String, Tool> tools,
        Emr emr,
        int trials) {
    /** How many hours a day has. */
    public static final int HOURS = 24;

    /** Copies what it is given. */
    public Figures {
        if (hours.size() != HOURS) {
            throw new IllegalArgumentException("a day has 24 hours");
        }
        days = Map.copyOf(days);
        hours = List.copyOf(hours);
        intents = Map.copyOf(intents);
        outcomes = Map.copyOf(outcomes);
        tools = Map.copyOf(tools);
    }

    /** How many calls there were. */
    public int calls() {
        return hours.stream().mapToInt(Integer::intValue).sum();
    }

    /** Both together. */
    public Figures plus(Figures others) {
        List<Integer> bothHours = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            bothHours.add(hours.get(hour) + others.hours.get(hour));
        }
        return new Figures(
                merged(days, others.days, Integer::sum),
                bothHours,
                merged(intents, others.intents, Integer::sum),
                merged(outcomes, others.outcomes, Integer::sum),
                merged(tools, others.tools, Tool::plus),
                emr.plus(others.emr),
                trials + others.trials);
    }

    private static <K, V> Map<K, V> merged(Map<K, V> some, Map<K, V> others, BinaryOperator<V> sum) {
        Map<K, V> both = new TreeMap<>(some);
        others.forEach((key, value) -> both.merge(key, value, sum));
        return both;
    }

    /**
     * How a tool did.
     *
     * @param refused how often it was refused, by code
     * @param took how long it took to answer
     */
    public record Tool(Map<String, Integer> refused, Durations took) {
        /** Copies what it is given. */
        public Tool {
            refused = Map.copyOf(refused);
        }

        private Tool plus(Tool other) {
            return new Tool(merged(refused, other.refused, Integer::sum), took.plus(other.took));
        }
    }

    /**
     * How EMRs did for tool calls.
     *
     * @param took how long requests took that were answered
     * @param failed how long those took that were not, or by a fault of the EMR (a status of 500 or more)
     */
    public record Emr(Durations took, Durations failed) {
        private Emr plus(Emr other) {
            return new Emr(took.plus(other.took), failed.plus(other.failed));
        }
    }
}
