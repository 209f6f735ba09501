package ca.vitaravox.vapi.waitlist;

import static ca.vitaravox.vapi.tool.Answers.assertAllOf;
import static ca.vitaravox.vapi.tool.Answers.assertAnswer;
import static ca.vitaravox.vapi.tool.Answers.assertSpeakable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.waitlist.Waitlist;
import ca.vitaravox.ports.waitlist.WaitlistKind;
import ca.vitaravox.vapi.tool.TestDesk;
import ca.vitaravox.vapi.tool.ToolResult;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WaitlistToolsTest {
    private static final String NOA = "{'kind':'new_patient','first_name':'Noa','last_name':'Castellan'}";

    private final TestDesk desk = new TestDesk();

    private ToolResult add(Waitlist.Result result, String arguments) {
        desk.waitlist = result;
        return desk.run("add_to_waitlist", arguments);
    }

    @Test
    void everything_that_was_said_is_passed_on() {
        add(
                new Waitlist.Result.Joined(3, false),
                "{'kind':'earlier_appointment','patientId':'7','phone':'604 555 0143','visit_type':'check up',"
                        + "'provider_id':'101','part_of_day':'morning','weekdays':['Monday','friday'],"
                        + "'latest_date':'2026-10-01','appointment_id':'4711','notes':'<b>any\\nday</b>'}");
        Waitlist.Command command = (Waitlist.Command) desk.asked;
        assertEquals(
                new Waitlist.Command(
                        WaitlistKind.EARLIER_APPOINTMENT,
                        Optional.of(new PatientId("7")),
                        Optional.empty(),
                        Optional.of(new PhoneNumber("+16045550143")),
                        Optional.of("check up"),
                        Optional.of(new ProviderId("101")),
                        PartOfDay.MORNING,
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        Optional.of(LocalDate.of(2026, 10, 1)),
                        Optional.of(new AppointmentId("4711")),
                        command.notes()),
                command);
        assertFalse(command.notes().orElseThrow().matches("(?s).*[<>\\n].*"));
    }

    @Test
    void who_is_on_the_list_hears_their_place() {
        assertAnswer(
                "{'success':true,'say':'You are on the waitlist now, at place 3. We will be in touch when something"
                        + " opens up.','position':3}",
                add(new Waitlist.Result.Joined(3, false), NOA));
        assertEquals(Optional.of(new PatientName("Noa", "Castellan")), ((Waitlist.Command) desk.asked).name());
        assertAnswer(
                "{'success':true,'say':'You are on the waitlist already, at place 3. We will be in touch when something"
                        + " opens up.','position':3,'already':true}",
                add(new Waitlist.Result.Joined(3, true), NOA));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void in_every_language(Language language) {
        desk.waitlist = new Waitlist.Result.Joined(3, false);
        ToolResult result = desk.run("add_to_waitlist", NOA, language);
        assertTrue(result.body().path("say").asText().contains("3"));
    }

    @Test
    void what_is_missing_is_asked_for() {
        assertField("first_name", add(new Waitlist.Result.NameNeeded(), "{'kind':'new_patient'}"));
        assertField("last_name", add(new Waitlist.Result.NameNeeded(), "{'kind':'new_patient','first_name':'Noa'}"));
        assertField("phone", add(new Waitlist.Result.PhoneNeeded(), NOA));
        assertField("latest_date", add(new Waitlist.Result.TooLong(LocalDate.of(2027, 9, 14)), NOA));
        assertField("kind", add(new Waitlist.Result.Joined(1, false), "{}"));
        assertField("kind", add(new Waitlist.Result.Joined(1, false), "{'kind':'pizza'}"));
    }

    private static void assertField(String field, ToolResult result) {
        assertEquals("INVALID_ARGUMENT", result.body().path("code").asText());
        assertEquals(field, result.body().path("field").asText());
    }

    @Test
    void every_refusal_has_its_code() {
        assertCode("WAITLIST_DISABLED", add(new Waitlist.Result.Disabled(), NOA));
        assertCode("IDENTITY_NOT_VERIFIED", add(new Waitlist.Result.NotIdentified(), NOA));
        assertCode("APPOINTMENT_NOT_FOUND", add(new Waitlist.Result.AppointmentNotFound(), NOA));
        assertCode("EMR_UNAVAILABLE", add(new Waitlist.Result.EmrUnavailable(), NOA));
        assertCode("LIMIT_REACHED", add(new Waitlist.Result.Full(), NOA));
        assertCode("VISIT_TYPE_UNKNOWN", add(new Waitlist.Result.VisitTypeUnknown(List.of(TestDesk.CHECKUP)), NOA));
        assertCode("PROVIDER_NOT_FOUND", add(new Waitlist.Result.ProviderNotFound(List.of(TestDesk.SETHI)), NOA));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_end_has_its_short_answer(Language language) {
        Provider provider = TestDesk.provider("p".repeat(40), "d".repeat(Provider.LONGEST_NAME));
        VisitType type = TestDesk.visitType("v".repeat(40), "visit", "visite", "检查");
        List<Waitlist.Result> ends = List.of(
                new Waitlist.Result.Joined(Integer.MAX_VALUE, true),
                new Waitlist.Result.Disabled(),
                new Waitlist.Result.NameNeeded(),
                new Waitlist.Result.PhoneNeeded(),
                new Waitlist.Result.NotIdentified(),
                new Waitlist.Result.AppointmentNotFound(),
                new Waitlist.Result.VisitTypeUnknown(Collections.nCopies(40, type)),
                new Waitlist.Result.ProviderNotFound(Collections.nCopies(40, provider)),
                new Waitlist.Result.TooLong(LocalDate.of(2027, 9, 14)),
                new Waitlist.Result.Full(),
                new Waitlist.Result.EmrUnavailable());
        assertAllOf(Waitlist.Result.class, ends);
        for (Waitlist.Result end : ends) {
            desk.waitlist = end;
            ToolResult result = desk.run("add_to_waitlist", NOA, language);
            assertSpeakable(result);
            assertEquals(end instanceof Waitlist.Result.Joined, result.success());
            assertTrue(result.success() || result.body().has("next"), result.json());
        }
    }

    private static void assertCode(String code, ToolResult result) {
        assertEquals(code, result.body().path("code").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "search_patient_by_phone, {'first_name':'Robin'}",
        "search_patient, '{''first_name'':''Robin'',''last_name'':''Castellan'',''date_of_birth'':''1985-03-15''}'"
    })
    void who_is_identified_hears_of_the_opening_that_is_theirs(String tool, String arguments) {
        desk.lookup = new LookupResult.Identified(new PatientId("1"), IdentityLevel.VERIFIED, false);
        String without = desk.run(tool, arguments.replace("''", "'")).json();
        assertFalse(without.contains("waitlist_opening"));
        desk.opening = Optional.of(new Waitlist.ForCaller(
                TestDesk.slot("k3v9x2m7qp", "2026-09-15T09:30", TestDesk.WEXFORD),
                Optional.of(new AppointmentId("4711")),
                true));
        ToolResult told = desk.run(tool, arguments.replace("''", "'"));
        assertEquals("offer_slots", told.body().path("next").asText());
        assertEquals("1", told.body().path("patient_id").asText());
        assertEquals("k3v9x2m7qp", told.body().at("/waitlist_opening/slot_id").asText());
        assertEquals("4711", told.body().at("/waitlist_opening/appointment_id").asText());
        assertEquals("checkup", told.body().at("/waitlist_opening/visit_type").asText());
        assertTrue(told.body().path("say").asText().endsWith("Would you like to have it?"));
    }

    @ParameterizedTest
    @EnumSource
    void the_longest_opening_is_told_as_well(Language language) {
        desk.lookup = new LookupResult.Identified(new PatientId("x".repeat(40)), IdentityLevel.VERIFIED, true);
        BookableSlot longest = new BookableSlot(
                new SlotId("abcdefghijkl"),
                TestDesk.provider("p".repeat(40), "d".repeat(Provider.LONGEST_NAME)),
                TestDesk.visitType("v".repeat(40), "visit", "visite", "检查"),
                TestDesk.slot("k3v9x2m7qp", "2026-09-23T23:35", TestDesk.WEXFORD)
                        .start());
        desk.opening =
                Optional.of(new Waitlist.ForCaller(longest, Optional.of(new AppointmentId("a".repeat(40))), true));
        ToolResult told = desk.run("search_patient_by_phone", "{'first_name':'Robin'}", language);
        assertSpeakable(told);
        assertTrue(told.json().contains("waitlist_opening"), told.json());
    }

    @Test
    void what_the_visit_is_for_is_left_out_for_others() {
        desk.lookup = new LookupResult.Identified(new PatientId("1"), IdentityLevel.CALLER_ID, false);
        desk.opening = Optional.of(new Waitlist.ForCaller(
                TestDesk.slot("k3v9x2m7qp", "2026-09-15T09:30", TestDesk.WEXFORD), Optional.empty(), false));
        ToolResult told = desk.run("search_patient_by_phone", "{'first_name':'Robin'}");
        assertFalse(told.json().contains("checkup"));
        assertTrue(told.json().contains("waitlist_opening"));
    }

    @Test
    void who_is_not_identified_hears_of_nothing() {
        desk.opening = Optional.of(new Waitlist.ForCaller(
                TestDesk.slot("k3v9x2m7qp", "2026-09-15T09:30", TestDesk.WEXFORD), Optional.empty(), false));
        desk.lookup = new LookupResult.FirstNameNeeded(false);
        assertFalse(desk.run("search_patient_by_phone", "{}").json().contains("waitlist_opening"));
        desk.lookup = new LookupResult.NotFound();
        assertFalse(desk.run("search_patient_by_phone", "{}").json().contains("waitlist_opening"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_text_message_names_the_clinic_and_its_number_and_nothing_of_the_visit(Language language) {
        Clinic clinic = TestDesk.clinic();
        String text = new SpokenOfferTexts().pleaseCall(clinic, language);
        assertTrue(text.startsWith(clinic.name()));
        assertTrue(text.contains(clinic.phone().e164()));
        assertTrue(text.length() <= 160, text);
        assertFalse(text.contains("Wexford"));
    }
}
