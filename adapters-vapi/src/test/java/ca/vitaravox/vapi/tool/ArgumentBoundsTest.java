package ca.vitaravox.vapi.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.patient.LookupResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bounds of each argument of each tool, on both sides. The arguments are those of the catalogue, so that none can be
 * added without being tried here; an argument of a kind that has no bounds fails.
 */
class ArgumentBoundsTest {
    /** Right addresses, of which one part at a time is changed. */
    private static final Map<String, String> ADDRESS =
            Map.of("street", "7 Fiction Way", "city", "Toronto", "province", "ON", "postal_code", "M4B 1B3");

    /** What is no more than a text; of other texts a meaning is wanted, whose bounds are {@link MeaningBoundsTest}'s. */
    private static final Set<Reads> KEPT_AS_THEY_ARE = EnumSet.of(Reads.TEXT, Reads.NOTE, Reads.SUMMARY);
    /** A number that is read together with its version and province. */
    private static final String READ_BY_ITS_TOOL = "health_number";

    private final ArgumentTrial trial = new ArgumentTrial();

    static Stream<Arguments> of(String type) {
        return ArgumentTrial.all().filter(each -> keyword(each, "type").asText().equals(type));
    }

    static Stream<Arguments> texts() {
        return of("string").filter(argument -> !isChoice(argument));
    }

    static Stream<Arguments> choices() {
        return of("string").filter(ArgumentBoundsTest::isChoice);
    }

    static Stream<Arguments> flags() {
        return of("boolean");
    }

    static Stream<Arguments> numbers() {
        return of("integer");
    }

    static Stream<Arguments> lists() {
        return of("array");
    }

    static Stream<Arguments> objects() {
        return of("object");
    }

    private static boolean isChoice(Arguments argument) {
        return !keyword(argument, "enum").isMissingNode();
    }

    private static JsonNode keyword(Arguments argument, String keyword) {
        return ((Declared) argument.get()[0]).keyword((String) argument.get()[1], keyword);
    }

    @Test
    void every_argument_is_of_a_kind_that_is_tried_here() {
        long all = Catalogue.load().declared().stream()
                .mapToLong(tool -> tool.names().size())
                .sum();
        long tried = Stream.of(texts(), choices(), flags(), numbers(), lists(), objects())
                .mapToLong(Stream::count)
                .sum();
        assertEquals(all, tried);
        assertTrue(all > 60, all + " arguments");
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("texts")
    void a_text_is_as_long_as_it_may_be_and_no_longer(Declared tool, String name) {
        int longest = tool.keyword(name, "maxLength").intValue();
        assertTrue(longest > 0, name);
        JsonNode atMost = TextNode.valueOf("n".repeat(longest));
        if (KEPT_AS_THEY_ARE.contains(tool.reads(name)) && !READ_BY_ITS_TOOL.equals(name)) {
            trial.assertAccepted(tool, name, atMost);
        } else {
            assertNotRefusedFor(tool, name, atMost, "has at most");
        }
        trial.assertRefused(
                tool, name, TextNode.valueOf("n".repeat(longest + 1)), "has at most " + longest + " characters");
        trial.assertRefused(tool, name, JsonNodeFactory.instance.objectNode().put("a", 1), "is of type string");
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("choices")
    void a_choice_is_among_its_words(Declared tool, String name) {
        for (JsonNode word : tool.keyword(name, "enum")) {
            trial.assertAccepted(tool, name, word);
        }
        trial.assertRefused(tool, name, TextNode.valueOf("z"), "is one of ");
        int longest = tool.keyword(name, "maxLength").intValue();
        trial.assertRefused(tool, name, TextNode.valueOf("z".repeat(longest)), "is one of ");
        trial.assertRefused(tool, name, TextNode.valueOf("z".repeat(longest + 1)), "");
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("flags")
    void a_flag_is_true_or_false(Declared tool, String name) {
        for (boolean flag : new boolean[] {true, false}) {
            trial.assertAccepted(tool, name, BooleanNode.valueOf(flag));
        }
        trial.assertRefused(tool, name, TextNode.valueOf("yes"), "is of type boolean");
        trial.assertRefused(tool, name, IntNode.valueOf(1), "is of type boolean");
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("numbers")
    void a_number_is_between_its_bounds(Declared tool, String name) {
        int least = tool.keyword(name, "minimum").intValue();
        int most = tool.keyword(name, "maximum").intValue();
        assertTrue(least < most, name);
        String range = "is from " + least + " to " + most;
        for (int within : new int[] {least, most}) {
            trial.assertAccepted(tool, name, IntNode.valueOf(within));
        }
        trial.assertRefused(tool, name, IntNode.valueOf(least - 1), range);
        trial.assertRefused(tool, name, IntNode.valueOf(most + 1), range);
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("lists")
    void a_list_has_as_many_entries_as_it_may_and_no_more(Declared tool, String name) {
        int most = tool.keyword(name, "maxItems").intValue();
        JsonNode words = tool.keyword(name, "items").path("enum");
        assertFalse(words.isEmpty(), "only lists of words are tried here");
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < most; i++) {
            list.add(words.get(i % words.size()));
        }
        trial.assertAccepted(tool, name, list);
        trial.assertRefused(tool, name, list.deepCopy().add(words.get(0)), "has at most " + most + " entries");
        trial.assertRefused(tool, name, JsonNodeFactory.instance.arrayNode().add("z"), "is one of ");
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("objects")
    void each_part_of_an_object_is_as_long_as_it_may_be_and_no_longer(Declared tool, String name) {
        ObjectNode right = JsonNodeFactory.instance.objectNode();
        ADDRESS.forEach(right::put);
        trial.assertAccepted(tool, name, right);
        for (var part : tool.keyword(name, "properties").properties()) {
            assertNotNull(ADDRESS.get(part.getKey()), "a part that is not tried here");
            int longest = part.getValue().path("maxLength").intValue();
            assertTrue(longest > 0, part.getKey());
            assertNotRefusedFor(
                    tool, name, right.deepCopy().put(part.getKey(), "n".repeat(longest)), "has at most " + longest);
            trial.assertRefused(
                    tool,
                    name,
                    right.deepCopy().put(part.getKey(), "n".repeat(longest + 1)),
                    part.getKey() + " has at most " + longest + " characters");
        }
    }

    @Test
    void a_language_that_is_too_long_or_unknown_changes_nothing() {
        TestDesk desk = new TestDesk();
        desk.lookup = new LookupResult.NotFound();
        for (int length : new int[] {40, 41, 4_000}) {
            desk.run("get_clinic_info", "{'language':'" + "z".repeat(length) + "'}");
            ToolResult result = desk.run("search_patient_by_phone", "{'language':'" + "z".repeat(length) + "'}");
            assertTrue(result.success(), result.json());
            assertEquals(Language.ENGLISH, desk.call.language());
        }
    }

    private void assertNotRefusedFor(Declared tool, String name, JsonNode value, String hint) {
        ToolResult result = trial.run(tool, name, value);
        assertFalse(
                ArgumentTrial.isAbout(result, name)
                        && result.body().path("hint").asText().contains(hint),
                () -> name + " " + result.json());
    }
}
