package ca.vitaravox.vapi.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/** The platform's own schema of an answer, made as strict as the platform is: no property it does not know. */
public final class StrictSchema {
    private static final JsonSchema STRICT = read();

    private StrictSchema() {}

    /** What the platform would not accept in an answer to its request for an assistant. */
    public static Set<ValidationMessage> faults(JsonNode answer) {
        return STRICT.validate(answer);
    }

    private static JsonSchema read() {
        try (InputStream in = StrictSchema.class.getResourceAsStream("/vapi/schema.json")) {
            ObjectNode schema = (ObjectNode) new ObjectMapper().readTree(in);
            for (JsonNode definition : schema.path("$defs")) {
                if (definition.path("properties").isObject()) {
                    ((ObjectNode) definition).put("additionalProperties", false);
                }
            }
            schema.put("$ref", "#/$defs/ServerMessageResponseAssistantRequest");
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
