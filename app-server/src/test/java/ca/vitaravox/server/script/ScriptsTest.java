package ca.vitaravox.server.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.script.Script.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class ScriptsTest {
    private static List<Step.Tool> tools(Script script) {
        return script.steps().stream()
                .filter(Step.Tool.class::isInstance)
                .map(Step.Tool.class::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ca.vitaravox.server.script.Scripts#names")
    void every_script_says_whose_call_it_is_and_what_it_was_about(String name) {
        Script script = Scripts.named(name).orElseThrow();

        assertFalse(tools(script).isEmpty());
        tools(script).forEach(tool -> assertFalse(tool.expected().isEmpty(), tool.name()));
        assertTrue(script.summary().isPresent());
    }

    @Test
    void every_script_is_played_against_a_running_demo_and_none_is_left_over() throws IOException {
        String played = Files.readString(Path.of("src/test/java/ca/vitaravox/server/demo/ScriptedCallsIT.java"));
        Scripts.names().forEach(name -> assertTrue(played.contains("(\"" + name + "\""), name + " is never played"));
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/scripts"))) {
            assertEquals(
                    new TreeSet<>(Scripts.names()),
                    files.map(file -> file.getFileName().toString().replace(".call", ""))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void a_script_has_no_other_name() {
        assertEquals(Optional.empty(), Scripts.named("scripts/booking.call"));
        assertEquals(Optional.of(Scripts.booking()), Scripts.named("booking"));
    }

    @Test
    void the_help_names_them_all() {
        String help = new CommandLine(new CallCommand(Map.of())).getUsageMessage();
        Scripts.names().forEach(name -> assertTrue(help.contains(name), name));
    }

    @Test
    void a_script_that_is_neither_a_file_nor_along_is_refused_naming_those_that_are() {
        CallCommand command = new CallCommand(Map.of("VITARAVOX_WEBHOOK_SECRET", "any"));
        new CommandLine(command).parseArgs("--script", "no-such-script");

        Refused refused = assertThrows(Refused.class, command::call);

        assertEquals(
                "The script no-such-script cannot be read: name a file, or one of " + String.join(", ", Scripts.names())
                        + ".",
                refused.getMessage());
    }
}
