package ca.vitaravox.vapi.booking;

import static ca.vitaravox.vapi.tool.Answers.assertAllOf;
import static ca.vitaravox.vapi.tool.Answers.assertAnswer;
import static ca.vitaravox.vapi.tool.Answers.assertSpeakable;
import static ca.vitaravox.vapi.tool.TestDesk.appointment;
import static ca.vitaravox.vapi.tool.TestDesk.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.vapi.tool.TestDesk;
import ca.vitaravox.vapi.tool.ToolResult;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppointmentToolsTest {
    private static final PatientAppointment TUESDAY = appointment("9001", "2026-09-15T09:30", AppointmentStatus.BOOKED);
    private static final String TUESDAY_SHAPE =
            "{'appointment_id':'9001','date':'2026-09-15','time':'09:30','duration_minutes':15,"
                    + "'visit_type':'checkup','provider':{'provider_id':'101','display_name':'Doctor Mara Wexford'}}";
    private static final String TUESDAY_SAID = "Tuesday, September 15 at 9:30 AM with Doctor Mara Wexford";
    private static final String CREATE = "{'slot_id':'k3v9x2m7qp','patient_id':'4711'}";
    private static final String CANCEL = "{'appointment_id':'9001','confirmed':true}";
    private static final String CHECK = "{'patient_id':'4711'}";

    private final TestDesk desk = new TestDesk();

    private void create(Booking.Result result, String answer) {
        desk.booking = result;
        assertAnswer(answer, desk.run("create_appointment", CREATE));
    }

    private void cancel(Cancellation.Result result, String answer) {
        desk.cancellation = result;
        assertAnswer(answer, desk.run("cancel_appointment", CANCEL));
    }

    private String refusal(String code, String say, String next) {
        return "{'success':false,'code':'" + code + "','say':'" + say + "','next':'" + next + "'}";
    }

    @Test
    void a_booking_is_told_with_its_day_and_time() {
        create(
                new Booking.Result.Booked(TUESDAY, false),
                "{'success':true,'say':'Your appointment is booked: " + TUESDAY_SAID + ".','appointment':"
                        + TUESDAY_SHAPE + "}");
        create(
                new Booking.Result.Booked(TUESDAY, true),
                "{'success':true,'say':'Your appointment is booked: " + TUESDAY_SAID + ".','appointment':"
                        + TUESDAY_SHAPE + ",'already':true}");
    }

    @Test
    void a_booking_is_told_in_french_and_chinese() {
        desk.booking = new Booking.Result.Booked(TUESDAY, false);
        assertAnswer(
                "{'success':true,'say':'Votre rendez-vous est confirmé pour le mardi 15 septembre à 9 h 30 avec Doctor Mara"
                        + " Wexford.','appointment':" + TUESDAY_SHAPE + "}",
                desk.run("create_appointment", CREATE, Language.FRENCH));
        assertAnswer(
                "{'success':true,'say':'预约好了：九月十五日星期二上午九点半，Doctor Mara Wexford。','appointment':" + TUESDAY_SHAPE + "}",
                desk.run("create_appointment", CREATE, Language.CHINESE));
    }

    @Test
    void what_is_booked_is_what_was_asked_for() {
        desk.booking = new Booking.Result.Pending();
        desk.run(
                "create_appointment",
                "{'slot_id':' K3V9X2M7QP ','patient_id':4711,'reason':'a cough','another':'true'}");
        assertEquals(
                new Booking.Command(new SlotId("k3v9x2m7qp"), new PatientId("4711"), Optional.of("a cough"), true),
                desk.asked);
        desk.run("create_appointment", CREATE);
        assertEquals(
                new Booking.Command(new SlotId("k3v9x2m7qp"), new PatientId("4711"), Optional.empty(), false),
                desk.asked);
    }

    @Test
    void a_time_that_is_gone_is_answered_with_others() {
        create(
                new Booking.Result.SlotTaken(List.of(slot("m4w8y3n6rs", "2026-09-15T14:00", TestDesk.SETHI))),
                "{'success':false,'code':'SLOT_TAKEN','say':'I’m sorry, that time was just taken. I still have Tuesday,"
                        + " September 15 at 2:00 PM with Doctor Anil Sethi. Would that work?','next':'offer_slots',"
                        + "'alternatives':[{'slot_id':'m4w8y3n6rs','date':'2026-09-15','time':'14:00',"
                        + "'duration_minutes':15,'visit_type':'checkup','provider':{'provider_id':'102',"
                        + "'display_name':'Doctor Anil Sethi'},'say':'Tuesday, September 15 at 2:00 PM with Doctor Anil"
                        + " Sethi'}]}");
        create(
                new Booking.Result.SlotTaken(List.of()),
                "{'success':false,'code':'SLOT_TAKEN','say':'I’m sorry, that time was just taken. Let me look for"
                        + " another one.','next':'offer_slots','alternatives':[]}");
    }

    @Test
    void a_slot_that_is_not_open_to_the_patient_is_answered_with_what_is() {
        create(
                new Booking.Result.NotForPatient(List.of(slot("m4w8y3n6rs", "2026-09-15T14:00", TestDesk.SETHI))),
                "{'success':false,'code':'NO_AVAILABILITY','say':'I have nothing then. The nearest opening is Tuesday,"
                        + " September 15 at 2:00 PM with Doctor Anil Sethi. Would that work, or would you like to wait"
                        + " for something better?','next':'offer_waitlist',"
                        + "'alternatives':[{'slot_id':'m4w8y3n6rs','date':'2026-09-15','time':'14:00',"
                        + "'duration_minutes':15,'visit_type':'checkup','provider':{'provider_id':'102',"
                        + "'display_name':'Doctor Anil Sethi'},'say':'Tuesday, September 15 at 2:00 PM with Doctor Anil"
                        + " Sethi'}]}");
    }

    @Test
    void the_other_refusals_of_a_booking_say_what_to_do() {
        create(
                new Booking.Result.SlotUnknown(),
                refusal("SLOT_UNKNOWN", "Let me look for the open times once more.", "offer_slots"));
        create(
                new Booking.Result.SlotExpired(),
                refusal(
                        "SLOT_EXPIRED",
                        "I’m sorry, that time is too close by now. Let me look for another one.",
                        "offer_slots"));
        create(
                new Booking.Result.NotIdentified(),
                refusal(
                        "IDENTITY_NOT_VERIFIED",
                        "First I need to find the chart. May I have the patient’s full name and date of birth?",
                        "ask_full_name"));
        create(
                new Booking.Result.AlreadyBooked(TUESDAY),
                "{'success':false,'code':'ALREADY_BOOKED','say':'In this call we already booked " + TUESDAY_SAID
                        + ". Would you like another appointment as well?','next':'confirm_with_caller','appointment':"
                        + TUESDAY_SHAPE + "}");
        create(
                new Booking.Result.LimitReached(2),
                "{'success':false,'code':'LIMIT_REACHED','say':'There are 2 appointments coming up already, the most"
                        + " that can be booked ahead by phone.','next':'transfer_to_staff','limit':2}");
        create(
                new Booking.Result.Pending(),
                refusal(
                        "OUTCOME_PENDING",
                        "I’m still waiting for the clinic’s system to confirm. One moment, please.",
                        "call_again"));
        create(
                new Booking.Result.EmrUnavailable(),
                refusal(
                        "EMR_UNAVAILABLE",
                        "I’m sorry, I can’t reach the clinic’s system right now. Nothing was changed.",
                        "call_again"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slot_2026-09-15T09:30:00", "abc", "abcdefghijklm", "k3v9 x2m7", "時間"})
    void an_invented_slot_is_an_unknown_one(String invented) {
        assertEquals(
                "SLOT_UNKNOWN",
                desk.run("create_appointment", "{'slot_id':'" + invented + "','patient_id':'4711'}")
                        .code()
                        .orElseThrow()
                        .name());
        assertNull(desk.asked);
    }

    @Test
    void invented_patients_and_appointments_are_unknown_too() {
        String invented = "x".repeat(41);
        assertEquals(
                "IDENTITY_NOT_VERIFIED",
                desk.run("create_appointment", "{'slot_id':'k3v9x2m7qp','patient_id':'" + invented + "'}")
                        .code()
                        .orElseThrow()
                        .name());
        assertEquals(
                "IDENTITY_NOT_VERIFIED",
                desk.run("check_appointments", "{'patient_id':'" + invented + "'}")
                        .code()
                        .orElseThrow()
                        .name());
        assertEquals(
                "APPOINTMENT_NOT_FOUND",
                desk.run("cancel_appointment", "{'appointment_id':'" + invented + "','confirmed':true}")
                        .code()
                        .orElseThrow()
                        .name());
        assertNull(desk.asked);
    }

    @Test
    void a_cancellation_is_told() {
        cancel(
                new Cancellation.Result.Cancelled(TUESDAY, false),
                "{'success':true,'say':'The appointment on " + TUESDAY_SAID + " is cancelled.','cancelled':true,"
                        + "'appointment':" + TUESDAY_SHAPE + "}");
        cancel(
                new Cancellation.Result.Cancelled(TUESDAY, true),
                "{'success':true,'say':'The appointment on " + TUESDAY_SAID + " was cancelled already.',"
                        + "'cancelled':true,'appointment':" + TUESDAY_SHAPE + ",'already':true}");
        assertEquals(new Cancellation.Command(new AppointmentId("9001"), true, Optional.empty()), desk.asked);
    }

    @Test
    void a_cancellation_wants_a_yes() {
        desk.cancellation = new Cancellation.Result.NotConfirmed(TUESDAY);
        assertAnswer(
                "{'success':false,'code':'NOT_CONFIRMED','say':'Shall I cancel the appointment on " + TUESDAY_SAID
                        + "?','next':'confirm_with_caller','appointment':" + TUESDAY_SHAPE + "}",
                desk.run("cancel_appointment", "{'appointment_id':'9001','reason':'away <that> day'}"));
        assertEquals(
                new Cancellation.Command(new AppointmentId("9001"), false, Optional.of("away that day")), desk.asked);
        assertAnswer(
                "{'success':false,'code':'NOT_CONFIRMED','say':'Dois-je annuler le rendez-vous du mardi 15 septembre à"
                        + " 9 h 30 avec Doctor Mara Wexford?','next':'confirm_with_caller','appointment':"
                        + TUESDAY_SHAPE + "}",
                desk.run("cancel_appointment", "{'appointment_id':'9001'}", Language.FRENCH));
        assertAnswer(
                "{'success':false,'code':'NOT_CONFIRMED','say':'要取消九月十五日星期二上午九点半，Doctor Mara Wexford的预约吗？',"
                        + "'next':'confirm_with_caller','appointment':" + TUESDAY_SHAPE + "}",
                desk.run("cancel_appointment", "{'appointment_id':'9001'}", Language.CHINESE));
    }

    @Test
    void the_other_refusals_of_a_cancellation_say_what_to_do() {
        cancel(
                new Cancellation.Result.AppointmentNotFound(),
                refusal(
                        "APPOINTMENT_NOT_FOUND",
                        "I don’t have that appointment here. Shall I look up the appointments?",
                        "confirm_with_caller"));
        cancel(
                new Cancellation.Result.NotVerified(),
                refusal(
                        "IDENTITY_NOT_VERIFIED",
                        "For your privacy I need the patient’s date of birth first.",
                        "ask_date_of_birth"));
        cancel(
                new Cancellation.Result.NotChangeable(),
                refusal(
                        "APPOINTMENT_NOT_CHANGEABLE",
                        "I’m sorry, that appointment can’t be changed by phone any more. Our staff can help you"
                                + " further.",
                        "transfer_to_staff"));
        cancel(
                new Cancellation.Result.Pending(),
                refusal(
                        "OUTCOME_PENDING",
                        "I’m still waiting for the clinic’s system to confirm. One moment, please.",
                        "call_again"));
        cancel(
                new Cancellation.Result.EmrUnavailable(),
                refusal(
                        "EMR_UNAVAILABLE",
                        "I’m sorry, I can’t reach the clinic’s system right now. Nothing was changed.",
                        "call_again"));
    }

    private ToolResult check(boolean more, boolean past, PatientAppointment... appointments) {
        desk.appointments = new AppointmentList.Result.Listed(List.of(appointments), more);
        return desk.run("check_appointments", past ? "{'patient_id':'4711','include_past':true}" : CHECK);
    }

    private String said(ToolResult result) {
        assertSpeakable(result);
        return result.body().path("say").asText();
    }

    @Test
    void appointments_are_told_nearest_first() {
        assertAnswer(
                "{'success':true,'say':'There is one appointment coming up: " + TUESDAY_SAID + ".','appointments':[{"
                        + "'appointment_id':'9001','date':'2026-09-15','time':'09:30','duration_minutes':15,"
                        + "'visit_type':'checkup','provider':{'provider_id':'101','display_name':'Doctor Mara Wexford'},"
                        + "'status':'booked','say':'" + TUESDAY_SAID + "'}]}",
                check(false, false, TUESDAY));
        assertEquals(Map.of("patient", new PatientId("4711"), "past", false), desk.asked);
    }

    @Test
    void of_several_the_next_that_stands_is_said() {
        PatientAppointment cancelled = appointment("9000", "2026-09-14T16:00", AppointmentStatus.CANCELLED);
        ToolResult result = check(true, false, cancelled, TUESDAY);
        assertEquals("The next appointment is " + TUESDAY_SAID + ". There are others after it.", said(result));
        assertTrue(result.body().path("more").asBoolean());
        assertEquals(
                "Monday, September 14 at 4:00 PM with Doctor Mara Wexford, cancelled",
                result.body().path("appointments").path(0).path("say").asText());
    }

    @Test
    void no_appointments_are_no_failure() {
        assertAnswer(
                "{'success':true,'say':'There is no appointment coming up.','appointments':[]}", check(false, false));
        assertAnswer("{'success':true,'say':'There is no earlier appointment.','appointments':[]}", check(false, true));
        assertEquals(Map.of("patient", new PatientId("4711"), "past", true), desk.asked);
    }

    @Test
    void what_is_long_ago_is_said_with_its_year() {
        assertEquals(
                "The last appointment was Thursday, May 1, 2025 at 9:30 AM with Doctor Mara Wexford, missed.",
                said(check(false, true, appointment("8001", "2025-05-01T09:30", AppointmentStatus.MISSED))));
        assertEquals(
                "The last appointment was Friday, May 1 at 9:30 AM with Doctor Mara Wexford.",
                said(check(false, true, appointment("8001", "2026-05-01T09:30", AppointmentStatus.SEEN))));
    }

    @Test
    void what_is_not_known_or_not_to_be_told_is_left_out() {
        PatientAppointment bare = new PatientAppointment(
                TUESDAY.id(), Optional.empty(), Optional.empty(), TUESDAY.start(), TUESDAY.length(), TUESDAY.status());
        assertAnswer(
                "{'success':true,'say':'There is one appointment coming up: Tuesday, September 15 at 9:30 AM.',"
                        + "'appointments':[{'appointment_id':'9001','date':'2026-09-15','time':'09:30',"
                        + "'duration_minutes':15,'status':'booked','say':'Tuesday, September 15 at 9:30 AM'}]}",
                check(false, false, bare));
    }

    @Test
    void appointments_are_for_verified_patients() {
        desk.appointments = new AppointmentList.Result.NotVerified();
        assertAnswer(
                refusal(
                        "IDENTITY_NOT_VERIFIED",
                        "For your privacy I need the patient’s date of birth first.",
                        "ask_date_of_birth"),
                desk.run("check_appointments", CHECK));
        desk.appointments = new AppointmentList.Result.EmrUnavailable();
        assertEquals(
                "EMR_UNAVAILABLE",
                desk.run("check_appointments", CHECK).code().orElseThrow().name());
    }

    @Test
    void beside_a_patient_the_day_does_not_count() {
        desk.appointments = new AppointmentList.Result.NotVerified();
        desk.run("check_appointments", "{'patient_id':'4711','date':'2020-01-01','include_past':true}");
        assertEquals(Map.of("patient", new PatientId("4711"), "past", true), desk.asked);
    }

    @Test
    void without_patient_or_day_there_is_nothing_to_check() {
        assertAnswer(
                "{'success':false,'code':'INVALID_ARGUMENT','say':'First I need to find the chart. May I have the"
                        + " patient’s full name and date of birth?','next':'ask_full_name','field':'patient_id',"
                        + "'hint':'pass patient_id, or date for the open times of a day'}",
                desk.run("check_appointments", "{}"));
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
                AppointmentStatus.CANCELLED);
        List<BookableSlot> slots =
                Collections.nCopies(3, new BookableSlot(new SlotId("abcdefghijkl"), provider, type, longest.start()));
        List<AppointmentList.Result> lists = List.of(
                new AppointmentList.Result.Listed(Collections.nCopies(5, longest), true),
                new AppointmentList.Result.NotVerified(),
                new AppointmentList.Result.EmrUnavailable());
        assertAllOf(AppointmentList.Result.class, lists);
        for (AppointmentList.Result end : lists) {
            desk.appointments = end;
            assertSpeakable(desk.run("check_appointments", CHECK, language));
        }
        List<Booking.Result> bookings = List.of(
                new Booking.Result.Booked(longest, true),
                new Booking.Result.SlotTaken(slots),
                new Booking.Result.NotForPatient(slots),
                new Booking.Result.SlotUnknown(),
                new Booking.Result.SlotExpired(),
                new Booking.Result.NotIdentified(),
                new Booking.Result.AlreadyBooked(longest),
                new Booking.Result.LimitReached(1),
                new Booking.Result.Pending(),
                new Booking.Result.EmrUnavailable());
        assertAllOf(Booking.Result.class, bookings);
        for (Booking.Result end : bookings) {
            desk.booking = end;
            assertSpeakable(desk.run("create_appointment", CREATE, language));
        }
        List<Cancellation.Result> cancellations = List.of(
                new Cancellation.Result.Cancelled(longest, true),
                new Cancellation.Result.NotConfirmed(longest),
                new Cancellation.Result.AppointmentNotFound(),
                new Cancellation.Result.NotVerified(),
                new Cancellation.Result.NotChangeable(),
                new Cancellation.Result.Pending(),
                new Cancellation.Result.EmrUnavailable());
        assertAllOf(Cancellation.Result.class, cancellations);
        for (Cancellation.Result end : cancellations) {
            desk.cancellation = end;
            assertSpeakable(desk.run("cancel_appointment", CANCEL, language));
        }
    }
}
