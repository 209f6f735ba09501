package ca.vitaravox.vapi.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.ProviderList;
import ca.vitaravox.ports.call.CallTransfer;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.patient.DetailsResult;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.Registration;
import ca.vitaravox.ports.waitlist.Waitlist;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bounds of each argument of each tool, on both sides. The arguments are those of the catalogue, so that none can be
 * added without being tried here; an argument of a kind that has no bounds fails.
 */
class ArgumentBoundsTest {
    /** What each tool must be told, as it is said; whatever an argument needs beside it. */
    private static final Map<String, String> NEEDED = Map.ofEntries(
            Map.entry("first_name", "Robin"),
            Map.entry("last_name", "Castellan"),
            Map.entry("date_of_birth", "1985-03-15"),
            Map.entry("sex", "female"),
            Map.entry("phone", "6045550143"),
            Map.entry("patient_id", "5"),
            Map.entry("slot_id", "k3v9x2m7qp"),
            Map.entry("appointment_id", "7"),
            Map.entry("kind", "earlier_appointment"),
            Map.entry("reason", "billing"),
            Map.entry("intent", "book"),
            Map.entry("outcome", "booked"));
    /** Right addresses, of which one part at a time is changed. */
    private static final Map<String, String> ADDRESS =
            Map.of("street", "7 Fiction Way", "city", "Toronto", "province", "ON", "postal_code", "M4B 1B3");

    private final TestDesk desk = new TestDesk();

    @BeforeEach
    void everything_answers() {
        desk.lookup = new LookupResult.NotFound();
        desk.details = new DetailsResult.NotVerified();
        desk.providers = new ProviderList.Listing(List.of(), false);
        desk.registration = new Registration.Result.ConsentRequired();
        desk.openings = new OpeningSearch.Result.Nothing(List.of());
        desk.appointments = new AppointmentList.Result.NotVerified();
        desk.booking = new Booking.Result.SlotUnknown();
        desk.moving = new Moving.Result.AppointmentNotFound();
        desk.cancellation = new Cancellation.Result.AppointmentNotFound();
        desk.waitlist = new Waitlist.Result.Disabled();
        desk.transfer = new CallTransfer.Result.NumberNeeded();
    }

    static Stream<Arguments> of(String type) {
        return Catalogue.load().declared().stream()
                .flatMap(tool -> tool.names().stream()
                        .filter(name -> tool.keyword(name, "type").asText().equals(type))
                        .map(name -> Arguments.of(tool, name)));
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
        return !((Declared) argument.get()[0])
                .keyword((String) argument.get()[1], "enum")
                .isMissingNode();
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
        assertNotRefusedFor(tool, name, TextNode.valueOf("n".repeat(longest)), "has at most");
        assertRefused(tool, name, TextNode.valueOf("n".repeat(longest + 1)), "has at most " + longest + " characters");
        assertRefused(tool, name, JsonNodeFactory.instance.objectNode().put("a", 1), "is of type string");
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("choices")
    void a_choice_is_among_its_words(Declared tool, String name) {
        for (JsonNode word : tool.keyword(name, "enum")) {
            ToolResult result = run(tool, name, word);
            assertFalse(isAbout(result, name), () -> name + " " + word + " " + result.json());
        }
        assertRefused(tool, name, TextNode.valueOf("z"), "is one of ");
        int longest = tool.keyword(name, "maxLength").intValue();
        assertRefused(tool, name, TextNode.valueOf("z".repeat(longest)), "is one of ");
        assertRefused(tool, name, TextNode.valueOf("z".repeat(longest + 1)), "");
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("flags")
    void a_flag_is_true_or_false(Declared tool, String name) {
        for (boolean flag : new boolean[] {true, false}) {
            assertFalse(isAbout(run(tool, name, BooleanNode.valueOf(flag)), name));
        }
        assertRefused(tool, name, TextNode.valueOf("yes"), "is of type boolean");
        assertRefused(tool, name, IntNode.valueOf(1), "is of type boolean");
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("numbers")
    void a_number_is_between_its_bounds(Declared tool, String name) {
        int least = tool.keyword(name, "minimum").intValue();
        int most = tool.keyword(name, "maximum").intValue();
        assertTrue(least < most, name);
        String range = "is from " + least + " to " + most;
        for (int within : new int[] {least, most}) {
            assertFalse(isAbout(run(tool, name, IntNode.valueOf(within)), name));
        }
        assertRefused(tool, name, IntNode.valueOf(least - 1), range);
        assertRefused(tool, name, IntNode.valueOf(most + 1), range);
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
        assertFalse(isAbout(run(tool, name, list), name));
        assertRefused(tool, name, list.deepCopy().add(words.get(0)), "has at most " + most + " entries");
        assertRefused(tool, name, JsonNodeFactory.instance.arrayNode().add("z"), "is one of ");
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("objects")
    void each_part_of_an_object_is_as_long_as_it_may_be_and_no_longer(Declared tool, String name) {
        ObjectNode right = JsonNodeFactory.instance.objectNode();
        ADDRESS.forEach(right::put);
        assertFalse(isAbout(run(tool, name, right), name));
        for (var part : tool.keyword(name, "properties").properties()) {
            assertNotNull(ADDRESS.get(part.getKey()), "a part that is not tried here");
            int longest = part.getValue().path("maxLength").intValue();
            assertTrue(longest > 0, part.getKey());
            assertNotRefusedFor(
                    tool, name, right.deepCopy().put(part.getKey(), "n".repeat(longest)), "has at most " + longest);
            assertRefused(
                    tool,
                    name,
                    right.deepCopy().put(part.getKey(), "n".repeat(longest + 1)),
                    part.getKey() + " has at most " + longest + " characters");
        }
    }

    @Test
    void a_language_that_is_too_long_or_unknown_changes_nothing() {
        for (int length : new int[] {40, 41, 4_000}) {
            desk.run("get_clinic_info", "{'language':'" + "z".repeat(length) + "'}");
            ToolResult result = desk.run("search_patient_by_phone", "{'language':'" + "z".repeat(length) + "'}");
            assertTrue(result.success(), result.json());
            assertEquals(Language.ENGLISH, desk.call.language());
        }
    }

    private ToolResult run(Declared tool, String name, JsonNode value) {
        return run(tool, name, value, Language.ENGLISH);
    }

    private ToolResult run(Declared tool, String name, JsonNode value, Language language) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        tool.required().forEach(needed -> arguments.put(needed, NEEDED.get(needed)));
        if (tool.spec().name().equals("add_to_waitlist")) {
            arguments.put("first_name", "Robin").put("last_name", "Castellan");
        }
        tool.unless().forEach((other, unless) -> {
            if (other.equals(name)) {
                arguments.remove(unless);
            }
        });
        arguments.set(name, value);
        desk.asked = null;
        return desk.toolbox.run(tool.spec(), TestDesk.context(language), arguments);
    }

    private static boolean isAbout(ToolResult result, String name) {
        return result.code().equals(Optional.of(Code.INVALID_ARGUMENT))
                && result.body().path("field").asText().equals(name);
    }

    private void assertRefused(Declared tool, String name, JsonNode value, String hint) {
        for (Language language : Language.values()) {
            assertRefused(run(tool, name, value, language), name, value, hint);
        }
    }

    private void assertRefused(ToolResult result, String name, JsonNode value, String hint) {
        assertTrue(isAbout(result, name), () -> name + " " + value + " " + result.json());
        assertTrue(result.body().path("hint").asText().startsWith(name), result.json());
        assertTrue(result.body().path("hint").asText().contains(hint), result.json());
        Answers.assertSpeakable(result);
        assertNull(desk.asked, "nothing may be asked of anybody");
    }

    private void assertNotRefusedFor(Declared tool, String name, JsonNode value, String hint) {
        ToolResult result = run(tool, name, value);
        assertFalse(
                isAbout(result, name) && result.body().path("hint").asText().contains(hint),
                () -> name + " " + result.json());
    }
}
