package ca.vitaravox.vapi.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Set<String> KEYWORDS = Set.of(
            "type",
            "maxLength",
            "maxItems",
            "minimum",
            "maximum",
            "enum",
            "items",
            "properties",
            "format",
            "description");

    private final List<ToolSpec> specs = new TestDesk().toolbox.specs();

    @Test
    void the_tools_are_those_that_are_built() {
        assertEquals(
                List.of(
                        "search_patient_by_phone",
                        "search_patient",
                        "get_patient",
                        "get_clinic_info",
                        "get_providers",
                        "find_earliest_appointment",
                        "check_appointments",
                        "create_appointment",
                        "update_appointment",
                        "cancel_appointment",
                        "register_new_patient",
                        "add_to_waitlist",
                        "transfer_call",
                        "log_call_metadata"),
                specs.stream().map(ToolSpec::name).toList());
    }

    @Test
    void a_tool_is_found_by_its_exact_name_alone() {
        Toolbox toolbox = new TestDesk().toolbox;
        assertTrue(toolbox.spec("create_appointment").isPresent());
        for (String other : List.of("create-appointment", "CREATE_APPOINTMENT", "add_to_the_waitlist", "")) {
            assertTrue(toolbox.spec(other).isEmpty(), other);
        }
    }

    @Test
    void every_tool_has_what_the_voice_platform_wants() {
        for (ToolSpec spec : specs) {
            assertTrue(spec.name().matches("[a-z_]{1,40}"), spec.name());
            assertEquals(spec.name().replace('_', '-'), spec.slug());
            assertTrue(spec.description().length() < 1_000, spec.name());
            assertTrue(spec.description().length() > 100, spec.name());
            assertEquals("object", spec.parameters().path("type").asText());
            assertTrue(spec.parameters().path("properties").has("language"), spec.name());
            for (JsonNode required : spec.parameters().path("required")) {
                assertTrue(spec.parameters().path("properties").has(required.asText()), spec.name() + required);
            }
        }
    }

    @Test
    void every_argument_is_described_and_bounded() {
        for (ToolSpec spec : specs) {
            for (var property : spec.parameters().path("properties").properties()) {
                String where = spec.name() + "." + property.getKey();
                assertTrue(property.getKey().matches("[a-z_]+"), where);
                assertTrue(property.getValue().path("description").asText().length() > 3, where);
                assertBounded(property.getValue(), where);
                assertFalse(property.getKey().matches("caller_number|called_number|call_id|clinic.*"), where);
            }
        }
    }

    private static void assertBounded(JsonNode schema, String where) {
        List<String> keywords = new ArrayList<>();
        schema.fieldNames().forEachRemaining(keywords::add);
        assertTrue(KEYWORDS.containsAll(keywords), where + keywords);
        switch (schema.path("type").asText()) {
            case "string" -> assertTrue(schema.path("maxLength").asInt() > 0, where);
            case "array" -> {
                assertTrue(schema.path("maxItems").asInt() > 0, where);
                assertBounded(schema.path("items"), where);
            }
            case "object" ->
                schema.path("properties")
                        .properties()
                        .forEach(part -> assertBounded(part.getValue(), where + "." + part.getKey()));
            case "integer" -> assertTrue(schema.has("minimum") && schema.has("maximum"), where);
            default -> assertEquals("boolean", schema.path("type").asText(), where);
        }
        // the only formats that the voice platform's own schema allows and that we use
        assertTrue(Set.of("", "date").contains(schema.path("format").asText()), where);
    }

    @Test
    void what_changes_something_is_said_to_write() {
        assertEquals(
                List.of(
                        "create_appointment",
                        "update_appointment",
                        "cancel_appointment",
                        "register_new_patient",
                        "add_to_waitlist",
                        "transfer_call",
                        "log_call_metadata"),
                specs.stream().filter(ToolSpec::writes).map(ToolSpec::name).toList());
        assertEquals(
                List.of("search_patient_by_phone", "search_patient"),
                specs.stream().filter(ToolSpec::counts).map(ToolSpec::name).toList());
        assertEquals(
                List.of("transfer_call"),
                specs.stream().filter(ToolSpec::alwaysWorks).map(ToolSpec::name).toList());
    }

    @Test
    void a_toolbox_has_just_the_tools_that_are_declared() {
        assertThrows(IllegalArgumentException.class, () -> new DeclaredToolbox(List.of(), null, null, null));
        List<Tool> tools = new ArrayList<>();
        specs.forEach(spec -> tools.add(named(spec.name())));
        new DeclaredToolbox(tools, null, null, null);
        tools.add(named("order_pizza"));
        assertThrows(IllegalArgumentException.class, () -> new DeclaredToolbox(tools, null, null, null));
    }

    private static Tool named(String name) {
        return new Tool() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public ToolResult run(ToolInput input) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** The domain tells by a tool's name what came of its call; it describes none. */
    @Test
    void no_other_file_lists_the_tools() throws IOException {
        List<String> names = specs.stream().map(spec -> '"' + spec.name() + '"').toList();
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("ports", "adapters-vapi", "adapters-postgres", "app-server")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main"))) {
                files.filter(file -> file.toString().matches(".*\\.(java|json|sql|properties)"))
                        .forEach(sources::add);
            }
        }
        List<Path> lists = new ArrayList<>();
        for (Path source : sources) {
            String text = Files.readString(source);
            if (names.stream().filter(text::contains).count() > 2) {
                lists.add(source.getFileName());
            }
        }
        assertEquals(List.of(Path.of("catalogue.json")), lists);
    }
}
