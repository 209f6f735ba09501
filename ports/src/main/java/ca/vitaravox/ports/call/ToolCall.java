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
 */
public record ToolCall(String id, String tool, Instant at, Duration took, Optional<String> code) {
    /** Whether it succeeded. */
    public boolean succeeded() {
        return code.isEmpty();
    }
}
