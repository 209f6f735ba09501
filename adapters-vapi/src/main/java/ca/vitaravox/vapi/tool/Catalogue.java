package ca.vitaravox.vapi.tool;

import ca.vitaravox.ports.clinic.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The one declaration of all tools, {@code catalogue.json}: it feeds the checking of arguments, the assistants'
 * definitions and the documentation. Beside JSON Schema it says how a text is read ({@code reads}), beside which other
 * argument one does not count ({@code unless}), which other one a part of the day in its words is said for ({@code
 * tells}), and whose values say nothing of anybody ({@code harmless}); these keywords are ours and are not shown.
 */
final class Catalogue {
    private final List<Declared> declared;

    private Catalogue(List<Declared> declared) {
        this.declared = List.copyOf(declared);
    }

    /** Reads the catalogue. */
    static Catalogue load() {
        try (InputStream stream = Catalogue.class.getResourceAsStream("catalogue.json")) {
            return of(new ObjectMapper().readTree(stream));
        } catch (IOException broken) {
            throw new UncheckedIOException("catalogue.json", broken);
        }
    }

    /** All tools, in order. */
    List<Declared> declared() {
        return declared;
    }

    private static Catalogue of(JsonNode catalogue) {
        JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012);
        List<Declared> declared = new ArrayList<>();
        for (JsonNode tool : catalogue.required("tools")) {
            declared.add(declared((ObjectNode) tool, (ObjectNode) catalogue.required("everywhere"), schemas));
        }
        return new Catalogue(declared);
    }

    private static Declared declared(ObjectNode tool, ObjectNode everywhere, JsonSchemaFactory schemas) {
        ObjectNode own = tool.objectNode().put("type", "object");
        ObjectNode ownProperties = own.putObject("properties");
        Map<String, ObjectNode> properties = new LinkedHashMap<>();
        Map<String, Reads> reads = new HashMap<>();
        Map<String, String> unless = new HashMap<>();
        Map<String, String> tells = new HashMap<>();
        Set<String> harmless = new HashSet<>();
        for (var property : tool.required("properties").properties()) {
            ObjectNode schema = property.getValue().deepCopy();
            JsonNode kind = schema.remove("reads");
            if (kind != null) {
                reads.put(property.getKey(), Reads.valueOf(kind.textValue().toUpperCase(Locale.ROOT)));
            }
            JsonNode other = schema.remove("unless");
            if (other != null) {
                unless.put(property.getKey(), other.textValue());
            }
            JsonNode told = schema.remove("tells");
            if (told != null) {
                tells.put(property.getKey(), told.textValue());
            }
            if (schema.remove("harmless") != null) {
                harmless.add(property.getKey());
            }
            properties.put(property.getKey(), schema);
            ownProperties.set(property.getKey(), schema);
        }
        own.set("required", tool.required("required"));
        List<String> required = new ArrayList<>();
        tool.required("required").forEach(name -> required.add(name.textValue()));
        ObjectNode shown = own.deepCopy();
        shown.withObjectProperty("properties").setAll(everywhere.deepCopy());
        JsonSchema schema = schemas.getSchema(own);
        schema.initializeValidators();
        return new Declared(
                spec(tool, shown),
                properties,
                List.copyOf(required),
                Map.copyOf(reads),
                Map.copyOf(unless),
                Map.copyOf(tells),
                Set.copyOf(harmless),
                schema);
    }

    private static ToolSpec spec(ObjectNode tool, ObjectNode shown) {
        String name = tool.required("name").textValue();
        return new ToolSpec(
                name,
                name.replace('_', '-'),
                tool.required("description").textValue(),
                shown,
                fillers(tool.required("fillers")),
                tool.required("writes").booleanValue(),
                tool.path("counts").booleanValue(),
                tool.required("always_works").booleanValue());
    }

    private static Map<Language, String> fillers(JsonNode fillers) {
        Map<Language, String> byLanguage = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            byLanguage.put(language, fillers.required(language.code()).textValue());
        }
        return byLanguage;
    }
}
