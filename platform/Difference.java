package ca.vitaravox.vapi.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Something that is not as it is to be.
 *
 * @param path where: {@code model.temperature}, {@code model.messages[0].content}
 * @param ours what is to be there; missing if nothing is
 * @param theirs what is there; missing if nothing is
 */
public record Difference(String path, JsonNode ours, JsonNode theirs) {
    private static final int LONGEST = 60;

    /** What the platform writes by itself. */
    private static final Set<String> ITS_OWN =
            Set.of("id", "orgId", "createdAt", "updatedAt", "isServerUrlSecretSet", "status");

    /** All differences between two, but for what the platform writes by itself; nothing and null are the same. */
    static List<Difference> between(ObjectNode ours, ObjectNode theirs) {
        List<Difference> found = new ArrayList<>();
        for (String field : fields(ours, theirs)) {
            if (!ITS_OWN.contains(field)) {
                compare(field, ours.path(field), theirs.path(field), found);
            }
        }
        return found;
    }

    /** Those in what is ours alone: what else is there does not count. */
    static List<Difference> within(ObjectNode ours, ObjectNode theirs) {
        List<Difference> found = new ArrayList<>();
        ours.fieldNames().forEachRemaining(field -> compare(field, ours.path(field), theirs.path(field), found));
        return found;
    }

    private static Set<String> fields(JsonNode one, JsonNode other) {
        Set<String> fields = new LinkedHashSet<>();
        one.fieldNames().forEachRemaining(fields::add);
        other.fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static void compare(String path, JsonNode ours, JsonNode theirs, List<Difference> found) {
        if (ours.isObject() && theirs.isObject()) {
            fields(ours, theirs).forEach(field -> compare(
                    path + "." + field, ours.path(field), theirs.path(field), found));
        } else if (ours.isArray() && theirs.isArray()) {
            for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
                compare(path + "[" + i + "]", ours.path(i), theirs.path(i), found);
            }
        } else if (!same(ours, theirs)) {
            found.add(new Difference(path, present(ours), present(theirs)));
        }
    }

    private static boolean same(JsonNode ours, JsonNode theirs) {
        if (ours.isNumber() && theirs.isNumber()) {
            return ours.decimalValue().compareTo(theirs.decimalValue()) == 0;
        }
        return present(ours).equals(present(theirs));
    }

    private static JsonNode present(JsonNode value) {
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    /** In words, long values cut: {@code model.temperature is 0.9, to be 0.2}. */
    public String sentence() {
        return path + " is " + words(theirs) + ", to be " + words(ours);
    }

    private static String words(JsonNode value) {
        if (value.isMissingNode()) {
            return "not there";
        }
        String text = value.toString();
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
