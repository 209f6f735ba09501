package ca.vitaravox.server.tools;

import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.Next;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of the documentation about the voice tools, in Markdown: {@code page.md}, filled in from the catalogue. */
final class ToolsPage {
    private static final Pattern AFTER_FIRST_SENTENCE = Pattern.compile("(?<=\\.)\\s.*", Pattern.DOTALL);

    private ToolsPage() {}

    /** The page about these tools. */
    static String of(List<ToolSpec> tools) {
        Set<String> everywhere = everywhere(tools);
        return template()
                .replace("$everywhere", listed(everywhere.stream()))
                .replace(
                        "$tools",
                        tools.stream().map(tool -> row(tool, everywhere)).collect(Collectors.joining("\n")))
                .replace("$codes", listed(Arrays.stream(Code.values()).map(Code::name)))
                .replace("$next", listed(Arrays.stream(Next.values()).map(Next::wireName)));
    }

    /** The arguments that every tool takes. */
    private static Set<String> everywhere(List<ToolSpec> tools) {
        Set<String> common = new LinkedHashSet<>(arguments(tools.get(0)));
        tools.forEach(tool -> common.retainAll(arguments(tool)));
        return common;
    }

    private static String row(ToolSpec tool, Set<String> everywhere) {
        Set<String> required = tool.parameters()
                .path("required")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        String arguments = arguments(tool).stream()
                .filter(name -> !everywhere.contains(name))
                .map(name -> required.contains(name) ? "**" + code(name) + "**" : code(name))
                .collect(Collectors.joining(", "));
        return "| " + code(tool.name()) + " | " + arguments + " | " + (tool.writes() ? "yes" : "no") + " | "
                + firstSentence(tool.description()) + " |";
    }

    private static List<String> arguments(ToolSpec tool) {
        return tool.parameters()
                .path("properties")
                .propertyStream()
                .map(property -> property.getKey())
                .toList();
    }

    private static String firstSentence(String description) {
        return AFTER_FIRST_SENTENCE.matcher(description).replaceFirst("").replace("|", "\\|");
    }

    private static String listed(Stream<String> names) {
        return names.map(ToolsPage::code).collect(Collectors.joining(", "));
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    private static String template() {
        try (InputStream page = ToolsPage.class.getResourceAsStream("page.md")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("page.md", broken);
        }
    }
}
