package ca.vitaravox.ports.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A tool call that was answered, without its arguments.
 *
 * @param id the voice platform's id of it, at most 100 characters
 * @param tool the tool's name
 * @param at when it arrived
 * @param took until it was answered
 * @param code the refusal's code; empty on success
 * @param outcome what its success made of the call, where the tool's name does not tell
 */
public record ToolCall(
        String id, String tool, Instant at, Duration took, Optional<String> code, Optional<Outcome> outcome) {
    /** A tool call of whose success the tool's name tells enough. */
    public ToolCall(String id, String tool, Instant at, Duration took, Optional<String> code) {
        this(id, tool, at, took, code, Optional.empty());
    }

    /** Whether it succeeded. */
    public boolean succeeded() {
        return code.isEmpty();
    }
}
