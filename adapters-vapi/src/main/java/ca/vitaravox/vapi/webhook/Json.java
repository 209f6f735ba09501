package ca.vitaravox.vapi.webhook;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reading JSON that strangers wrote: bounded in depth, and nothing but whitespace after it. */
final class Json {
    /** The deepest real message, an assistant with its tools' schemas in it, has some 20 levels. */
    static final int DEEPEST = 100;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    /** Those that are written in this program. */
    private static final Map<String, JsonPointer> POINTERS = new ConcurrentHashMap<>();

    private Json() {}

    /** A new, empty object. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The object these bytes spell; empty if they spell anything else. */
    static Optional<ObjectNode> object(byte[] bytes) {
        try {
            return asObject(READER.readValue(bytes));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What a text spells; empty if that is no JSON. */
    static Optional<JsonNode> value(String text) {
        try {
            return Optional.ofNullable(READER.readValue(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** An object as such. */
    static Optional<ObjectNode> asObject(JsonNode node) {
        return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    /** The first text, or number as text, found at these pointers, constants of this program, that is not blank. */
    static Optional<String> text(JsonNode node, String... pointers) {
        for (String pointer : pointers) {
            JsonNode found = node.at(POINTERS.computeIfAbsent(pointer, JsonPointer::compile));
            if (found.isTextual() || found.isNumber()) {
                String text = found.asText().strip();
                if (!text.isEmpty()) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }
}
