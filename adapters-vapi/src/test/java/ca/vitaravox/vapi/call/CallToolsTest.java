package ca.vitaravox.vapi.call;

import static ca.vitaravox.vapi.tool.Answers.assertAllOf;
import static ca.vitaravox.vapi.tool.Answers.assertAnswer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.CallTransfer.Request;
import ca.vitaravox.ports.call.CallTransfer.Result;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferReason;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.task.Message;
import ca.vitaravox.vapi.UseCases;
import ca.vitaravox.vapi.VoiceTools;
import ca.vitaravox.vapi.tool.TestDesk;
import ca.vitaravox.vapi.tool.ToolResult;
import ca.vitaravox.vapi.tool.Toolbox;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallToolsTest {
    private static final String EMERGENCY =
            "{'success':true,'say':'If this is an emergency, please hang up and dial 911 right now. If you are having"
                    + " thoughts of suicide, call or text 988 at any time.','next':'nothing'}";

    private static final TransferDestination DESK =
            new TransferDestination(new PhoneNumber("+16045550189"), "Front desk", false);

    private final TestDesk desk = new TestDesk();
    /** Nothing behind it works, not even the clock. */
    private final Toolbox dead = VoiceTools.of(
            new UseCases(null, null, null, null, null, null, null, null, null, null, null, null, null), null, null);

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

    @ParameterizedTest
    @ValueSource(strings = {"['emergency']", "{'type':'emergency'}", "911"})
    void an_emergency_is_heard_in_whatever_it_is_wrapped(String reason) {
        assertTrue(withoutClinic("{'reason':" + reason + "}", Language.ENGLISH).isPresent());
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
    void other_reasons_go_the_usual_way_and_unknown_ones_are_asked_for() {
        for (String arguments : new String[] {"{}", "{'reason':'billing'}", "{'reason':['billing']}"}) {
            assertEquals(Optional.empty(), withoutClinic(arguments, Language.ENGLISH), arguments);
        }
        assertAnswer(
                "{'success':false,'code':'INVALID_ARGUMENT','say':'What would you like to speak with our staff about?',"
                        + "'next':'confirm_with_caller','field':'reason','hint':'reason is one of medical_question,"
                        + " prescription, test_results, running_late, billing, frustrated, registration_error,"
                        + " patient_request, leave_message, emergency'}",
                desk.run("transfer_call", "{'reason':'boredom'}"));
    }

    @Test
    void a_call_that_is_handed_on_hears_so_and_the_destination_is_told() {
        desk.transfer = new Result.HandedOn(DESK, false);
        assertAnswer(
                "{'success':true,'say':'I’m putting you through now. One moment, please.','next':'nothing',"
                        + "'destination':{'number':'+16045550189','label':'Front desk'}}",
                desk.run("transfer_call", "{'reason':'billing','summary':'About\\na <bill>.'}"));
        assertEquals(new Request(TransferReason.BILLING, Optional.of("About a bill ."), Optional.empty()), desk.asked);
        desk.transfer = new Result.HandedOn(DESK, true);
        assertTrue(desk.run("transfer_call", "{'reason':'billing'}")
                .body()
                .path("already")
                .asBoolean());
    }

    @Test
    void a_message_is_taken_and_nothing_of_it_comes_back() {
        desk.transfer = new Result.MessageTaken(false);
        assertAnswer(
                "{'success':true,'say':'Nobody can take your call right now, so I’ve left a message for our staff. Is"
                        + " there anything else?','next':'nothing','message_taken':true}",
                desk.run("transfer_call", "{'reason':'Test Results','summary':'Robin wants results.'}"));
        desk.transfer = new Result.MessageTaken(true);
        assertAnswer(
                "{'success':true,'say':'Thank you, I’ve passed your message on to our staff. Is there anything else?',"
                        + "'next':'nothing','message_taken':true,'already':true}",
                desk.run(
                        "transfer_call",
                        "{'reason':'leave_message','summary':'Call Robin.','callback_number':'604-555-0177'}"));
        assertEquals(
                new Request(
                        TransferReason.LEAVE_MESSAGE,
                        Optional.of("Call Robin."),
                        Optional.of(new PhoneNumber("+16045550177"))),
                desk.asked);
    }

    @Test
    void what_a_message_lacks_is_asked_for() {
        desk.transfer = new Result.NumberNeeded();
        assertAnswer(
                "{'success':false,'code':'NO_TRANSFER_DESTINATION','say':'I’m sorry, nobody can take your call right"
                        + " now. I can take a message: which number can our staff call you back at?','next':'take_message'}",
                desk.run("transfer_call", "{'reason':'billing'}"));
        assertAnswer(
                "{'success':false,'code':'INVALID_ARGUMENT','say':'Which phone number, with the area code, can our"
                        + " staff call you back at?','next':'take_message','field':'callback_number',"
                        + "'hint':'callback_number is missing: the call came without a number'}",
                desk.run("transfer_call", "{'reason':'leave_message','summary':'Call Robin.'}"));
        desk.transfer = new Result.WordsNeeded();
        assertAnswer(
                "{'success':false,'code':'INVALID_ARGUMENT','say':'What would you like me to tell our staff?',"
                        + "'next':'take_message','field':'summary',"
                        + "'hint':'summary is missing: what the caller wants the staff to know'}",
                desk.run("transfer_call", "{'reason':'leave_message'}"));
        desk.transfer = new Result.MessagesFull();
        assertAnswer(
                "{'success':false,'code':'RATE_LIMITED','say':'Our staff have your messages from this call and will get"
                        + " back to you. I can’t take another one now.','next':'nothing'}",
                desk.run("transfer_call", "{'reason':'leave_message','summary':'And one more.'}"));
        assertAllOf(
                Result.class,
                List.of(
                        new Result.HandedOn(DESK, false),
                        new Result.MessageTaken(false),
                        new Result.MessagesFull(),
                        new Result.NumberNeeded(),
                        new Result.WordsNeeded()));
    }

    @Test
    void a_summary_is_cut_to_what_a_message_holds() {
        desk.transfer = new Result.MessageTaken(false);
        desk.run("transfer_call", "{'reason':'billing','summary':'" + "x".repeat(Message.LONGEST + 1) + "'}");
        Request request = (Request) desk.asked;
        assertEquals(Message.LONGEST, request.summary().orElseThrow().length());
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
