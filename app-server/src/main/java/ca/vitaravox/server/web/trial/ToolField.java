package ca.vitaravox.server.web.trial;

import ca.vitaravox.server.web.page.Sent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A field for an argument of a tool, as its JSON Schema has it.
 *
 * @param name the argument
 * @param type its type: {@code string}, {@code boolean}, {@code integer}, {@code array}
 * @param description what the assistant is told of it
 * @param options what it may be; empty for anything
 * @param required whether it must be there
 * @param value what was typed before
 */
public record ToolField(
        String name, String type, String description, List<String> options, boolean required, String value) {
    /** What comes from the telephone, and nobody types. */
    private static final Set<String> OF_THE_LINE = Set.of("call_id", "caller_number", "called_number");

    static List<ToolField> of(JsonNode parameters, Sent sent) {
        List<ToolField> fields = new ArrayList<>();
        parameters.path("properties").properties().forEach(each -> {
            if (!OF_THE_LINE.contains(each.getKey())) {
                fields.add(of(each.getKey(), each.getValue(), parameters.path("required"), sent));
            }
        });
        return fields;
    }

    private static ToolField of(String name, JsonNode schema, JsonNode required, Sent sent) {
        String type = schema.path("type").asText("string");
        List<String> options = new ArrayList<>();
        schema.path("enum").forEach(each -> options.add(each.asText()));
        if (type.equals("boolean")) {
            options.addAll(List.of("true", "false"));
        }
        boolean needed = false;
        for (JsonNode each : required) {
            needed |= each.asText().equals(name);
        }
        return new ToolField(name, type, schema.path("description").asText(), options, needed, sent.typed(name));
    }

    /** What was typed, as the assistant would send it; what was left empty is left out. */
    static ObjectNode arguments(List<ToolField> fields) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        fields.stream().filter(field -> !field.value().isEmpty()).forEach(field -> field.put(arguments));
        return arguments;
    }

    private void put(ObjectNode arguments) {
        switch (type) {
            case "boolean" -> arguments.put(name, Boolean.parseBoolean(value));
            case "array" -> {
                ArrayNode values = arguments.putArray(name);
                for (String each : value.split(",")) {
                    values.add(each.strip());
                }
            }
            case "integer" -> {
                if (value.matches("-?[0-9]{1,9}")) {
                    arguments.put(name, Integer.parseInt(value));
                } else {
                    arguments.put(name, value);
                }
            }
            default -> arguments.put(name, value);
        }
    }
}
