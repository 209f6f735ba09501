package ca.vitaravox.vapi.booking;

import static ca.vitaravox.vapi.tool.Answers.assertAllOf;
import static ca.vitaravox.vapi.tool.Answers.assertAnswer;
import static ca.vitaravox.vapi.tool.Answers.assertSpeakable;
import static ca.vitaravox.vapi.tool.TestDesk.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.ProviderList;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.vapi.tool.TestDesk;
import ca.vitaravox.vapi.tool.ToolResult;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningToolsTest {
    private static final Instant UNTIL = Instant.parse("2026-09-14T17:03:00.123Z");
    private static final BookableSlot FIRST = slot("k3v9x2m7qp", "2026-09-15T09:30", TestDesk.WEXFORD);
    private static final BookableSlot SECOND = slot("m4w8y3n6rs", "2026-09-15T14:00", TestDesk.SETHI);
    private static final String FIRST_SHAPE =
            "{'slot_id':'k3v9x2m7qp','date':'2026-09-15','time':'09:30','duration_minutes':15,"
                    + "'visit_type':'checkup','provider':{'provider_id':'101','display_name':'Doctor Mara Wexford'},"
                    + "'say':'Tuesday, September 15 at 9:30 AM with Doctor Mara Wexford'}";
    private static final String SECOND_SHAPE =
            "{'slot_id':'m4w8y3n6rs','date':'2026-09-15','time':'14:00','duration_minutes':15,"
                    + "'visit_type':'checkup','provider':{'provider_id':'102','display_name':'Doctor Anil Sethi'},"
                    + "'say':'Tuesday, September 15 at 2:00 PM with Doctor Anil Sethi'}";

    private final TestDesk desk = new TestDesk();

    private void find(OpeningSearch.Result result, String answer) {
        desk.openings = result;
        assertAnswer(answer, desk.run("find_earliest_appointment", "{}"));
    }

    @Test
    void openings_are_offered_and_the_first_is_held() {
        find(
                new OpeningSearch.Result.Offered(List.of(FIRST, SECOND), Optional.of(UNTIL)),
                "{'success':true,'say':'The first opening is Tuesday, September 15 at 9:30 AM with Doctor Mara Wexford."
                        + " I have one other time as well. Would that work for you?','next':'offer_slots','slots':["
                        + FIRST_SHAPE + "," + SECOND_SHAPE + "],'held_until':'2026-09-14T10:03:00-07:00'}");
        find(
                new OpeningSearch.Result.Offered(List.of(FIRST), Optional.of(UNTIL)),
                "{'success':true,'say':'The first opening is Tuesday, September 15 at 9:30 AM with Doctor Mara Wexford."
                        + " Would that work for you?','next':'offer_slots','slots':["
                        + FIRST_SHAPE + "],'held_until':'2026-09-14T10:03:00-07:00'}");
    }

    @Test
    void openings_are_offered_in_french_and_chinese() {
        desk.openings = new OpeningSearch.Result.Offered(List.of(FIRST), Optional.of(UNTIL));
        assertAnswer(
                "{'success':true,'say':'Le premier rendez-vous possible est le mardi 15 septembre à 9 h 30 avec Doctor Mara"
                        + " Wexford. Est-ce que cela vous convient?','next':'offer_slots','slots':[{"
                        + "'slot_id':'k3v9x2m7qp','date':'2026-09-15','time':'09:30','duration_minutes':15,"
                        + "'visit_type':'checkup','provider':{'provider_id':'101','display_name':'Doctor Mara"
                        + " Wexford'},'say':'mardi 15 septembre à 9 h 30 avec Doctor Mara Wexford'}],"
                        + "'held_until':'2026-09-14T10:03:00-07:00'}",
                desk.run("find_earliest_appointment", "{'language':'fr'}"));
        assertAnswer(
                "{'success':true,'say':'最早的空位是九月十五日星期二上午九点半，Doctor Mara Wexford。这个时间可以吗？',"
                        + "'next':'offer_slots','slots':[{'slot_id':'k3v9x2m7qp','date':'2026-09-15','time':'09:30',"
                        + "'duration_minutes':15,'visit_type':'checkup','provider':{'provider_id':'101',"
                        + "'display_name':'Doctor Mara Wexford'},'say':'九月十五日星期二上午九点半，Doctor Mara Wexford'}],"
                        + "'held_until':'2026-09-14T10:03:00-07:00'}",
                desk.run("find_earliest_appointment", "{}", Language.CHINESE));
    }

    @Test
    void of_what_is_not_held_it_is_not_said_until_when() {
        desk.openings = new OpeningSearch.Result.Offered(List.of(FIRST), Optional.empty());
        assertAnswer(
                "{'success':true,'say':'The first opening is Tuesday, September 15 at 9:30 AM with Doctor Mara Wexford."
                        + " Would that work for you?','next':'offer_slots','slots':[" + FIRST_SHAPE + "]}",
                desk.run("find_earliest_appointment", "{}"));
    }

    @Test
    void with_nothing_free_the_nearest_is_offered() {
        find(
                new OpeningSearch.Result.Nothing(List.of(FIRST)),
                "{'success':false,'code':'NO_AVAILABILITY','say':'I have nothing then. The nearest opening is Tuesday,"
                        + " September 15 at 9:30 AM with Doctor Mara Wexford. Would that work, or would you like to wait"
                        + " for something better?','next':'offer_waitlist','alternatives':[" + FIRST_SHAPE + "]}");
        find(
                new OpeningSearch.Result.Nothing(List.of()),
                "{'success':false,'code':'NO_AVAILABILITY','say':'I’m sorry, I have nothing free then. Would you like"
                        + " to wait for something to open up?','next':'offer_waitlist','alternatives':[]}");
    }

    @Test
    void nobody_is_asked_to_wait_where_the_clinic_keeps_no_waitlist() {
        desk.keepsNoWaitlist();
        find(
                new OpeningSearch.Result.Nothing(List.of(FIRST)),
                "{'success':false,'code':'NO_AVAILABILITY','say':'I have nothing then. The nearest opening is Tuesday,"
                        + " September 15 at 9:30 AM with Doctor Mara Wexford. Would that work?','next':'offer_slots',"
                        + "'alternatives':[" + FIRST_SHAPE + "]}");
        find(
                new OpeningSearch.Result.Nothing(List.of()),
                "{'success':false,'code':'NO_AVAILABILITY','say':'I’m sorry, I have nothing free then. Shall I take a"
                        + " message for our staff?','next':'take_message','alternatives':[]}");
        desk.booking = new Booking.Result.NotForPatient(List.of(FIRST));
        desk.moving = new Moving.Result.NotForPatient(List.of(FIRST));
        for (ToolResult result : List.of(
                desk.run("create_appointment", "{'slot_id':'k3v9x2m7qp','patient_id':'4711'}"),
                desk.run("update_appointment", "{'slot_id':'k3v9x2m7qp','appointment_id':'9001','confirmed':true}"))) {
            assertEquals("offer_slots", result.body().path("next").asText(), result.json());
        }
    }

    @Test
    void outside_the_days_that_can_be_booked_those_days_are_told() {
        find(
                new OpeningSearch.Result.OutsideWindow(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 11, 13)),
                "{'success':false,'code':'OUTSIDE_BOOKING_WINDOW','say':'I can book from Monday, September 14 to"
                        + " Friday, November 13. Which day would you like?','next':'confirm_with_caller',"
                        + "'first_date':'2026-09-14','last_date':'2026-11-13'}");
    }

    @Test
    void an_unknown_visit_type_or_provider_is_answered_with_those_there_are() {
        find(
                new OpeningSearch.Result.VisitTypeUnknown(List.of(TestDesk.CHECKUP, TestDesk.PHYSICAL)),
                "{'success':false,'code':'VISIT_TYPE_UNKNOWN','say':'I can book check-up or physical. Which one is"
                        + " it?','next':'confirm_with_caller','visit_types':['checkup','physical']}");
        find(
                new OpeningSearch.Result.ProviderNotFound(List.of(TestDesk.WEXFORD, TestDesk.SETHI)),
                "{'success':false,'code':'PROVIDER_NOT_FOUND','say':'Did you mean Doctor Mara Wexford or Doctor Anil"
                        + " Sethi?','next':'confirm_with_caller','providers':[{'provider_id':'101',"
                        + "'display_name':'Doctor Mara Wexford'},{'provider_id':'102','display_name':'Doctor Anil"
                        + " Sethi'}]}");
        find(
                new OpeningSearch.Result.ProviderNotFound(List.of()),
                "{'success':false,'code':'PROVIDER_NOT_FOUND','say':'I don’t have anybody by that name. Who would you"
                        + " like to see?','next':'confirm_with_caller','providers':[]}");
    }

    @Test
    void the_other_refusals_say_what_is_missing() {
        find(
                new OpeningSearch.Result.NotIdentified(),
                "{'success':false,'code':'IDENTITY_NOT_VERIFIED','say':'First I need to find the chart. May I have the"
                        + " patient’s full name and date of birth?','next':'ask_full_name'}");
        find(
                new OpeningSearch.Result.AppointmentNotFound(),
                "{'success':false,'code':'APPOINTMENT_NOT_FOUND','say':'I don’t have that appointment here. Shall I"
                        + " look up the appointments?','next':'confirm_with_caller'}");
        find(
                new OpeningSearch.Result.EmrUnavailable(),
                "{'success':false,'code':'EMR_UNAVAILABLE','say':'I’m sorry, I can’t reach the clinic’s system right"
                        + " now. Nothing was changed.','next':'call_again'}");
    }

    @Test
    void all_that_was_wished_is_looked_for() {
        desk.openings = new OpeningSearch.Result.EmrUnavailable();
        desk.run(
                "find_earliest_appointment",
                "{'visit_type':'annual physical','provider_id':'102','provider_name':'Sethi','earliest_date':'2026-09-16',"
                        + "'latest_date':'2026-09-20','part_of_day':'evening','weekdays':['friday'],'patient_id':'4711',"
                        + "'appointment_id':'9001'}");
        assertEquals(
                new OpeningSearch.Query(
                        Optional.of("annual physical"),
                        Optional.of(new ProviderId("102")),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 9, 16)),
                        Optional.of(LocalDate.of(2026, 9, 20)),
                        PartOfDay.EVENING,
                        Set.of(DayOfWeek.FRIDAY),
                        Optional.of(new PatientId("4711")),
                        Optional.of(new AppointmentId("9001"))),
                desk.query());
        desk.run("find_earliest_appointment", "{}");
        assertEquals(everything(Optional.empty(), Optional.empty()), desk.query());
    }

    @Test
    void a_provider_id_that_the_clinic_does_not_have_is_taken_for_a_name() {
        desk.openings = new OpeningSearch.Result.EmrUnavailable();
        desk.run("find_earliest_appointment", "{'provider_id':'Dr. Wexford'}");
        assertEquals(Optional.empty(), desk.query().provider());
        assertEquals(Optional.of("Dr. Wexford"), desk.query().providerName());
        desk.run("find_earliest_appointment", "{'provider_id':'" + "x".repeat(90) + "','provider_name':'Sethi'}");
        assertEquals(Optional.of("Sethi"), desk.query().providerName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "Anyone", "no preference", "first available", "任何"})
    void anybody_is_nobody_in_particular(String name) {
        desk.openings = new OpeningSearch.Result.EmrUnavailable();
        desk.run("find_earliest_appointment", "{'provider_name':'" + name + "'}");
        assertEquals(everything(Optional.empty(), Optional.empty()), desk.query());
    }

    @Test
    void invented_ids_are_refused_before_anything_is_looked_for() {
        String invented = "x".repeat(41);
        assertEquals(
                "IDENTITY_NOT_VERIFIED",
                desk.run("find_earliest_appointment", "{'patient_id':'" + invented + "'}")
                        .code()
                        .orElseThrow()
                        .name());
        assertEquals(
                "APPOINTMENT_NOT_FOUND",
                desk.run("find_earliest_appointment", "{'appointment_id':'" + invented + "'}")
                        .code()
                        .orElseThrow()
                        .name());
        assertNull(desk.asked);
    }

    @Test
    void the_openings_of_one_day_are_those_of_a_search() {
        desk.openings = new OpeningSearch.Result.Offered(List.of(FIRST), Optional.of(UNTIL));
        ToolResult checked = desk.run("check_appointments", "{'date':'tomorrow'}");
        LocalDate tomorrow = LocalDate.of(2026, 9, 15);
        assertEquals(everything(Optional.of(tomorrow), Optional.of(tomorrow)), desk.query());
        assertEquals(desk.run("find_earliest_appointment", "{}").json(), checked.json());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_end_of_a_search_has_its_short_answer(Language language) {
        Provider longest = TestDesk.provider("p".repeat(40), "d".repeat(Provider.LONGEST_NAME));
        VisitType type = TestDesk.visitType(
                "v".repeat(40),
                "v".repeat(VisitType.LONGEST_NAME),
                "v".repeat(VisitType.LONGEST_NAME),
                "检".repeat(VisitType.LONGEST_NAME));
        List<BookableSlot> slots = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new BookableSlot(
                        new SlotId("abcdefghijk" + i),
                        longest,
                        type,
                        FIRST.start().plusDays(8)))
                .toList();
        List<OpeningSearch.Result> ends = List.of(
                new OpeningSearch.Result.Offered(slots, Optional.of(UNTIL)),
                new OpeningSearch.Result.Nothing(slots),
                new OpeningSearch.Result.OutsideWindow(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 12, 30)),
                new OpeningSearch.Result.VisitTypeUnknown(Collections.nCopies(40, type)),
                new OpeningSearch.Result.ProviderNotFound(Collections.nCopies(40, longest)),
                new OpeningSearch.Result.NotIdentified(),
                new OpeningSearch.Result.AppointmentNotFound(),
                new OpeningSearch.Result.EmrUnavailable());
        assertAllOf(OpeningSearch.Result.class, ends);
        for (OpeningSearch.Result end : ends) {
            desk.openings = end;
            assertSpeakable(desk.run("find_earliest_appointment", "{}", language));
        }
        desk.openings = ends.get(0);
        ToolResult cut = desk.run("find_earliest_appointment", "{}", language);
        assertTrue(cut.body().path("more").asBoolean(), cut.json());
        assertFalse(cut.body().path("slots").isEmpty());
    }

    @Test
    void three_ordinary_slots_have_room() {
        desk.openings = new OpeningSearch.Result.Offered(
                List.of(FIRST, SECOND, slot("p5x7z4q3tu", "2026-09-16T11:45", TestDesk.WEXFORD)), Optional.of(UNTIL));
        for (Language language : Language.values()) {
            ToolResult result = desk.run("find_earliest_appointment", "{}", language);
            assertEquals(3, result.body().path("slots").size(), result.json());
            assertFalse(result.body().has("more"));
        }
    }

    @Test
    void providers_are_told_with_their_next_day() {
        desk.providers = new ProviderList.Listing(
                List.of(
                        new ProviderList.Entry(TestDesk.WEXFORD, Optional.of(LocalDate.of(2026, 9, 15))),
                        new ProviderList.Entry(TestDesk.SETHI, Optional.empty())),
                false);
        assertAnswer(
                "{'success':true,'say':'You can book with Doctor Mara Wexford or Doctor Anil Sethi.','providers':[{"
                        + "'provider_id':'101','display_name':'Doctor Mara Wexford','specialty':'Family medicine',"
                        + "'next_available_date':'2026-09-15'},{'provider_id':'102','display_name':'Doctor Anil Sethi',"
                        + "'specialty':'Family medicine'}]}",
                desk.run("get_providers", "{'name':'Wexford','accepting':'true'}"));
        assertEquals(Map.of("name", Optional.of("Wexford"), "accepting", Optional.of(true)), desk.asked);
    }

    @Test
    void nobody_to_be_booked_is_no_failure() {
        desk.providers = new ProviderList.Listing(List.of(), false);
        assertAnswer(
                "{'success':true,'say':'I don’t have anybody like that who can be booked by phone.','providers':[]}",
                desk.run("get_providers", "{}"));
        assertEquals(Map.of("name", Optional.empty(), "accepting", Optional.empty()), desk.asked);
    }

    @Test
    void ten_ordinary_providers_have_room_if_not_their_specialties() {
        desk.providers = new ProviderList.Listing(
                IntStream.range(0, 10)
                        .mapToObj(i -> new ProviderList.Entry(
                                TestDesk.provider("" + (100 + i), "Doctor Mara Wexford"), Optional.empty()))
                        .toList(),
                true);
        ToolResult result = desk.run("get_providers", "{}");
        assertSpeakable(result);
        assertEquals(10, result.body().path("providers").size());
        assertTrue(result.body().path("more").asBoolean());
        assertEquals(
                "You can book with Doctor Mara Wexford, Doctor Mara Wexford, or Doctor Mara Wexford, and with others.",
                result.body().path("say").asText());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_longest_list_of_providers_is_cut_and_says_so(Language language) {
        Provider longest = TestDesk.provider("p".repeat(40), "d".repeat(Provider.LONGEST_NAME));
        desk.providers = new ProviderList.Listing(
                Collections.nCopies(12, new ProviderList.Entry(longest, Optional.of(LocalDate.of(2026, 9, 15)))),
                false);
        ToolResult result = desk.run("get_providers", "{}", language);
        assertSpeakable(result);
        assertTrue(result.body().path("more").asBoolean());
        assertFalse(result.body().path("providers").isEmpty());
    }

    private static OpeningSearch.Query everything(Optional<LocalDate> earliest, Optional<LocalDate> latest) {
        return new OpeningSearch.Query(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                earliest,
                latest,
                PartOfDay.ANY,
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }
}
