package ca.vitaravox.ports.call;

import ca.vitaravox.ports.clinic.EmrRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A tool call that was answered.
 *
 * @param id the voice platform's id of it, at most 100 characters
 * @param tool the tool's name
 * @param at when it arrived
 * @param took until it was answered
 * @param code the refusal's code; empty on success
 * @param outcome what its success made of the call, where the tool's name does not tell
 * @param arguments what it was called with; personal
 * @param emrRequests what the EMR was asked for it, in the order it was asked
 */
public record ToolCall(
        String id,
        String tool,
        Instant at,
        Duration took,
        Optional<String> code,
        Optional<Outcome> outcome,
        List<ToolArgument> arguments,
        List<EmrRequest> emrRequests) {
    /** Copies the lists. */
    public ToolCall {
        arguments = List.copyOf(arguments);
        emrRequests = List.copyOf(emrRequests);
    }

    /** A tool call without arguments that asked the EMR nothing. */
    public ToolCall(
            String id, String tool, Instant at, Duration took, Optional<String> code, Optional<Outcome> outcome) {
        this(id, tool, at, took, code, outcome, List.of(), List.of());
    }

    /** A tool call of whose success the tool's name tells enough. */
    public ToolCall(String id, String tool, Instant at, Duration took, Optional<String> code) {
        this(id, tool, at, took, code, Optional.empty());
    }

    /** The same, noted in place of another of its id: what that one asked the EMR stays if this one asked nothing. */
    public ToolCall after(ToolCall before) {
        return emrRequests.isEmpty()
                ? new ToolCall(id, tool, at, took, code, outcome, arguments, before.emrRequests)
                : this;
    }

    /** Whether it succeeded. */
    public boolean succeeded() {
        return code.isEmpty();
    }
}
