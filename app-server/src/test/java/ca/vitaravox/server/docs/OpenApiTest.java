package ca.vitaravox.server.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.access.AccessTable;
import ca.vitaravox.server.access.Rule;
import ca.vitaravox.server.access.Words;
import ca.vitaravox.server.testing.OpenApi;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What openapi.yaml says, held against the access table and against itself. */
class OpenApiTest {
    @Test
    void each_operation_of_the_administration_names_the_roles_of_the_access_table() {
        for (Rule rule : AccessTable.RULES) {
            JsonNode operation = OpenApi.operations().stream()
                    .filter(each -> each.route().equals(rule.route()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(rule.route() + " is missing"))
                    .described();
            Set<String> roles = rule.needs() == Rule.Needs.NOTHING
                    ? Set.of()
                    : rule.roles().stream().map(Words::word).collect(Collectors.toSet());
            assertEquals(new TreeSet<>(roles), new TreeSet<>(texts(operation.path("x-roles"))), rule.route());
            assertEquals(
                    rule.needs() == Rule.Needs.NOTHING,
                    operation.path("security").isEmpty(),
                    rule.route());
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    @Test
    void each_parameter_of_a_path_is_described_and_no_other() {
        for (OpenApi.Operation operation : OpenApi.operations()) {
            String path = operation.route().substring(operation.route().indexOf(' ') + 1);
            Set<String> inPath = new TreeSet<>();
            Matcher braces = Pattern.compile("\\{([^}]+)}").matcher(path);
            while (braces.find()) {
                inPath.add(braces.group(1));
            }
            List<JsonNode> parameters = new ArrayList<>();
            OpenApi.document().path("paths").path(path).path("parameters").forEach(parameters::add);
            operation.described().path("parameters").forEach(parameters::add);
            Set<String> described = parameters.stream()
                    .map(OpenApi::resolved)
                    .filter(each -> each.path("in").asText().equals("path"))
                    .map(each -> each.path("name").asText())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(inPath, described, operation.route());
        }
    }

    @Test
    void every_example_of_a_body_fits_its_schema() {
        List<String> seen = new ArrayList<>();
        OpenApi.bodies((place, body) -> {
            List<JsonNode> examples = new ArrayList<>();
            if (body.has("example")) {
                examples.add(body.get("example"));
            }
            body.path("examples").forEach(each -> examples.add(each.path("value")));
            for (JsonNode example : examples) {
                seen.add(place);
                assertEquals(List.of(), OpenApi.wrong(body.path("schema"), example), place);
            }
        });
        assertFalse(seen.isEmpty());
    }

    @Test
    void every_example_of_a_schema_fits_it() {
        int[] seen = {0};
        checkExamples(OpenApi.document().path("components").path("schemas"), "#/components/schemas", seen);
        checkExamples(OpenApi.document().path("paths"), "#/paths", seen);
        assertTrue(seen[0] > 0);
    }

    @Test
    void every_schema_that_has_a_name_has_an_example() {
        List<String> without = new ArrayList<>();
        OpenApi.document().at("/components/schemas").properties().forEach(each -> {
            JsonNode schema = each.getValue();
            if (!schema.has("example") && schema.path("examples").isEmpty()) {
                without.add(each.getKey());
            }
        });
        assertEquals(List.of(), without);
    }

    private static void checkExamples(JsonNode node, String place, int[] seen) {
        if ((node.has("type") || node.has("allOf")) && node.path("examples").isArray()) {
            for (JsonNode example : node.get("examples")) {
                seen[0]++;
                assertEquals(List.of(), OpenApi.wrong(node, example), place);
            }
        }
        node.properties().forEach(each -> checkExamples(each.getValue(), place + "/" + each.getKey(), seen));
    }

    @Test
    void a_wrong_example_would_be_found() {
        JsonNode problem = OpenApi.document().at("/components/schemas/Problem");
        assertFalse(OpenApi.wrong(
                        problem,
                        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                                .objectNode()
                                .put("title", 7))
                .isEmpty());
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references = new ArrayList<>();
        collect(OpenApi.document(), references);
        assertFalse(references.isEmpty());
        for (String reference : references) {
            assertFalse(OpenApi.document().at(reference.substring(1)).isMissingNode(), reference);
        }
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.path("$ref").isTextual()) {
            references.add(node.get("$ref").textValue());
        }
        node.forEach(each -> collect(each, references));
    }

    @Test
    void every_schema_is_one() {
        var meta = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        OpenApi.document()
                .at("/components/schemas")
                .properties()
                .forEach(each -> assertTrue(
                        meta.validate(each.getValue()).isEmpty(),
                        each.getKey() + " " + meta.validate(each.getValue())));
    }
}
