package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A tool call that can be executed.
 *
 * @param spec the tool
 * @param id the call's id as it came; empty where it has none
 * @param arguments its arguments; to be read only
 * @param origin where it comes from, as envelope and arguments tell
 * @param arrival the message it came in
 * @param place its place in that message
 */
record ToolJob(ToolSpec spec, String id, ObjectNode arguments, Origin origin, Arrival arrival, int place) {
    /** The key by which it is executed once; a call without id cannot be told from the next. */
    Optional<String> repeatKey() {
        return Optional.of(id).filter(text -> !text.isEmpty()).map(RepeatKeys::storable);
    }

    /** The id under which it is noted down. */
    String notedAs() {
        return repeatKey().orElseGet(() -> "unnamed-" + arrival.at() + "-" + place);
    }

    /** Its phone call, fit for a log. */
    String call() {
        return origin.call().map(CallId::value).orElse("without a usable id");
    }

    /** The key of the lane its write goes through: its phone call's, and no other clinic's of that name. */
    String lane() {
        return origin.callId().orElse("") + " to " + origin.called();
    }
}
