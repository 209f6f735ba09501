package ca.vitaravox.vapi.tool;

import static ca.vitaravox.vapi.tool.Answers.assertAnswer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.patient.Registration;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandingOverTest {
    private final TestDesk desk = new TestDesk();

    @Test
    void what_the_model_gets_wrong_is_counted_by_tool_code_and_field() {
        desk.booking = new Booking.Result.SlotUnknown();
        desk.run("search_patient", "{'first_name':'Robin'}");
        desk.run("search_patient", "{'last_name':'Castellan'}");
        desk.run("create_appointment", "{'slot_id':'made-up','patient_id':'1'}");
        assertEquals(
                List.of(
                        "search_patient INVALID_ARGUMENT/last_name",
                        "search_patient INVALID_ARGUMENT/first_name",
                        "create_appointment SLOT_UNKNOWN"),
                desk.slips);
    }

    @Test
    void when_patience_is_over_the_refusal_stays_and_a_person_takes_over() {
        desk.patienceIsOver = true;
        assertAnswer(
                "{'success':false,'code':'INVALID_ARGUMENT','say':'I’m sorry, this isn’t working. Let me get our staff"
                        + " to help you.','next':'transfer_to_staff','field':'first_name','hint':'first_name is missing'}",
                desk.run("search_patient", "{'last_name':'Castellan'}"));
        assertEquals(
                "抱歉，这样办不成。我请工作人员来帮您。",
                desk.run("search_patient", "{'last_name':'Castellan','language':'zh'}", Language.FRENCH)
                        .body()
                        .path("say")
                        .asText());
    }

    @Test
    void an_emr_that_is_not_there_is_counted_whichever_tool_asks_it() {
        desk.openings = new OpeningSearch.Result.EmrUnavailable();
        desk.booking = new Booking.Result.EmrUnavailable();
        assertEquals(
                "call_again",
                desk.run("find_earliest_appointment", "{}").body().path("next").asText());
        desk.run("create_appointment", "{'slot_id':'abc234','patient_id':'1'}");
        assertEquals(List.of("silence", "silence"), desk.slips);
        desk.patienceIsOver = true;
        JsonNode answer = desk.run("find_earliest_appointment", "{}").body();
        assertEquals("EMR_UNAVAILABLE", answer.path("code").asText());
        assertEquals("transfer_to_staff", answer.path("next").asText());
    }

    @Test
    void success_and_what_is_not_the_models_doing_are_never_counted() {
        desk.patienceIsOver = true;
        desk.openings = new OpeningSearch.Result.Nothing(List.of());
        assertFalse(desk.run("find_earliest_appointment", "{}").success());
        assertTrue(desk.run("get_clinic_info", "{}").success());
        assertEquals(List.of(), desk.slips);
    }

    @Test
    void handing_over_is_not_handed_over_and_nobody_hears_of_the_record() {
        desk.patienceIsOver = true;
        assertEquals(
                "confirm_with_caller",
                desk.run("transfer_call", "{'reason':'boredom'}")
                        .body()
                        .path("next")
                        .asText());
        desk.run("log_call_metadata", "{'intent':'fly','outcome':'booked'}");
        assertEquals(List.of(), desk.slips);
    }

    @Test
    void giving_out_the_words_of_consent_counts_only_where_they_are_asked_for_by_the_same_again() {
        desk.registration = new Registration.Result.ConsentRequired();
        String who = "{'first_name':'%s','last_name':'Newby','date_of_birth':'1990-04-09','sex':'female',"
                + "'phone':'6045550177'}";
        desk.run("register_new_patient", who.formatted("Zoe"));
        desk.run("register_new_patient", who.formatted("Yann"));
        desk.run("register_new_patient", who.formatted("Zoe"));
        assertEquals(desk.slips.get(0), desk.slips.get(2));
        assertFalse(desk.slips.get(0).equals(desk.slips.get(1)));
    }

    @Test
    void asking_for_a_yes_counts_only_where_the_same_is_asked_again() {
        desk.cancellation = new Cancellation.Result.NotConfirmed(
                TestDesk.appointment("7", "2026-09-15T09:30", AppointmentStatus.BOOKED));
        desk.run("cancel_appointment", "{'appointment_id':'7'}");
        desk.run("cancel_appointment", "{'appointment_id':'8'}");
        desk.run("cancel_appointment", "{'appointment_id':'7'}");
        assertEquals(desk.slips.get(0), desk.slips.get(2));
        assertFalse(desk.slips.get(0).equals(desk.slips.get(1)));
    }
}
