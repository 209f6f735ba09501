package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.vapi.tool.ToolSpec;
import java.time.Instant;
import java.util.Optional;

/**
 * A message with tool calls in it.
 *
 * @param origin where it comes from
 * @param at when it arrived
 * @param deadline until when each of its calls is answered
 * @param byPath the tool its path names, for calls whose own name is none of ours
 * @param proof by what it got in
 * @param doubt what keeps it from being executed
 */
record Arrival(Origin origin, Instant at, Deadline deadline, Optional<ToolSpec> byPath, Proof proof, Doubt doubt) {
    /** The same, with nothing of it to be executed. */
    Arrival in(Doubt why) {
        return new Arrival(origin, at, deadline, byPath, proof, why);
    }
}
