package ca.vitaravox.vapi.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.call.ToolArgument;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToldArgumentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Declared> TOOLS = Catalogue.load().declared();

    private static List<ToolArgument> told(String tool, String arguments) throws JsonProcessingException {
        Declared declared = TOOLS.stream()
                .filter(each -> each.spec().name().equals(tool))
                .findFirst()
                .orElseThrow();
        return ToldArguments.of((ObjectNode) JSON.readTree(arguments), declared);
    }

    @Test
    void arguments_are_told_in_form_and_in_the_order_they_are_declared() throws JsonProcessingException {
        assertEquals(
                List.of(
                        new ToolArgument("visit_type", "physical", false),
                        new ToolArgument("part_of_day", "morning", true),
                        new ToolArgument("weekdays", "[\"monday\",\"friday\"]", true)),
                told("find_earliest_appointment", """
                        {"weekdays":"Monday, friday","partOfDay":"Morning","visit_type":"physical","callerNumber":"+16045550142"}
                        """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"part_of_day\":\"Robin Castellan\"}",
                "{\"weekdays\":\"monday, Robin Castellan\"}",
                "{\"weekdays\":{\"a\":\"Robin Castellan\"}}",
                "{\"part_of_day\":[\"Robin Castellan\"]}"
            })
    void a_name_where_none_belongs_is_personal(String arguments) throws JsonProcessingException {
        List<ToolArgument> told = told("find_earliest_appointment", arguments);
        assertEquals(1, told.size());
        assertFalse(told.get(0).harmless());
    }

    @Test
    void a_text_that_should_be_yes_or_no_is_personal() throws JsonProcessingException {
        assertTrue(told("cancel_appointment", "{\"confirmed\":\"true\"}").get(0).harmless());
        assertFalse(told("cancel_appointment", "{\"confirmed\":\"yes, said Robin\"}")
                .get(0)
                .harmless());
    }

    @Test
    void only_what_is_one_of_a_few_may_be_called_harmless() {
        Set<String> open = TOOLS.stream()
                .flatMap(tool -> tool.harmless().stream()
                        .map(name -> tool.properties().get(name))
                        .filter(schema -> !isClosed(schema)))
                .map(JsonNode::toString)
                .collect(Collectors.toSet());
        assertEquals(Set.of(), open);
        assertTrue(TOOLS.stream().anyMatch(tool -> !tool.harmless().isEmpty()), "nothing was looked at");
    }

    private static boolean isClosed(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "boolean" -> true;
            case "integer" -> schema.has("minimum") && schema.has("maximum");
            case "array" -> schema.at("/items/enum").isArray();
            default -> schema.path("enum").isArray();
        };
    }

    @Test
    void what_says_something_of_somebody_is_never_called_harmless() {
        Set<String> harmless =
                TOOLS.stream().flatMap(tool -> tool.harmless().stream()).collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "accepting",
                        "another",
                        "confirmed",
                        "consent",
                        "include_past",
                        "intent",
                        "kind",
                        "outcome",
                        "part_of_day",
                        "satisfaction",
                        "weekdays"),
                harmless,
                "whoever adds to this list has thought about it: sex, kin and reasons are not in it");
    }
}
