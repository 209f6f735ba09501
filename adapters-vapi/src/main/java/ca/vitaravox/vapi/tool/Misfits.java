package ca.vitaravox.vapi.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Arguments that do not fit their schema. */
final class Misfits {
    private Misfits() {}

    /** The first: what is missing before what is wrong, each in the order of the catalogue. */
    static Optional<Problem> first(Declared tool, ObjectNode inForm) {
        Set<ValidationMessage> messages = tool.schema().validate(inForm);
        if (messages.isEmpty()) {
            return Optional.empty();
        }
        for (String name : tool.required()) {
            if (!inForm.has(name)) {
                return Optional.of(missing(name));
            }
        }
        for (String name : tool.names()) {
            for (ValidationMessage message : messages) {
                if (message.getInstanceLocation().getName(0).equals(name)) {
                    return Optional.of(new Problem(name, hint(tool, name, message)));
                }
            }
        }
        throw new IllegalStateException("a schema refused what it does not declare");
    }

    /** That something is not there that must be. */
    static Problem missing(String name) {
        return new Problem(name, name + " is missing");
    }

    /** What is wanted of the argument, or of that part of it. */
    private static String hint(Declared tool, String name, ValidationMessage message) {
        JsonNode schema = tool.properties().get(name);
        JsonNode parts = schema.path("properties");
        if (parts.isEmpty() || message.getInstanceLocation().getNameCount() < 2) {
            return name + " " + wanted(schema, message.getType());
        }
        String part = message.getInstanceLocation().getName(1);
        return name + "." + part + " " + wanted(parts.path(part), message.getType());
    }

    private static String wanted(JsonNode schema, String keyword) {
        return switch (keyword) {
            case "enum" -> "is one of " + words(schema.path("enum"), schema.path("items"));
            case "maxLength" -> "has at most " + schema.path("maxLength") + " characters";
            case "maxItems" -> "has at most " + schema.path("maxItems") + " entries";
            case "minimum", "maximum" -> "is from " + schema.path("minimum") + " to " + schema.path("maximum");
            default -> "is of type " + schema.path("type").asText();
        };
    }

    private static String words(JsonNode own, JsonNode items) {
        List<String> words = new ArrayList<>();
        (own.isMissingNode() ? items.path("enum") : own).forEach(word -> words.add(word.textValue()));
        return String.join(", ", words);
    }
}
