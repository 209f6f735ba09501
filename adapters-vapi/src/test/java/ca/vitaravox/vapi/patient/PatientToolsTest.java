package ca.vitaravox.vapi.patient;

import static ca.vitaravox.vapi.tool.Answers.assertAllOf;
import static ca.vitaravox.vapi.tool.Answers.assertAnswer;
import static ca.vitaravox.vapi.tool.Answers.assertSpeakable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.DetailsResult;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientLookup;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.vapi.tool.TestDesk;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatientToolsTest {
    private static final PatientId ROBIN = new PatientId("4711");
    private static final String BY_NAME = "{'last_name':'Castellan','first_name':'Robin'}";

    private final TestDesk desk = new TestDesk();

    private void byPhone(LookupResult result, String answer) {
        desk.lookup = result;
        assertAnswer(answer, desk.run("search_patient_by_phone", "{}"));
    }

    private void byName(LookupResult result, String answer) {
        desk.lookup = result;
        assertAnswer(answer, desk.run("search_patient", BY_NAME));
    }

    private void details(DetailsResult result, String answer) {
        desk.details = result;
        assertAnswer(answer, desk.run("get_patient", "{'patient_id':'4711'}"));
    }

    @Test
    void the_caller_is_found_by_number_and_first_name() {
        byPhone(
                new LookupResult.Identified(ROBIN, IdentityLevel.CALLER_ID, true),
                "{'success':true,'say':'Thank you, I found the chart.','found':true,'matches':'several',"
                        + "'patient_id':'4711','level':'caller_id'}");
        byPhone(
                new LookupResult.Identified(ROBIN, IdentityLevel.VERIFIED, false),
                "{'success':true,'say':'Thank you, I found the chart.','found':true,'matches':'one',"
                        + "'patient_id':'4711','level':'verified'}");
    }

    @Test
    void a_known_number_asks_for_the_first_name() {
        byPhone(
                new LookupResult.FirstNameNeeded(true),
                "{'success':true,'say':'May I have the patient’s first name?','next':'ask_first_name',"
                        + "'found':true,'matches':'several'}");
        byPhone(
                new LookupResult.FirstNameNeeded(false),
                "{'success':true,'say':'May I have the patient’s first name?','next':'ask_first_name',"
                        + "'found':true,'matches':'one'}");
    }

    @Test
    void a_withheld_number_asks_for_the_full_name() {
        byPhone(
                new LookupResult.FullNameNeeded(),
                "{'success':true,'say':'May I have the patient’s full name?','next':'ask_full_name',"
                        + "'found':false,'matches':'none'}");
    }

    @Test
    void a_claimed_number_asks_for_the_date_of_birth() {
        byPhone(
                new LookupResult.SecondFactorNeeded(),
                "{'success':true,'say':'May I have the patient’s date of birth, with the month, the day and the year?',"
                        + "'next':'ask_date_of_birth','found':false,'matches':'none'}");
    }

    @Test
    void an_unknown_number_is_no_failure() {
        byPhone(
                new LookupResult.NotFound(),
                "{'success':true,'say':'I don’t see a chart under this number. May I have the patient’s full name and"
                        + " date of birth?','next':'ask_full_name','found':false,'matches':'none'}");
    }

    @Test
    void closed_identification_and_an_absent_emr_are_refusals() {
        String closed = "{'success':false,'code':'TOO_MANY_ATTEMPTS','say':'I’m sorry, I can’t look for the chart any"
                + " more in this call. Our staff can help you further.','next':'transfer_to_staff'}";
        String absent = "{'success':false,'code':'EMR_UNAVAILABLE','say':'I’m sorry, I can’t reach the clinic’s system"
                + " right now. Nothing was changed.','next':'call_again'}";
        byPhone(new LookupResult.TooManyAttempts(), closed);
        byName(new LookupResult.TooManyAttempts(), closed);
        byPhone(new LookupResult.EmrUnavailable(), absent);
        byName(new LookupResult.EmrUnavailable(), absent);
        details(new DetailsResult.EmrUnavailable(), absent);
    }

    @Test
    void the_caller_is_found_by_name_and_date_of_birth() {
        byName(
                new LookupResult.Identified(ROBIN, IdentityLevel.VERIFIED, false),
                "{'success':true,'say':'Thank you, I found the chart.','found':true,'patient_id':'4711',"
                        + "'level':'verified'}");
    }

    @Test
    void a_name_alone_asks_for_the_date_of_birth() {
        byName(
                new LookupResult.SecondFactorNeeded(),
                "{'success':true,'say':'May I have the patient’s date of birth, with the month, the day and the year?',"
                        + "'next':'ask_date_of_birth','found':false}");
    }

    @Test
    void details_that_agree_with_no_chart_are_no_failure() {
        byName(
                new LookupResult.NotFound(),
                "{'success':true,'say':'I don’t find a chart with these details. Could you spell the full name for me,"
                        + " and repeat the date of birth?','next':'ask_full_name','found':false}");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_end_of_a_search_has_its_answer(Language language) {
        List<LookupResult> ends = List.of(
                new LookupResult.Identified(new PatientId("x".repeat(40)), IdentityLevel.CALLER_ID, true),
                new LookupResult.FirstNameNeeded(true),
                new LookupResult.FullNameNeeded(),
                new LookupResult.SecondFactorNeeded(),
                new LookupResult.NotFound(),
                new LookupResult.TooManyAttempts(),
                new LookupResult.EmrUnavailable());
        assertAllOf(LookupResult.class, ends);
        for (LookupResult end : ends) {
            desk.lookup = end;
            assertSpeakable(desk.run("search_patient_by_phone", "{}", language));
            assertSpeakable(desk.run("search_patient", BY_NAME, language));
        }
    }

    @Test
    void all_that_was_said_is_searched_for() {
        desk.lookup = new LookupResult.NotFound();
        desk.run(
                "search_patient_by_phone",
                "{'phone':'604-555-0143','first_name':'Katherine','date_of_birth':'1972-11-30',"
                        + "'health_number':'9876543217','relationship':'spouse'}");
        assertEquals(
                new PatientLookup.ByPhone(
                        Optional.of(new PhoneNumber("+16045550143")),
                        Optional.of("Katherine"),
                        Optional.of(LocalDate.of(1972, 11, 30)),
                        HealthNumber.of("9876543217"),
                        Relationship.SPOUSE),
                desk.asked);
        desk.run("search_patient", "{'lastName':'MacLeod','firstName':'Katherine','dateOfBirth':'30 novembre 1972'}");
        assertEquals(
                new PatientLookup.ByName(
                        new PatientName("Katherine", "MacLeod"),
                        Optional.of(LocalDate.of(1972, 11, 30)),
                        Optional.empty(),
                        Relationship.SELF),
                desk.asked);
    }

    @Test
    void the_details_of_a_chart_are_told_with_numbers_cut_short() {
        details(
                new DetailsResult.Details(robin(), Optional.of(TestDesk.WEXFORD)),
                "{'success':true,'say':'I have the chart here. What would you like to know?','patient':{"
                        + "'first_name':'Robin','last_name':'Castellan','date_of_birth':'1985-03-15',"
                        + "'phone_last4':'0142','health_number_last4':'3217','email_on_file':true,"
                        + "'address_on_file':false,'family_provider':{'provider_id':'101',"
                        + "'display_name':'Doctor Mara Wexford'}}}");
    }

    @Test
    void what_a_chart_does_not_have_is_left_out() {
        Chart bare = new Chart(
                ROBIN,
                new PatientName("Robin", "Castellan"),
                LocalDate.of(1985, 3, 15),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                false);
        details(
                new DetailsResult.Details(bare, Optional.empty()),
                "{'success':true,'say':'I have the chart here. What would you like to know?','patient':{"
                        + "'first_name':'Robin','last_name':'Castellan','date_of_birth':'1985-03-15',"
                        + "'email_on_file':false,'address_on_file':false}}");
    }

    @Test
    void details_are_for_the_verified_patient_alone() {
        details(
                new DetailsResult.NotVerified(),
                "{'success':false,'code':'IDENTITY_NOT_VERIFIED','say':'For your privacy I need the patient’s date of"
                        + " birth first.','next':'ask_date_of_birth'}");
        details(
                new DetailsResult.NotForOthers(),
                "{'success':false,'code':'IDENTITY_NOT_VERIFIED','say':'I’m sorry, these details I can only share with"
                        + " the patient. Our staff can help you further.','next':'transfer_to_staff'}");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_end_of_a_look_at_a_chart_has_its_answer(Language language) {
        Chart longest = new Chart(
                ROBIN,
                new PatientName("n".repeat(60), "n".repeat(60)),
                LocalDate.of(1985, 3, 15),
                HealthNumber.of("9876543217"),
                List.of(TestDesk.CALLER),
                Optional.empty(),
                true,
                true);
        List<DetailsResult> ends = List.of(
                new DetailsResult.Details(
                        longest, Optional.of(TestDesk.provider("p".repeat(40), "d".repeat(Provider.LONGEST_NAME)))),
                new DetailsResult.NotVerified(),
                new DetailsResult.NotForOthers(),
                new DetailsResult.EmrUnavailable());
        assertAllOf(DetailsResult.class, ends);
        for (DetailsResult end : ends) {
            desk.details = end;
            assertSpeakable(desk.run("get_patient", "{'patient_id':'4711'}", language));
        }
    }

    @Test
    void an_invented_patient_is_not_identified() {
        assertAnswer(
                "{'success':false,'code':'IDENTITY_NOT_VERIFIED','say':'For your privacy I need the patient’s date of"
                        + " birth first.','next':'ask_date_of_birth'}",
                desk.run("get_patient", "{'patient_id':'" + "patient-".repeat(6) + "'}"));
        assertNull(desk.asked);
    }

    private static Chart robin() {
        return new Chart(
                ROBIN,
                new PatientName("Robin", "Castellan"),
                LocalDate.of(1985, 3, 15),
                HealthNumber.of("9876543217"),
                List.of(TestDesk.CALLER),
                Optional.empty(),
                true,
                false);
    }
}
