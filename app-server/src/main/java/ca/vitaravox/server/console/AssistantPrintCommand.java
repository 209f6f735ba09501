package ca.vitaravox.server.console;

import ca.vitaravox.server.cli.ConfigOption;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a clinic has at Vapi when it is set up. */
@Command(
        name = "print",
        description =
                "Prints everything that `push` would send to Vapi for a clinic, as JSON: tools, assistants, squad,"
                        + " numbers, credential. Secrets are left out; what has no id at Vapi yet goes by our name for it.")
final class AssistantPrintCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config;

    @Parameters(paramLabel = "CLINIC", description = "The clinic's id.")
    private String clinic;

    @Spec
    private CommandSpec spec;

    AssistantPrintCommand(Map<String, String> environment) {
        config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        ObjectNode printed = JsonNodeFactory.instance.objectNode();
        Shell.visit(
                        config,
                        (shell, desk) ->
                                shell.ofClinic(clinic, id -> shell.assistants().print(id)))
                .forEach(printed::set);
        spec.commandLine().getOut().println(printed.toPrettyString());
        return 0;
    }
}
