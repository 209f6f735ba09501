package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.web.page.Texts;
import ca.vitaravox.server.web.page.Told;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a clinic is set up, as it is shown.
 *
 * @param steps in the order in which they are best taken
 */
public record SetUpProgress(List<Step> steps) {
    /** Where each step is taken. */
    private static final Map<String, String> PARTS = Map.of(
            "profile", "profile",
            "number", "numbers",
            "hours", "hours",
            "providers", "providers",
            "schedules", "schedules",
            "visit_types", "visit-types",
            "emr", "emr",
            "assistant", "assistant");

    /** What else belongs to a step, though nothing of it is lacking. */
    private static final Map<String, List<String>> MORE = Map.of(
            "hours", List.of("holidays"),
            "emr", List.of("emr/import", "emr/schedule"),
            "assistant", List.of("transfers", "webhook"));

    /** Copies the list. */
    public SetUpProgress {
        steps = List.copyOf(steps);
    }

    /** As the interface tells it. */
    static SetUpProgress of(JsonNode setUp) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : setUp.path("steps")) {
            List<Lack> lacking = new ArrayList<>();
            step.path("lacking")
                    .forEach(lack -> lacking.add(new Lack(
                            lack.path("reason").asText(), lack.path("about").asText())));
            String name = step.path("step").asText();
            steps.add(new Step(name, PARTS.get(name), lacking));
        }
        return new SetUpProgress(steps);
    }

    /** How many are done. */
    public long done() {
        return steps.stream().filter(Step::done).count();
    }

    /** Whether all are. */
    public boolean complete() {
        return steps.stream().allMatch(Step::done);
    }

    /** The first that is not done. */
    public Optional<Step> next() {
        return steps.stream().filter(step -> !step.done()).findFirst();
    }

    /**
     * A step.
     *
     * @param name as the interface has it
     * @param part where it is taken: a part of the clinic's pages
     * @param lacking what it lacks
     */
    public record Step(String name, String part, List<Lack> lacking) {
        /** Whether it lacks nothing. */
        public boolean done() {
            return lacking.isEmpty();
        }

        /** Other parts of the clinic's pages that belong to it. */
        public List<String> more() {
            return MORE.getOrDefault(name, List.of());
        }
    }

    /**
     * Something a step lacks.
     *
     * @param reason as the interface has it
     * @param about of what
     */
    public record Lack(String reason, String about) {
        /** In a sentence that says what to do. */
        public String sentence(Texts texts) {
            return texts.text("setup.lack." + reason, Told.in(texts, about));
        }
    }
}
