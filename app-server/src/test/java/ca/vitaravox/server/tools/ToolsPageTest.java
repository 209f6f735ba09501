package ca.vitaravox.server.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.vapi.tool.DeclaredToolbox;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ToolsPageTest {
    private static final Map<Language, String> FILLERS =
            Map.of(Language.ENGLISH, "One moment.", Language.FRENCH, "Un instant.", Language.CHINESE, "请稍等。");

    private static String printed(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new ToolsPrintCommand()).setOut(new PrintWriter(out));
        assertEquals(0, command.execute(arguments));
        return out.toString();
    }

    @Test
    void the_documentation_agrees_with_the_catalogue() throws IOException {
        assertEquals(
                printed("--markdown"),
                Files.readString(Path.of("../docs/tools.md")),
                "docs/tools.md is not up to date: ./vitaravox tools print --markdown > docs/tools.md");
    }

    @Test
    void every_tool_has_a_line_for_what_it_takes_and_one_for_what_it_answers_with() {
        List<String> lines = printed("--markdown").lines().toList();
        for (ToolSpec tool : DeclaredToolbox.declared()) {
            assertEquals(
                    2,
                    lines.stream()
                            .filter(line -> line.startsWith("| `" + tool.name() + "` |"))
                            .count(),
                    tool.name());
        }
        long rows = lines.stream().filter(line -> line.startsWith("| `")).count();
        assertEquals(2L * DeclaredToolbox.declared().size(), rows);
    }

    @Test
    void required_arguments_stand_out_and_those_of_every_tool_are_named_once() {
        String page = ToolsPage.of(List.of(
                tool("order_pizza", "Orders a pizza | or two, at 7.30 p. Never twice.", true, "topping", "size"),
                tool("eat", "Eats.", false)));

        assertTrue(
                page.contains(
                        "| `order_pizza` | **`topping`**, `size` | yes | Orders a pizza \\| or two, at 7.30 p. |\n"
                                + "| `eat` |  | no | Eats. |\n"),
                page);
        assertTrue(page.contains("required; `language` may be passed to every tool."), page);
    }

    @Test
    void without_asking_for_the_page_the_catalogue_is_printed_as_json() {
        assertTrue(printed().startsWith("["));
    }

    /** A tool that requires the first of these arguments. */
    private static ToolSpec tool(String name, String description, boolean writes, String... arguments) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = parameters.putObject("properties");
        ArrayNode required = parameters.putArray("required");
        for (String argument : arguments) {
            properties.putObject(argument);
        }
        properties.putObject("language");
        Arrays.stream(arguments).limit(1).forEach(required::add);
        return new ToolSpec(name, name, description, parameters, FILLERS, writes, false, false);
    }
}
