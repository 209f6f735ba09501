package ca.vitaravox.server.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The way to a webhook, proved as Vapi proves itself. Thread-safe. */
@FunctionalInterface
public interface Wire {
    /**
     * Sends a message and returns the answer.
     *
     * @throws RuntimeException if it is not answered as by a webhook
     */
    JsonNode send(ObjectNode message);
}
