package ca.vitaravox.vapi.tool;

import ca.vitaravox.vapi.speech.Voice;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One voice tool: it asks a use case and puts the outcome into words. Thread-safe. */
public interface Tool {
    /** Its name in the catalogue. */
    String name();

    /**
     * Executes it.
     *
     * @throws RuntimeException for broken things only
     */
    ToolResult run(ToolInput input);

    /**
     * What it answers even if nobody knows which clinic was called; without waiting for anything.
     *
     * @param arguments as the schema spells them, not validated
     * @return empty if these arguments need the usual way
     */
    default Optional<ToolResult> withoutClinic(ObjectNode arguments, Voice voice) {
        return Optional.empty();
    }
}
