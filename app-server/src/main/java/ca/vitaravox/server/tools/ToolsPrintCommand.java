package ca.vitaravox.server.tools;

import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.vapi.tool.DeclaredToolbox;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the catalogue of the voice tools. */
@Command(
        name = "print",
        description =
                "Prints every voice tool as JSON: name, path, description, whether it writes, what is said meanwhile,"
                        + " and the JSON Schema of its arguments; or the page about them.")
public final class ToolsPrintCommand implements Callable<Integer> {
    @Option(names = "--markdown", description = "Prints docs/tools.md, for people.")
    private boolean markdown;

    @Spec
    private CommandSpec spec;

    /** The command. */
    public ToolsPrintCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (markdown) {
            out.print(ToolsPage.of(DeclaredToolbox.declared()));
        } else {
            out.println(json().toPrettyString());
        }
        out.flush();
        return 0;
    }

    private static ArrayNode json() {
        ArrayNode tools = JsonNodeFactory.instance.arrayNode();
        for (ToolSpec tool : DeclaredToolbox.declared()) {
            ObjectNode printed = tools.addObject()
                    .put("name", tool.name())
                    .put("path", "/api/vapi/" + tool.slug())
                    .put("description", tool.description())
                    .put("writes", tool.writes());
            ObjectNode fillers = printed.putObject("fillers");
            for (Language language : Language.values()) {
                fillers.put(language.code(), tool.fillers().get(language));
            }
            printed.set("parameters", tool.parameters());
        }
        return tools;
    }
}
