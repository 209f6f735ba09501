package ca.vitaravox.vapi.patient;

import static ca.vitaravox.vapi.tool.Answers.assertAllOf;
import static ca.vitaravox.vapi.tool.Answers.assertAnswer;
import static ca.vitaravox.vapi.tool.Answers.assertSpeakable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicStatus;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.patient.PostalAddress;
import ca.vitaravox.ports.patient.PostalCode;
import ca.vitaravox.ports.patient.ProvinceCode;
import ca.vitaravox.ports.patient.Registration;
import ca.vitaravox.ports.patient.Registration.Result;
import ca.vitaravox.ports.patient.Sex;
import ca.vitaravox.vapi.tool.TestDesk;
import ca.vitaravox.vapi.tool.ToolResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterNewPatientToolTest {
    private static final String ZOE = "'first_name':'Zoe','last_name':'Newby','date_of_birth':'1990-04-09',"
            + "'sex':'female','phone':'6045550177'";

    private final TestDesk desk = new TestDesk();

    private ToolResult run(String more) {
        return desk.run("register_new_patient", "{" + ZOE + more + "}");
    }

    private NewPatient registered(String more) {
        desk.asked = null;
        desk.registration = new Result.Registered(new PatientId("50001"), false);
        ToolResult result = run(more);
        assertTrue(result.success(), result.json());
        return ((Registration.Command) desk.asked).patient();
    }

    private void assertRefused(String field, String more) {
        desk.asked = null;
        ToolResult result = run(more);
        assertEquals("INVALID_ARGUMENT", result.body().path("code").asText(), result.json());
        assertEquals(field, result.body().path("field").asText(), result.json());
        assertSpeakable(result);
        assertNull(desk.asked);
    }

    @Test
    void every_end_has_its_answer() {
        List<Result> results = List.of(
                new Result.Registered(new PatientId("50001"), false),
                new Result.NotAccepting(),
                new Result.ConsentRequired(),
                new Result.Duplicate(),
                new Result.TooManyAttempts(),
                new Result.Pending(),
                new Result.EmrUnavailable());
        List<String> answers = List.of(
                " nothing",
                "NOT_ACCEPTING_PATIENTS offer_waitlist",
                "CONSENT_REQUIRED confirm_with_caller",
                "DUPLICATE_PATIENT transfer_to_staff",
                "TOO_MANY_ATTEMPTS transfer_to_staff",
                "OUTCOME_PENDING call_again",
                "EMR_UNAVAILABLE call_again");
        assertAllOf(Result.class, results);
        for (int i = 0; i < results.size(); i++) {
            desk.registration = results.get(i);
            ToolResult result = run(",'consent':true");
            assertEquals(
                    answers.get(i),
                    result.body().path("code").asText() + " "
                            + result.body().path("next").asText("nothing"));
            assertSpeakable(result);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_clinic_with_the_longest_name_is_named_in_short(Language language) {
        Clinic usual = TestDesk.clinic();
        Clinic longest = new Clinic(
                usual.id(),
                "c".repeat(Clinic.LONGEST_LINE),
                usual.phone(),
                usual.address(),
                usual.zone(),
                usual.languages(),
                usual.acceptingNewPatients(),
                usual.waitlistEnabled(),
                usual.greeting(),
                usual.hours(),
                usual.closures(),
                usual.providers(),
                usual.visitTypes(),
                usual.defaultVisitType(),
                usual.policy());
        desk.status = new ClinicStatus(longest, true, Optional.empty(), Optional.empty());
        for (Result result :
                List.of(new Result.ConsentRequired(), new Result.Registered(new PatientId("x".repeat(40)), true))) {
            desk.registration = result;
            assertSpeakable(desk.run("register_new_patient", "{" + ZOE + ",'consent':true}", language));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, Is there anything else?",
        "FRENCH, Puis-je faire autre chose pour vous?",
        "CHINESE, 还有什么可以帮您吗？"
    })
    void where_no_waitlist_is_kept_nobody_is_asked_to_wait(Language language, String ends) {
        desk.keepsNoWaitlist();
        desk.registration = new Result.NotAccepting();
        ToolResult result = desk.run("register_new_patient", "{" + ZOE + "}", language);
        assertSpeakable(result);
        assertEquals("NOT_ACCEPTING_PATIENTS", result.body().path("code").asText());
        assertEquals("nothing", result.body().path("next").asText());
        assertTrue(result.body().path("say").asText().endsWith(ends), result.json());
    }

    @Test
    void a_repeat_says_so() {
        desk.registration = new Result.Registered(new PatientId("50001"), true);
        assertAnswer(
                "{'success':true,'say':'Thank you. You are registered with "
                        + desk.status.clinic().name()
                        + " now.','patient_id':'50001','level':'verified','already':true}",
                run(",'consent':true"));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_agreed_to_is_what_the_tool_answers_without_consent(Language language) {
        desk.registration = new Result.ConsentRequired();
        String asked = desk.run("register_new_patient", "{" + ZOE + "}", language)
                .body()
                .path("say")
                .asText();
        assertFalse(((Registration.Command) desk.asked).agreed());
        desk.run("register_new_patient", "{" + ZOE + ",'consent':true}", language);
        Registration.Command command = (Registration.Command) desk.asked;
        assertTrue(command.agreed());
        assertEquals(asked, command.words().wording());
        assertEquals(language, command.words().language());
    }

    @ParameterizedTest
    @CsvSource({"false", "'no'", "'unknown'"})
    void anything_but_a_yes_is_no_consent(String word) {
        desk.registration = new Result.ConsentRequired();
        ToolResult result = run(",'consent':" + (word.equals("false") ? word : "'" + word + "'"));
        assertTrue(desk.asked == null || !((Registration.Command) desk.asked).agreed(), result.json());
    }

    @Test
    void what_was_said_is_passed_on() {
        NewPatient patient = registered(
                ",'consent':true,'email':'zoe at example dot test','healthNumber':"
                        + "'nine nine nine nine nine nine nine nine nine eight',"
                        + "'address':{'street':'7 <b>Fiction</b> Way','city':'Toronto','Province':'Ontario','postalCode':'m4b1b3'}");
        assertEquals(new PatientName("Zoe", "Newby"), patient.name());
        assertEquals(LocalDate.of(1990, 4, 9), patient.birthDate());
        assertEquals(Sex.FEMALE, patient.sex());
        assertEquals("+16045550177", patient.phone().e164());
        assertEquals("9999999998", patient.healthNumber().orElseThrow().number());
        assertEquals("zoe@example.test", patient.email().orElseThrow().value());
        assertEquals(
                Optional.of(
                        new PostalAddress("7 b Fiction /b Way", "Toronto", ProvinceCode.ON, new PostalCode("M4B 1B3"))),
                patient.address());
    }

    @ParameterizedTest
    @CsvSource({"F, FEMALE", "Woman, FEMALE", "homme, MALE", "男, MALE", "X, OTHER", "prefer not to say, UNDISCLOSED"})
    void a_sex_is_understood_in_whatever_word(String said, Sex sex) {
        desk.registration = new Result.Registered(new PatientId("50001"), false);
        desk.run("register_new_patient", "{" + ZOE.replace("female", said) + "}");
        assertEquals(sex, ((Registration.Command) desk.asked).patient().sex());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'health_number':'9999999998'                                     | 9999999998 | BC
            'health_number':'9999 999 998','province':'B.C.'                 | 9999999998 | BC
            'health_number':'9876543217AB'                                   | 9876543217 | ON
            'health_number':'9876-543-217','health_number_version':'ab'      | 9876543217 | ON
            'health_number':'9876543217','health_number_version':'A','province':'Ontario' | 9876543217 | ON
            'health_number':'12345-6789','province':'Alberta'                | 123456789  | AB
            'health_number':'TREM 5812 2516','province':'Québec'             | TREM58122516 | QC
            'health_number':'1234567890','province':'NS'                     | 1234567890 | NS
            'health_number':'123456789'                                      | 123456789  |
            """)
    void health_cards_are_right_for_their_province(String more, String number, ProvinceCode province) {
        NewPatient patient = registered("," + more);
        assertEquals(number, patient.healthNumber().orElseThrow().number());
        assertEquals(
                Optional.ofNullable(province),
                patient.healthCard().orElseThrow().province());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            health_number         | 'health_number':'9999999997'
            health_number         | 'health_number':'9999999997','province':'BC'
            health_number         | 'health_number':'999999999','province':'BC'
            health_number         | 'health_number':'99999999980','province':'BC'
            health_number         | 'health_number':'9876543217','province':'BC'
            health_number         | 'health_number':'9876543218','province':'ON','health_number_version':'AB'
            health_number_version | 'health_number':'9876543217','province':'ON'
            health_number_version | 'health_number':'9876543217','province':'ON','health_number_version':'ABC'
            health_number_version | 'health_number':'9876543217','province':'ON','health_number_version':'12'
            health_number         | 'health_number':'123'
            province              | 'health_number':'123456789','province':'Texas'
            email                 | 'email':'zoe at example'
            address               | 'address':'7 Fiction Way, Toronto'
            address               | 'address':{'street':'7 Fiction Way'}
            address               | 'address':{'street':'7','city':'T','province':'ON','postal_code':'90210'}
            address               | 'address':{'street':'7','city':'T','province':'Texas','postal_code':'M4B 1B3'}
            phone                 | 'phone':'the same'
            phone                 | 'phone':'555'
            sex                   | 'sex':'blue'
            first_name            | 'first_name':'Zoe2'
            first_name            | 'first_name':'<script>'
            last_name             | 'last_name':'12'
            date_of_birth         | 'date_of_birth':'2026-09-15'
            date_of_birth         | 'date_of_birth':'1906-09-13'
            date_of_birth         | 'date_of_birth':'04/03/1990'
            """)
    void what_is_wrong_is_named_and_asked_for(String field, String more) {
        String base = ZOE;
        String name = more.substring(1, more.indexOf('\'', 1));
        base = base.replaceAll(",?'" + name + "':'[^']*'", "");
        base = base.startsWith(",") ? base.substring(1) : base;
        desk.asked = null;
        ToolResult result = desk.run("register_new_patient", "{" + base + "," + more + "}");
        assertEquals("INVALID_ARGUMENT", result.body().path("code").asText(), result.json());
        assertEquals(field, result.body().path("field").asText(), result.json());
        assertSpeakable(result);
        assertNull(desk.asked);
    }

    @ParameterizedTest
    @CsvSource({"first_name", "last_name", "date_of_birth", "sex", "phone"})
    void what_is_missing_is_asked_for(String name) {
        String without = ZOE.replaceAll(",?'" + name + "':'[^']*'", "");
        without = without.startsWith(",") ? without.substring(1) : without;
        ToolResult result = desk.run("register_new_patient", "{" + without + "}");
        assertEquals(name, result.body().path("field").asText(), result.json());
        assertSpeakable(result);
    }

    @ParameterizedTest
    @CsvSource({"first_name, 30", "last_name, 30", "health_number_version, 10", "email, 150", "province, 40"})
    void each_text_has_its_longest(String name, int longest) {
        desk.registration = new Result.ConsentRequired();
        String base = ZOE.replaceAll(",?'" + name + "':'[^']*'", "");
        String kept = base.startsWith(",") ? base.substring(1) : base;
        ToolResult fits =
                desk.run("register_new_patient", "{" + kept + ",'" + name + "':'" + "a".repeat(longest) + "'}");
        assertTrue(!fits.body().path("hint").asText().contains("characters"), fits.json());
        ToolResult tooLong =
                desk.run("register_new_patient", "{" + kept + ",'" + name + "':'" + "a".repeat(longest + 1) + "'}");
        assertEquals(name, tooLong.body().path("field").asText());
        assertTrue(tooLong.body().path("hint").asText().contains("at most " + longest + " characters"), tooLong.json());
    }

    @Test
    void addresses_have_their_longest() {
        String address = "'city':'%s','province':'ON','postal_code':'M4B 1B3'";
        registered(",'address':{'street':'" + "s".repeat(60) + "'," + address.formatted("c".repeat(50)) + "}");
        assertRefused("address", ",'address':{'street':'" + "s".repeat(61) + "'," + address.formatted("c") + "}");
        assertRefused("address", ",'address':{'street':'s'," + address.formatted("c".repeat(51)) + "}");
    }
}
