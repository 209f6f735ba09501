package ca.vitaravox.vapi.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One tool call, whatever shape it came in.
 *
 * @param id the voice platform's id of it, exactly as it came; empty where it has none
 * @param name the tool's name as the model wrote it; empty where it has none
 * @param arguments its arguments, empty if they are no JSON object; to be read only
 */
record ToolRequest(String id, String name, Optional<ObjectNode> arguments) {}
