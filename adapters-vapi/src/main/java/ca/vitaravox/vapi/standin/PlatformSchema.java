package ca.vitaravox.vapi.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The parts of Vapi's published schema that we send, made as strict as Vapi is: no property it does not know.
 * Thread-safe.
 */
public final class PlatformSchema {
    private static final ObjectNode STRICT = read();

    private static final Map<String, JsonSchema> BY_NAME = new ConcurrentHashMap<>();

    private PlatformSchema() {}

    /**
     * What Vapi would not accept.
     *
     * @param definition the schema's name for the thing: {@code CreateAssistantDTO}
     */
    public static List<String> faults(String definition, JsonNode sent) {
        return BY_NAME.computeIfAbsent(definition, PlatformSchema::schema).validate(sent).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    private static JsonSchema schema(String definition) {
        ObjectNode schema = STRICT.deepCopy();
        if (!schema.path("$defs").has(definition)) {
            throw new IllegalArgumentException("the schema has no " + definition);
        }
        schema.put("$ref", "#/$defs/" + definition);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }

    private static ObjectNode read() {
        try (InputStream in = PlatformSchema.class.getResourceAsStream("schema.json")) {
            ObjectNode schema = (ObjectNode) new ObjectMapper().readTree(in);
            for (JsonNode definition : schema.path("$defs")) {
                if (definition.path("properties").isObject()) {
                    ((ObjectNode) definition).put("additionalProperties", false);
                }
            }
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException("schema.json", e);
        }
    }
}
