package ca.vitaravox.vapi.assistant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The tools of an assistant: described in it, or saved at the voice platform.
 *
 * @param described whole tools
 * @param saved the platform's ids of tools
 */
public record Equipment(List<ObjectNode> described, List<String> saved) {
    /** Copies the lists. */
    public Equipment {
        described = List.copyOf(described);
        saved = List.copyOf(saved);
    }
}
