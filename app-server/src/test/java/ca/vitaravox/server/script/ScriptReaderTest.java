package ca.vitaravox.server.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.script.Script.Expected;
import ca.vitaravox.server.script.Script.Kept;
import ca.vitaravox.server.script.Script.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptReaderTest {
    @Test
    void a_script_is_read_line_by_line() {
        Script script = ScriptReader.read(List.of(
                "# comment",
                "from +16045550142",
                "to +16045550101 an-id",
                "",
                "caller  Hello  there.",
                "tool search {\"a\": 1}",
                "   expect /found true",
                "   expect /id",
                "   until /offer",
                "   keep patient /id",
                "summary It went well."));

        assertEquals(Optional.of("+16045550142"), script.from());
        assertEquals(Optional.of("+16045550101"), script.to());
        assertEquals(Optional.of("an-id"), script.phoneNumberId());
        assertEquals(Optional.of("It went well."), script.summary());
        assertEquals(
                List.of(
                        new Step.Said("caller", "Hello  there."),
                        new Step.Tool(
                                "search",
                                "{\"a\": 1}",
                                List.of(
                                        new Expected("/found", Optional.of("true"), false),
                                        new Expected("/id", Optional.empty(), false),
                                        new Expected("/offer", Optional.empty(), true)),
                                List.of(new Kept("patient", "/id")))),
                script.steps());
    }

    @Test
    void other_numbers_take_the_place_of_the_scripts() {
        Script script = ScriptReader.read(List.of("from 1", "to 2 an-id"));

        assertEquals(
                new Script(Optional.of("3"), Optional.of("4"), Optional.empty(), List.of(), Optional.empty()),
                script.between(Optional.of("3"), Optional.of("4")));
        assertEquals(script, script.between(Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doctor Hello.",
                "expect /found true",
                "keep patient /id",
                "tool",
                "tool x\nkeep patient",
                "tool x\nexpect found",
                "tool x\nkeep patient id",
                "tool x\ncaller Hi.\nexpect /a"
            })
    void a_line_that_cannot_be_understood_is_named(String text) {
        List<String> lines = text.lines().toList();

        Refused refused = assertThrows(Refused.class, () -> ScriptReader.read(lines));

        assertTrue(refused.getMessage().startsWith("Line " + lines.size() + " of the script"), refused::getMessage);
    }

    @Test
    void the_script_that_comes_along_books() {
        Script script = Scripts.booking();

        assertEquals(
                List.of(
                        "search_patient_by_phone",
                        "find_earliest_appointment",
                        "create_appointment",
                        "log_call_metadata"),
                script.steps().stream()
                        .filter(Step.Tool.class::isInstance)
                        .map(step -> ((Step.Tool) step).name())
                        .toList());
        assertFalse(script.phoneNumberId().isEmpty());
    }
}
