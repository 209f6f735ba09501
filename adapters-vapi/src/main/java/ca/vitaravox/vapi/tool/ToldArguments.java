package ca.vitaravox.vapi.tool;

import ca.vitaravox.ports.call.ToolArgument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Arguments as the record of a call keeps them: those that are declared, in form, in their order. Only a value that the
 * catalogue lists, of an argument it calls harmless, is harmless: a model may write a name anywhere.
 */
final class ToldArguments {
    private ToldArguments() {}

    static List<ToolArgument> of(ObjectNode came, Declared tool) {
        ObjectNode inForm = ArgumentForms.of(came, tool);
        return tool.names().stream()
                .filter(inForm::has)
                .map(name -> new ToolArgument(name, text(inForm.get(name)), isHarmless(name, inForm.get(name), tool)))
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static boolean isHarmless(String name, JsonNode value, Declared tool) {
        return tool.harmless().contains(name)
                && isListed(value, tool.properties().get(name));
    }

    private static boolean isListed(JsonNode value, JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isInt();
            case "array" -> value.isArray() && all(value, schema.path("items"));
            default -> contains(schema.path("enum"), value);
        };
    }

    private static boolean all(JsonNode values, JsonNode schema) {
        return StreamSupport.stream(values.spliterator(), false).allMatch(each -> isListed(each, schema));
    }

    private static boolean contains(JsonNode listed, JsonNode value) {
        return StreamSupport.stream(listed.spliterator(), false).anyMatch(value::equals);
    }
}
