package ca.vitaravox.vapi.booking;

import static ca.vitaravox.vapi.tool.Answers.assertAllOf;
import static ca.vitaravox.vapi.tool.Answers.assertAnswer;
import static ca.vitaravox.vapi.tool.Answers.assertSpeakable;
import static ca.vitaravox.vapi.tool.TestDesk.appointment;
import static ca.vitaravox.vapi.tool.TestDesk.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.vapi.tool.TestDesk;
import ca.vitaravox.vapi.tool.ToolResult;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateAppointmentToolTest {
    private static final PatientAppointment TUESDAY = appointment("9001", "2026-09-15T09:30", AppointmentStatus.BOOKED);
    private static final PatientAppointment FRIDAY = appointment("9002", "2026-09-18T14:00", AppointmentStatus.BOOKED);
    private static final BookableSlot FRIDAY_SLOT = slot("k3v9x2m7qp", "2026-09-18T14:00", TestDesk.WEXFORD);
    private static final String PROVIDER = "'provider':{'provider_id':'101','display_name':'Doctor Mara Wexford'}";
    private static final String TUESDAY_SHAPE =
            "{'appointment_id':'9001','date':'2026-09-15','time':'09:30','duration_minutes':15,"
                    + "'visit_type':'checkup'," + PROVIDER + "}";
    private static final String FRIDAY_SHAPE =
            "{'appointment_id':'9002','date':'2026-09-18','time':'14:00','duration_minutes':15,"
                    + "'visit_type':'checkup'," + PROVIDER + "}";
    private static final String FRIDAY_SLOT_SHAPE =
            "{'slot_id':'k3v9x2m7qp','date':'2026-09-18','time':'14:00','duration_minutes':15,"
                    + "'visit_type':'checkup'," + PROVIDER + "}";
    private static final String MOVED =
            "Your appointment is moved. It is now on Friday, September 18 at 2:00 PM with Doctor Mara Wexford.";
    private static final String MOVE = "{'appointment_id':'9001','slot_id':'k3v9x2m7qp','confirmed':true}";
    private static final String UNCONFIRMED = "{'appointment_id':'9001','slot_id':'k3v9x2m7qp'}";

    private final TestDesk desk = new TestDesk();

    private void move(Moving.Result result, String answer) {
        desk.moving = result;
        assertAnswer(answer, desk.run("update_appointment", MOVE));
    }

    private void refused(Moving.Result result, String code, String say, String next) {
        move(result, "{'success':false,'code':'" + code + "','say':'" + say + "','next':'" + next + "'}");
    }

    @Test
    void a_move_is_told_with_the_new_time_and_what_it_was_before() {
        move(
                new Moving.Result.Moved(FRIDAY, TUESDAY, false),
                "{'success':true,'say':'" + MOVED + "','appointment':" + FRIDAY_SHAPE + ",'previous':" + TUESDAY_SHAPE
                        + "}");
        assertEquals(
                new Moving.Command(new AppointmentId("9001"), new SlotId("k3v9x2m7qp"), true, Optional.empty()),
                desk.asked);
    }

    @Test
    void a_move_that_was_made_already_is_told_again() {
        move(
                new Moving.Result.Moved(FRIDAY, TUESDAY, true),
                "{'success':true,'say':'" + MOVED + "','appointment':" + FRIDAY_SHAPE + ",'previous':" + TUESDAY_SHAPE
                        + ",'already':true}");
    }

    @Test
    void a_move_is_told_in_french_and_chinese() {
        desk.moving = new Moving.Result.Moved(FRIDAY, TUESDAY, false);
        assertAnswer(
                "{'success':true,'say':'Votre rendez-vous est déplacé. Il est maintenant fixé au vendredi 18 septembre à"
                        + " 14 h avec Doctor Mara Wexford.','appointment':" + FRIDAY_SHAPE + ",'previous':"
                        + TUESDAY_SHAPE + "}",
                desk.run("update_appointment", MOVE, Language.FRENCH));
        assertAnswer(
                "{'success':true,'say':'预约改好了，现在是九月十八日星期五下午两点，Doctor Mara Wexford。','appointment':" + FRIDAY_SHAPE
                        + ",'previous':" + TUESDAY_SHAPE + "}",
                desk.run("update_appointment", MOVE, Language.CHINESE));
    }

    @Test
    void a_move_wants_a_yes_to_the_old_and_the_new_time() {
        desk.moving = new Moving.Result.NotConfirmed(TUESDAY, FRIDAY_SLOT);
        String both =
                "','next':'confirm_with_caller','appointment':" + TUESDAY_SHAPE + ",'slot':" + FRIDAY_SLOT_SHAPE + "}";
        assertAnswer(
                "{'success':false,'code':'NOT_CONFIRMED','say':'Shall I move the appointment on Tuesday, September 15 at"
                        + " 9:30 AM with Doctor Mara Wexford to Friday, September 18 at 2:00 PM with Doctor Mara"
                        + " Wexford?" + both,
                desk.run("update_appointment", UNCONFIRMED));
        assertAnswer(
                "{'success':false,'code':'NOT_CONFIRMED','say':'Dois-je déplacer le rendez-vous du mardi 15 septembre à"
                        + " 9 h 30 avec Doctor Mara Wexford au vendredi 18 septembre à 14 h avec Doctor Mara Wexford?"
                        + both,
                desk.run("update_appointment", UNCONFIRMED, Language.FRENCH));
        assertAnswer(
                "{'success':false,'code':'NOT_CONFIRMED','say':'要把九月十五日星期二上午九点半，Doctor Mara Wexford的预约改到"
                        + "九月十八日星期五下午两点，Doctor Mara Wexford吗？" + both,
                desk.run("update_appointment", UNCONFIRMED, Language.CHINESE));
    }

    @Test
    void what_is_not_to_be_told_of_the_old_time_is_left_out() {
        PatientAppointment bare = new PatientAppointment(
                TUESDAY.id(), Optional.empty(), Optional.empty(), TUESDAY.start(), TUESDAY.length(), TUESDAY.status());
        move(
                new Moving.Result.NotConfirmed(bare, FRIDAY_SLOT),
                "{'success':false,'code':'NOT_CONFIRMED','say':'Shall I move the appointment on Tuesday, September 15 at"
                        + " 9:30 AM to Friday, September 18 at 2:00 PM with Doctor Mara Wexford?','next':"
                        + "'confirm_with_caller','appointment':{'appointment_id':'9001','date':'2026-09-15','time':"
                        + "'09:30','duration_minutes':15},'slot':" + FRIDAY_SLOT_SHAPE + "}");
    }

    @Test
    void what_is_moved_is_what_was_asked_for() {
        desk.moving = new Moving.Result.Pending();
        desk.run(
                "update_appointment",
                "{'appointmentId':9001,'slotId':' K3V9X2M7QP ','confirmed':'true','reason':'away <that> day'}");
        assertEquals(
                new Moving.Command(
                        new AppointmentId("9001"), new SlotId("k3v9x2m7qp"), true, Optional.of("away that day")),
                desk.asked);
        assertEquals(TestDesk.context(Language.ENGLISH), desk.call);
    }

    @ParameterizedTest
    @ValueSource(strings = {UNCONFIRMED, "{'appointment_id':'9001','slot_id':'k3v9x2m7qp','confirmed':false}"})
    void without_a_yes_nothing_is_confirmed(String arguments) {
        desk.moving = new Moving.Result.NotConfirmed(TUESDAY, FRIDAY_SLOT);
        desk.run("update_appointment", arguments);
        assertFalse(((Moving.Command) desk.asked).confirmed());
    }

    @Test
    void a_time_that_is_gone_is_answered_with_others() {
        move(
                new Moving.Result.SlotTaken(List.of(slot("m4w8y3n6rs", "2026-09-18T15:00", TestDesk.SETHI))),
                "{'success':false,'code':'SLOT_TAKEN','say':'I’m sorry, that time was just taken. I still have Friday,"
                        + " September 18 at 3:00 PM with Doctor Anil Sethi. Would that work?','next':'offer_slots',"
                        + "'alternatives':[{'slot_id':'m4w8y3n6rs','date':'2026-09-18','time':'15:00',"
                        + "'duration_minutes':15,'visit_type':'checkup','provider':{'provider_id':'102',"
                        + "'display_name':'Doctor Anil Sethi'},'say':'Friday, September 18 at 3:00 PM with Doctor Anil"
                        + " Sethi'}]}");
        move(
                new Moving.Result.SlotTaken(List.of()),
                "{'success':false,'code':'SLOT_TAKEN','say':'I’m sorry, that time was just taken. Let me look for"
                        + " another one.','next':'offer_slots','alternatives':[]}");
    }

    @Test
    void a_time_that_is_not_for_the_patient_is_answered_with_others() {
        move(
                new Moving.Result.NotForPatient(List.of(slot("m4w8y3n6rs", "2026-09-18T15:00", TestDesk.SETHI))),
                "{'success':false,'code':'NO_AVAILABILITY','say':'I have nothing then. The nearest opening is Friday,"
                        + " September 18 at 3:00 PM with Doctor Anil Sethi. Would that work, or would you like to wait"
                        + " for something better?','next':'offer_waitlist','alternatives':[{'slot_id':'m4w8y3n6rs',"
                        + "'date':'2026-09-18','time':'15:00','duration_minutes':15,'visit_type':'checkup','provider':"
                        + "{'provider_id':'102','display_name':'Doctor Anil Sethi'},'say':'Friday, September 18 at"
                        + " 3:00 PM with Doctor Anil Sethi'}]}");
    }

    @Test
    void the_other_refusals_say_what_to_do() {
        refused(
                new Moving.Result.AppointmentNotFound(),
                "APPOINTMENT_NOT_FOUND",
                "I don’t have that appointment here. Shall I look up the appointments?",
                "confirm_with_caller");
        refused(
                new Moving.Result.NotVerified(),
                "IDENTITY_NOT_VERIFIED",
                "For your privacy I need the patient’s date of birth first.",
                "ask_date_of_birth");
        refused(
                new Moving.Result.NotChangeable(),
                "APPOINTMENT_NOT_CHANGEABLE",
                "I’m sorry, that appointment can’t be changed by phone any more. Our staff can help you further.",
                "transfer_to_staff");
        refused(
                new Moving.Result.SlotUnknown(),
                "SLOT_UNKNOWN",
                "Let me look for the open times once more.",
                "offer_slots");
        refused(
                new Moving.Result.SlotExpired(),
                "SLOT_EXPIRED",
                "I’m sorry, that time is too close by now. Let me look for another one.",
                "offer_slots");
        refused(
                new Moving.Result.Pending(),
                "OUTCOME_PENDING",
                "I’m still waiting for the clinic’s system to confirm. One moment, please.",
                "call_again");
        refused(
                new Moving.Result.EmrUnavailable(),
                "EMR_UNAVAILABLE",
                "I’m sorry, I can’t reach the clinic’s system right now. Nothing was changed.",
                "call_again");
    }

    @ParameterizedTest
    @CsvSource({"9001,slot_2026-09-18,SLOT_UNKNOWN", "9001,abc,SLOT_UNKNOWN", "9001,時間,SLOT_UNKNOWN"})
    void an_invented_slot_is_an_unknown_one(String appointment, String slot, String code) {
        assertInvented(appointment, slot, code);
    }

    @Test
    void an_invented_appointment_is_an_unknown_one_whatever_the_slot() {
        assertInvented("x".repeat(41), "k3v9x2m7qp", "APPOINTMENT_NOT_FOUND");
        assertInvented("x".repeat(41), "abc", "APPOINTMENT_NOT_FOUND");
    }

    private void assertInvented(String appointment, String slot, String code) {
        ToolResult result = desk.run(
                "update_appointment",
                "{'appointment_id':'" + appointment + "','slot_id':'" + slot + "','confirmed':true}");
        assertEquals(code, result.code().orElseThrow().name());
        assertSpeakable(result);
        assertNull(desk.asked);
    }

    @Test
    void without_appointment_or_slot_there_is_nothing_to_move() {
        assertAnswer(
                "{'success':false,'code':'INVALID_ARGUMENT','say':'Which appointment do you mean?','next':"
                        + "'confirm_with_caller','field':'appointment_id','hint':'appointment_id is missing'}",
                desk.run("update_appointment", "{'slot_id':'k3v9x2m7qp','confirmed':true}"));
        assertAnswer(
                "{'success':false,'code':'INVALID_ARGUMENT','say':'Let me look for the open times once more.','next':"
                        + "'offer_slots','field':'slot_id','hint':'slot_id is missing'}",
                desk.run("update_appointment", "{'appointment_id':'9001','confirmed':true}"));
        assertNull(desk.asked);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_end_has_its_short_answer(Language language) {
        Provider provider = TestDesk.provider("p".repeat(40), "d".repeat(Provider.LONGEST_NAME));
        VisitType type = TestDesk.visitType("v".repeat(40), "visit", "visite", "检查");
        PatientAppointment longest = new PatientAppointment(
                new AppointmentId("a".repeat(40)),
                Optional.of(provider),
                Optional.of(type),
                TUESDAY.start().plusYears(2).plusDays(8),
                Duration.ofMinutes(240),
                AppointmentStatus.BOOKED);
        BookableSlot slot = new BookableSlot(new SlotId("abcdefghijkl"), provider, type, longest.start());
        List<Moving.Result> ends = List.of(
                new Moving.Result.Moved(longest, longest, true),
                new Moving.Result.NotConfirmed(longest, slot),
                new Moving.Result.AppointmentNotFound(),
                new Moving.Result.NotVerified(),
                new Moving.Result.NotChangeable(),
                new Moving.Result.SlotUnknown(),
                new Moving.Result.SlotExpired(),
                new Moving.Result.SlotTaken(Collections.nCopies(3, slot)),
                new Moving.Result.NotForPatient(Collections.nCopies(3, slot)),
                new Moving.Result.Pending(),
                new Moving.Result.EmrUnavailable());
        assertAllOf(Moving.Result.class, ends);
        for (Moving.Result end : ends) {
            desk.moving = end;
            ToolResult result = desk.run("update_appointment", MOVE, language);
            assertSpeakable(result);
            assertEquals(end instanceof Moving.Result.Moved, result.success());
            assertTrue(result.success() || result.body().has("next"), result.json());
        }
    }
}
