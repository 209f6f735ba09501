package ca.vitaravox.server.web.clinic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Who did something, and when.
 *
 * @param name what they are called; empty where nobody had to
 * @param at when
 */
public record Did(String name, String at) {
    /** The one that the interface tells of, if it does. */
    public static Optional<Did> of(JsonNode by) {
        return by.isObject()
                ? Optional.of(new Did(by.path("name").asText(""), by.path("at").asText()))
                : Optional.empty();
    }
}
