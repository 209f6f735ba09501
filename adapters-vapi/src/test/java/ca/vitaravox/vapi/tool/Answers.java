package ca.vitaravox.vapi.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What tests expect of answers. */
public final class Answers {
    private Answers() {}

    /** The answer is exactly this, letter by letter; single quotes stand for double ones. */
    public static void assertAnswer(String expected, ToolResult result) {
        assertEquals(expected.replace('\'', '"').replace("\n", ""), result.json());
        assertSpeakable(result);
    }

    /** The answer fits, and no id of it is said. */
    public static void assertSpeakable(ToolResult result) {
        assertTrue(result.json().length() < 1_000, result.json());
        assertFalse(result.json().matches("(?s).*[\\n\\r\\u2028\\u2029].*"), result.json());
        Set<String> ids = new HashSet<>();
        Set<String> said = new HashSet<>();
        collect(result.body(), ids, said);
        assertFalse(said.isEmpty());
        for (String say : said) {
            assertFalse(say.isBlank());
            ids.forEach(id -> assertFalse(say.contains(id), say));
        }
    }

    /** These are all the ways in which a sealed result can end. */
    public static void assertAllOf(Class<?> sealed, List<?> results) {
        Set<String> wanted = Arrays.stream(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
        Set<String> tried = results.stream()
                .map(result -> result.getClass().getSimpleName())
                .collect(Collectors.toSet());
        assertEquals(wanted, tried);
    }

    private static void collect(JsonNode node, Set<String> ids, Set<String> said) {
        for (var field : node.properties()) {
            if (field.getKey().endsWith("_id")) {
                ids.add(field.getValue().asText());
            } else if (field.getKey().equals("say")) {
                said.add(field.getValue().asText());
            }
            collect(field.getValue(), ids, said);
        }
        if (node.isArray()) {
            node.forEach(item -> collect(item, ids, said));
        }
    }
}
