package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** JSON as trees: OSCAR's objects are wide and mostly null, so they are files of this package that are filled in. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode list(List<? extends JsonNode> items) {
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }

    /** The object of a body; empty if it is none. */
    static Optional<ObjectNode> read(String body) {
        try {
            return MAPPER.readTree(body) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    /** A copy of a file of this package, to be filled in. */
    static ObjectNode template(String name) {
        return (ObjectNode) file(name);
    }

    /** A list that is the same in every new OSCAR. */
    static ArrayNode stock(String name) {
        return (ArrayNode) file(name);
    }

    private static JsonNode file(String name) {
        try (InputStream file = Json.class.getResourceAsStream(name + ".json")) {
            return MAPPER.readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException("The stand-in's own file " + name, broken);
        }
    }

    /** Sets a text, or null, at a place of at most two steps. */
    static void put(ObjectNode node, JsonPointer place, String text) {
        JsonPointer head = place.head();
        ObjectNode parent = head.matches() ? node : (ObjectNode) node.at(head);
        parent.put(place.last().getMatchingProperty(), text);
    }

    /** OSCAR's answer to a search. */
    static ObjectNode searchResult(OscarTime time, int total, ArrayNode content, String query) {
        return object().put("offset", 0)
                .put("limit", 0)
                .put("total", total)
                .put("timestamp", time.now().toEpochMilli())
                .<ObjectNode>set("content", content)
                .put("query", query);
    }

    /** The same where Open-O's JAXB names rename the list, and move it to the end. */
    static ObjectNode renamedResult(OscarTime time, Line line, String name, ArrayNode content) {
        ObjectNode result = searchResult(time, 0, content, null);
        if (!line.isClassic()) {
            result.remove("content");
            result.set(name, content);
        }
        return result;
    }

    /** OSCAR's answer about the schedule, in which one field is filled. */
    static ObjectNode scheduling(String field, JsonNode value) {
        ObjectNode response = object();
        List.of("appointment", "statuses", "types", "reasons", "appointments").forEach(response::putNull);
        response.set(field, value);
        return response;
    }

    /** What calls answer that only say how it went. */
    static ObjectNode generic(boolean success, String message) {
        return object().put("success", success).put("message", message);
    }
}
