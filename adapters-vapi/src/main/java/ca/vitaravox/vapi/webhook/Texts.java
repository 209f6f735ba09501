package ca.vitaravox.vapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;

/** What text must be like to reach the model: well-formed Unicode, and for what is said, on one line. */
final class Texts {
    /** Control characters and the two separators of Unicode that break lines as well. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private static final Pattern HALF_CHARACTERS = Pattern.compile("[\\ud800-\\udfff]");

    private Texts() {}

    /** The text without halves of surrogate pairs, which no encoding can carry. */
    static String wellFormed(String text) {
        return text.chars().anyMatch(Texts::isHalf)
                ? HALF_CHARACTERS.matcher(text).replaceAll("\ufffd")
                : text;
    }

    /** The text on one line. */
    static String oneLine(String text) {
        return text.chars().anyMatch(Texts::isOdd)
                ? BREAKS.matcher(wellFormed(text)).replaceAll(" ").strip()
                : text.strip();
    }

    private static boolean isHalf(int character) {
        return Character.isSurrogate((char) character);
    }

    /** Most texts have none of these, and are looked through more quickly than matched. */
    private static boolean isOdd(int character) {
        return Character.isISOControl(character) || character == '\u2028' || character == '\u2029' || isHalf(character);
    }

    /** A copy of a JSON value whose texts are each on one line. */
    static JsonNode oneLine(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(oneLine(node.textValue()));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode clean = Json.object();
            object.properties().forEach(field -> clean.set(oneLine(field.getKey()), oneLine(field.getValue())));
            return clean;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode clean = array.arrayNode();
            array.forEach(item -> clean.add(oneLine(item)));
            return clean;
        }
        return node;
    }
}
