package ca.vitaravox.ports.call;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Driven port: figures of a clinic's calls. Thread-safe. */
public interface CallFigures {
    /** How many calls began in each quarter of an hour, by when it began; quarters without calls are missing. */
    Map<Instant, Integer> calls(ClinicId clinic, Instant from, Instant until);

    /** How many calls had which intent and outcome; what is not known yet is missing. */
    Ends ends(ClinicId clinic, Instant from, Instant until);

    /** How each tool that was called did, by name. */
    List<Tool> tools(ClinicId clinic, Instant from, Instant until);

    /**
     * What callers wanted, and what came of it.
     *
     * @param intents how many calls for each
     * @param outcomes how many calls with each
     */
    record Ends(Map<Intent, Integer> intents, Map<Outcome, Integer> outcomes) {}

    /**
     * How a tool did.
     *
     * @param name the tool's
     * @param calls how often it was called
     * @param refused how often it was refused, by code
     * @param median half its answers came within this
     * @param p95 95 of 100
     * @param p99 99 of 100
     */
    record Tool(String name, int calls, Map<String, Integer> refused, Duration median, Duration p95, Duration p99) {}
}
