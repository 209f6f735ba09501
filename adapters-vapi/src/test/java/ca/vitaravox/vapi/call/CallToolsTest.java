package ca.vitaravox.vapi.call;

import static ca.vitaravox.vapi.tool.Answers.assertAnswer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.vapi.UseCases;
import ca.vitaravox.vapi.VoiceTools;
import ca.vitaravox.vapi.tool.TestDesk;
import ca.vitaravox.vapi.tool.ToolResult;
import ca.vitaravox.vapi.tool.Toolbox;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallToolsTest {
    private static final String EMERGENCY =
            "{'success':true,'say':'If this is an emergency, please hang up and dial 911 right now. If you are having"
                    + " thoughts of suicide, call or text 988 at any time.','next':'nothing'}";

    private final TestDesk desk = new TestDesk();
    /** Nothing behind it works, not even the clock. */
    private final Toolbox dead =
            VoiceTools.of(new UseCases(null, null, null, null, null, null, null, null, null), null, null);

    private Optional<ToolResult> withoutClinic(String arguments, Language language) {
        return dead.withoutClinic(dead.spec("transfer_call").orElseThrow(), TestDesk.json(arguments), language);
    }

    @Test
    void an_emergency_is_answered_with_nothing_behind_it() {
        assertAnswer(
                EMERGENCY,
                withoutClinic("{'reason':'emergency'}", Language.ENGLISH).orElseThrow());
        assertAnswer(
                EMERGENCY,
                dead.run(
                        dead.spec("transfer_call").orElseThrow(),
                        TestDesk.context(Language.ENGLISH),
                        TestDesk.json("{'reason':'Emergency','summary':7}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"emergency", "EMERGENCY", "medical emergency", "urgence", "紧急情况", "call 911", "suicide"})
    void an_emergency_is_heard_however_it_is_written(String reason) {
        assertTrue(withoutClinic("{'Reason':'" + reason + "','summary':['x']}", Language.ENGLISH)
                .isPresent());
    }

    @Test
    void an_emergency_is_answered_in_the_callers_language() {
        assertAnswer(
                "{'success':true,'say':'S’il s’agit d’une urgence, raccrochez et composez le 911 tout de suite. Si vous"
                        + " avez des pensées suicidaires, appelez ou textez le 988 à toute heure.','next':'nothing'}",
                withoutClinic("{'reason':'emergency'}", Language.FRENCH).orElseThrow());
        assertAnswer(
                "{'success':true,'say':'如果情况紧急，请马上挂断电话并拨打911。如果您有自杀的念头，可以随时拨打988或给988发短信。'," + "'next':'nothing'}",
                withoutClinic("{'reason':'emergency','language':'zh'}", Language.FRENCH)
                        .orElseThrow());
    }

    @Test
    void other_reasons_go_the_usual_way_and_are_refused() {
        for (String arguments : new String[] {"{}", "{'reason':'billing'}", "{'reason':['emergency']}"}) {
            assertEquals(Optional.empty(), withoutClinic(arguments, Language.ENGLISH), arguments);
        }
        assertAnswer(
                "{'success':false,'code':'INVALID_ARGUMENT','say':'I’m sorry, I can’t transfer this call. Is there"
                        + " something else I can help you with?','next':'nothing','field':'reason',"
                        + "'hint':'reason is one of emergency'}",
                desk.run("transfer_call", "{'reason':'patient_request'}"));
    }

    @Test
    void no_other_tool_works_without_a_clinic() {
        for (var spec : dead.specs()) {
            assertEquals(
                    spec.alwaysWorks(),
                    dead.withoutClinic(spec, TestDesk.json("{'reason':'emergency'}"), Language.ENGLISH)
                            .isPresent());
        }
    }

    @Test
    void what_the_assistant_says_of_the_call_is_kept() {
        assertAnswer(
                "{'success':true,'say':'Thank you for calling. Goodbye.','next':'nothing'}",
                desk.run(
                        "log_call_metadata",
                        "{'intent':'book','outcome':'booked','summary':'Booked a\\n<check-up>.','satisfaction':5}"));
        assertEquals(
                new CallNews.Described(Intent.BOOK, Outcome.BOOKED, Optional.of("Booked a check-up ."), Optional.of(5)),
                desk.asked);
        desk.run("log_call_metadata", "{'intent':'other','outcome':'no_action'}");
        assertEquals(
                new CallNews.Described(Intent.OTHER, Outcome.NO_ACTION, Optional.empty(), Optional.empty()),
                desk.asked);
    }
}
