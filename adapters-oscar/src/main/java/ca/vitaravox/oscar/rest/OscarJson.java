package ca.vitaravox.oscar.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** OSCAR's JSON, read without believing it. Thread-safe. */
public final class OscarJson {
    /** What an empty answer holds. */
    static final JsonNode NOTHING = MissingNode.getInstance();

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OscarJson() {}

    /** A new object, to be filled. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * The rows of a list: classic OSCAR calls it {@code content}, newer ones by a name of its own; where there is one
     * row, some give it without brackets.
     *
     * @param answer an array, or an object that has one under one of the names
     */
    public static List<JsonNode> rows(JsonNode answer, String... names) {
        JsonNode found = answer;
        if (!answer.isArray()) {
            found = NOTHING;
            for (String name : names) {
                found = found.isMissingNode() || found.isNull() ? answer.path(name) : found;
            }
        }
        List<JsonNode> rows = new ArrayList<>();
        if (found.isArray()) {
            found.forEach(rows::add);
        } else if (found.isObject()) {
            rows.add(found);
        }
        return rows;
    }

    /** A field as text without blanks around it; empty for null and for what is not there. */
    public static String text(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }

    /** The one value a body consists of; empty if there is anything else in it. */
    static Optional<JsonNode> whole(byte[] body) {
        try (JsonParser parser = MAPPER.createParser(body)) {
            JsonNode value = MAPPER.readTree(parser);
            return value == null || parser.nextToken() != null ? Optional.empty() : Optional.of(value);
        } catch (IOException senseless) {
            return Optional.empty();
        }
    }

    /** The value a body begins with, whatever follows; a missing node for an empty body. */
    static Optional<JsonNode> beginning(byte[] body) {
        try (JsonParser parser = MAPPER.createParser(body)) {
            JsonNode value = MAPPER.readTree(parser);
            return Optional.of(value == null ? NOTHING : value);
        } catch (IOException senseless) {
            return Optional.empty();
        }
    }
}
