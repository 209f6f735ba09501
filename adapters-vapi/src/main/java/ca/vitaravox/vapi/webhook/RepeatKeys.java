package ca.vitaravox.vapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What tells tool calls apart: their ids in a form that can be stored, and a digest of what they ask. */
final class RepeatKeys {
    private static final Pattern STORABLE = Pattern.compile("[!-~]{1,100}");
    /** The static parameters, which differ between deliveries without the request being another. */
    private static final Set<String> OF_THE_PLATFORM = Set.of("callernumber", "callednumber", "callid");

    private RepeatKeys() {}

    /** The id as it is, or, where it is too long or odd to be stored, its digest. */
    static String storable(String id) {
        return STORABLE.matcher(id).matches() ? id : "sha256:" + Digests.hex(id);
    }

    /** A digest of tool and arguments: the order and the spelling of names do not count, nor do static parameters. */
    static String request(String tool, ObjectNode arguments) {
        StringBuilder text = new StringBuilder(tool).append('\n');
        append(text, arguments);
        return Digests.hex(text.toString());
    }

    private static void append(StringBuilder text, JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            if (node.isArray()) {
                text.append('[');
                node.forEach(item -> append(text, item));
                text.append(']');
            } else {
                text.append(node).append(',');
            }
            return;
        }
        Map<String, JsonNode> sorted = new TreeMap<>();
        for (var field : object.properties()) {
            String name = field.getKey().replace("_", "").toLowerCase(Locale.ROOT);
            if (!field.getValue().isNull() && !OF_THE_PLATFORM.contains(name)) {
                sorted.put(name, field.getValue());
            }
        }
        text.append('{');
        sorted.forEach((name, value) -> {
            text.append(name.length()).append(':').append(name).append('=');
            append(text, value);
        });
        text.append('}');
    }
}
