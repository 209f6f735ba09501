package ca.vitaravox.vapi.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * A tool's JSON Schema in the words the voice platform knows. It refuses an assistant for a word it does not, and its
 * schemas have fewer than ours; what is lost here we still check when the tool is called.
 */
final class ToolSchema {
    private static final List<String> COPIED = List.of("description", "pattern", "enum", "required", "title");
    private static final Set<String> FORMATS =
            Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");

    private ToolSchema() {}

    /** The parameters of a function: an object, with {@code properties} even if there are none. */
    static ObjectNode parameters(ObjectNode schema) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("type", "object");
        parameters.set("properties", properties(schema.path("properties")));
        if (schema.path("required").isArray()) {
            parameters.set("required", schema.path("required").deepCopy());
        }
        return parameters;
    }

    /** One property. */
    static ObjectNode property(JsonNode ours) {
        return schema(ours);
    }

    private static ObjectNode properties(JsonNode ours) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        ours.properties().forEach(each -> properties.set(each.getKey(), schema(each.getValue())));
        return properties;
    }

    private static ObjectNode schema(JsonNode ours) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", type(ours.path("type")));
        for (String word : COPIED) {
            if (ours.has(word)) {
                schema.set(word, ours.get(word).deepCopy());
            }
        }
        if (FORMATS.contains(ours.path("format").asText())) {
            schema.set("format", ours.get("format"));
        }
        if (ours.path("items").isObject()) {
            schema.set("items", schema(ours.get("items")));
        }
        if (ours.path("properties").isObject()) {
            schema.set("properties", properties(ours.get("properties")));
        }
        return schema;
    }

    /** One type; of several the first that is not null. */
    private static String type(JsonNode type) {
        return type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asText)
                        .filter(name -> !name.equals("null"))
                        .findFirst()
                        .orElse("string")
                : type.asText("string");
    }
}
