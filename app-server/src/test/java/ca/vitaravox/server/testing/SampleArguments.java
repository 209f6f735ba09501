package ca.vitaravox.server.testing;

import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Arguments that fit the catalogue, for whatever tools it has. */
public final class SampleArguments {
    private static final Map<String, String> PLAUSIBLE = Map.of(
            "phone", "+17785550001",
            "callback_number", "+17785550001",
            "date_of_birth", "1980-01-02",
            "first_name", "Avery",
            "last_name", "Sample",
            "health_number", "9876543217",
            "visit_type", "checkup",
            "postal_code", "V5K0A1");

    private SampleArguments() {}

    /** All arguments of a tool. */
    public static ObjectNode of(ToolSpec tool) {
        return object(tool.parameters());
    }

    private static ObjectNode object(JsonNode schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        schema.path("properties")
                .properties()
                .forEach(each -> object.set(each.getKey(), value(each.getKey(), each.getValue())));
        return object;
    }

    private static JsonNode value(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        String type = schema.path("type").isArray()
                ? schema.path("type").get(0).asText()
                : schema.path("type").asText();
        return switch (type) {
            case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
            case "integer", "number" -> JsonNodeFactory.instance.numberNode(3);
            case "array" -> JsonNodeFactory.instance.arrayNode().add(value(name, schema.path("items")));
            case "object" -> object(schema);
            default -> TextNode.valueOf(PLAUSIBLE.getOrDefault(name, name.endsWith("date") ? "tomorrow" : "Sample"));
        };
    }

    /** Copies of these arguments, each with one text of it replaced: every text there is, in objects and lists too. */
    public static List<ObjectNode> withEachText(ObjectNode arguments, String text) {
        List<ObjectNode> all = new ArrayList<>();
        for (int place = 0; place < texts(arguments); place++) {
            int[] left = {place};
            all.add((ObjectNode) replaced(arguments, left, text));
        }
        return all;
    }

    private static int texts(JsonNode node) {
        int texts = node.isTextual() ? 1 : 0;
        for (JsonNode each : node) {
            texts += texts(each);
        }
        return texts;
    }

    private static JsonNode replaced(JsonNode node, int[] left, String text) {
        if (node.isTextual()) {
            return left[0]-- == 0 ? TextNode.valueOf(text) : node;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> array.add(replaced(each, left, text)));
            return array;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(each -> copy.set(each.getKey(), replaced(each.getValue(), left, text)));
            return copy;
        }
        return node;
    }
}
