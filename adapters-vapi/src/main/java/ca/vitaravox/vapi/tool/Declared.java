package ca.vitaravox.vapi.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tool as the catalogue declares it.
 *
 * @param spec what the model is shown
 * @param properties the arguments of its own and their schemas, in the order they are declared
 * @param required those that must be there, in order
 * @param reads how their texts are read; missing where that is as they are
 * @param unless which of them do not count beside which others
 * @param tells which of them say a part of the day for which others
 * @param harmless those whose values, where they are right, say nothing of anybody
 * @param schema checks them
 */
record Declared(
        ToolSpec spec,
        Map<String, ObjectNode> properties,
        List<String> required,
        Map<String, Reads> reads,
        Map<String, String> unless,
        Map<String, String> tells,
        Set<String> harmless,
        JsonSchema schema) {
    /** How an argument is read. */
    Reads reads(String name) {
        return reads.getOrDefault(name, Reads.TEXT);
    }

    /** The names of the arguments. */
    Set<String> names() {
        return properties.keySet();
    }

    /** What the schema of an argument says under a keyword. */
    JsonNode keyword(String name, String keyword) {
        return properties.get(name).path(keyword);
    }
}
