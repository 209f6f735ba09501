package ca.vitaravox.vapi.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.ProviderList;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.patient.DetailsResult;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientLookup;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    private final TestDesk desk = new TestDesk();

    @BeforeEach
    void everything_answers() {
        desk.lookup = new LookupResult.NotFound();
        desk.openings = new OpeningSearch.Result.Nothing(List.of());
        desk.booking = new Booking.Result.SlotUnknown();
        desk.moving = new Moving.Result.AppointmentNotFound();
        desk.cancellation = new Cancellation.Result.AppointmentNotFound();
    }

    private PatientLookup.ByPhone byPhone(String arguments) {
        desk.run("search_patient_by_phone", arguments);
        return (PatientLookup.ByPhone) desk.asked;
    }

    private void refused(String tool, String arguments, String field, String next, String hint) {
        desk.asked = null;
        ToolResult result = desk.run(tool, arguments);
        assertEquals(Optional.of(Code.INVALID_ARGUMENT), result.code(), result.json());
        assertEquals(field, result.body().path("field").asText());
        assertEquals(next, result.body().path("next").asText());
        assertEquals(hint, result.body().path("hint").asText());
        assertFalse(result.body().path("say").asText().isBlank());
        assertNull(desk.asked, "nothing may be asked of anybody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first_name", "firstName", "FirstName", "first-name", "First Name", "FIRST_NAME"})
    void a_name_is_understood_in_every_spelling(String name) {
        assertEquals(Optional.of("Robin"), byPhone("{'" + name + "':'Robin'}").firstName());
    }

    @Test
    void abbreviations_in_names_are_one_word() {
        desk.run("create_appointment", "{'slotID':'k3v9x2m7qp','patientID':'7'}");
        assertEquals("7", ((Booking.Command) desk.asked).patient().value());
    }

    @Test
    void of_two_spellings_the_right_one_counts_unless_it_says_nothing() {
        assertEquals(
                Optional.of("Robin"),
                byPhone("{'firstName':'Noa','first_name':'Robin'}").firstName());
        assertEquals(
                Optional.of("Noa"),
                byPhone("{'firstName':'Noa','first_name':null}").firstName());
    }

    @Test
    void what_is_not_declared_is_ignored() {
        byPhone(
                "{'caller_number':'+19995550000','called_number':'x','call_id':7,'clinic_id':'cedar-lane','x':{'y':[]}}");
        assertEquals(Optional.of(TestDesk.CALLER), desk.call.caller());
        assertEquals("harbourview", desk.call.clinic().value());
        assertEquals("call-1", desk.call.call().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "''",
                "'   '",
                "'{{first_name}}'",
                "'{{ customer.name }}'",
                "'<first name>'",
                "'[name]'",
                "'unknown'",
                "'Unknown'",
                "'null'",
                "'undefined'",
                "'N/A'",
                "'none'",
                "'not provided'",
                "'not available'",
                "'${first_name}'",
                "'{first_name}'",
                "'first_name'",
                "'First Name'",
                "'TBD'",
                "'XXXX'",
                "'???'",
                "'non précisé'",
                "'未提供'"
            })
    void what_stands_for_nothing_is_as_if_it_were_not_there(String nothing) {
        assertEquals(Optional.empty(), byPhone("{'first_name':" + nothing + "}").firstName());
        refused(
                "search_patient",
                "{'last_name':'Castellan','first_name':" + nothing + "}",
                "first_name",
                "ask_first_name",
                "first_name is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Na", "Xxx-Lee", "Xo", "First", "Nulla", "Unknownsson", "None-Such", "Nil"})
    void names_that_only_look_like_nothing_are_names(String name) {
        assertEquals(Optional.of(name), byPhone("{'first_name':'" + name + "'}").firstName());
    }

    @Test
    void texts_come_on_one_line_without_what_cannot_be_seen() {
        assertEquals(
                Optional.of("Robin Lee"),
                byPhone("{'first_name':' \\u0000Ro\\u200bbin\\n\\tLee\\u2028\\ud800 '}")
                        .firstName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"this one", "the one I call from", "same", "anonymous", "这个"})
    void words_for_the_callers_own_number_are_no_claim(String said) {
        assertEquals(Optional.empty(), byPhone("{'phone':'" + said + "'}").claimed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "4711.0", "4.711e3"})
    void an_id_that_comes_as_a_number_is_that_number(String came) {
        desk.details = new DetailsResult.NotVerified();
        desk.run("get_patient", "{'patient_id':" + came + "}");
        assertEquals(new PatientId("4711"), desk.asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "1e-999", "1e300"})
    void a_number_beyond_all_reason_is_nobodys(String came) {
        desk.details = new DetailsResult.NotVerified();
        ToolResult result = desk.run("get_patient", "{'patient_id':" + came + "}");
        assertFalse(result.success(), result.json());
    }

    @Test
    void numbers_stand_for_their_digits_where_a_text_is_wanted() {
        assertEquals(
                "+16045550143",
                byPhone("{'phone':6045550143}").claimed().orElseThrow().e164());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "six oh four five five five oh one four three",
                "six zero four, triple five, zero one four three",
                "six zéro quatre, cinq cinq cinq, zéro un, quatre trois",
                "six cent quatre, cinq cent cinquante-cinq, zéro un quarante-trois",
                "six oh four, five fifty-five, oh one forty-three",
                "six oh four, triple five, zero one, forty-three",
                "六零四 三个五 零一四三",
                "六零四，五五五，零一四三"
            })
    void a_number_in_words_is_a_number(String said) {
        assertEquals(
                "+16045550143",
                byPhone("{'phone':'" + said + "'}").claimed().orElseThrow().e164());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "six oh four, five five five, seventy-two fifteen",
                "six zéro quatre, cinq cent cinquante-cinq, soixante-douze quinze",
                "six cent quatre, cinq cinq cinq, septante-deux, quinze",
                "六零四，五五五，七二一五"
            })
    void a_number_that_ends_in_tens_is_a_number(String said) {
        assertEquals(
                "+16045557215",
                byPhone("{'phone':'" + said + "'}").claimed().orElseThrow().e164());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+10000000000",
                "0000000000",
                "123-456-7890",
                "+1 123 456 7890",
                "604-123-4567",
                "555-555-5555",
                "+1234",
                "six oh four five five five"
            })
    void a_number_that_is_none_is_asked_for_again(String madeUp) {
        refused(
                "search_patient_by_phone",
                "{'phone':'" + madeUp + "'}",
                "phone",
                "confirm_with_caller",
                "phone is no telephone number: pass the digits the caller said, with the area code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nine one two three four five six seven eight nine",
                "ninety-one, twenty-three, forty-five, sixty-seven, eighty-nine",
                "quatre-vingt-onze vingt-trois quarante-cinq soixante-sept quatre-vingt-neuf",
                "neuf un deux trois quatre cinq six sept huit neuf",
                "九一二三四五六七八九"
            })
    void a_health_number_in_words_is_read_however_it_is_grouped(String said) {
        assertEquals(
                HealthNumber.of("9123456789"),
                byPhone("{'health_number':'" + said + "'}").healthNumber());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-09-20", "September 20, 2023", "2025-09-14"})
    void a_day_of_a_year_gone_by_is_refused_with_todays_date(String day) {
        refused(
                "find_earliest_appointment",
                "{'earliest_date':'" + day + "'}",
                "earliest_date",
                "confirm_with_caller",
                "earliest_date is past; today is 2026-09-14");
    }

    @Test
    void the_callers_own_number_is_no_claim_to_another() {
        assertEquals(Optional.empty(), byPhone("{'phone':'(604) 555-0142'}").claimed());
        assertEquals(Optional.empty(), byPhone("{'phone':'anonymous'}").claimed());
    }

    @ParameterizedTest
    @CsvSource({"true,true", "'\"true\"',true", "'\"True\"',true", "false,false", "'\"false\"',false", "null,false"})
    void truth_is_understood_as_text(String came, boolean meant) {
        desk.run("cancel_appointment", "{'appointment_id':'7','confirmed':" + came + "}");
        assertEquals(meant, ((Cancellation.Command) desk.asked).confirmed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'yes'", "1", "'perhaps'", "[true]", "{}"})
    void only_true_is_a_yes(String came) {
        refused(
                "cancel_appointment",
                "{'appointment_id':'7','confirmed':" + came + "}",
                "confirmed",
                "confirm_with_caller",
                "confirmed is of type boolean");
    }

    @ParameterizedTest
    @CsvSource({"4,4", "'\"4\"',4", "4.0,4", "'\"4.0\"',4", "1,1", "5,5"})
    void whole_numbers_are_understood_as_text(String came, int meant) {
        desk.run("log_call_metadata", "{'intent':'book','outcome':'booked','satisfaction':" + came + "}");
        assertEquals(Optional.of(meant), desk.described().satisfaction());
    }

    @ParameterizedTest
    @CsvSource({
        "0,is from 1 to 5",
        "6,is from 1 to 5",
        "99999999999,is from 1 to 5",
        "-1,is from 1 to 5",
        "4.5,is of type integer",
        "'\"high\"',is of type integer",
        "true,is of type integer"
    })
    void numbers_have_their_bounds(String came, String hint) {
        refused(
                "log_call_metadata",
                "{'intent':'book','outcome':'booked','satisfaction':" + came + "}",
                "satisfaction",
                "call_again",
                "satisfaction " + hint);
    }

    @Test
    void words_of_a_choice_are_understood_in_other_spellings() {
        desk.run("log_call_metadata", "{'intent':'Book','outcome':'message taken'}");
        assertEquals(Intent.BOOK, desk.described().intent());
        assertEquals(Outcome.MESSAGE_TAKEN, desk.described().outcome());
        assertEquals(Relationship.PARENT, byPhone("{'relationship':'PARENT'}").relationship());
        assertEquals(Relationship.SELF, byPhone("{}").relationship());
    }

    @Test
    void other_words_are_refused_and_the_choice_is_told() {
        refused(
                "search_patient_by_phone",
                "{'relationship':'stranger'}",
                "relationship",
                "confirm_with_caller",
                "relationship is one of self, parent, spouse, caregiver, other");
        refused(
                "find_earliest_appointment",
                "{'part_of_day':'tea time'}",
                "part_of_day",
                "confirm_with_caller",
                "part_of_day is one of morning, afternoon, evening, any");
        refused("log_call_metadata", "{'outcome':'booked'}", "intent", "call_again", "intent is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['tuesday','friday']",
                "['Tuesday','FRIDAY']",
                "'tuesday, friday'",
                "['mardi','vendredi']",
                "['周二','星期五']",
                "['Tues','fridays',null,'']"
            })
    void weekdays_are_understood_in_three_languages(String came) {
        desk.run("find_earliest_appointment", "{'weekdays':" + came + ",'part_of_day':'Morning'}");
        assertEquals(Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY), desk.query().weekdays());
        assertEquals(PartOfDay.MORNING, desk.query().partOfDay());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'weekdays'                | MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY
            ['en semaine']            | MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY
            '工作日'                  | MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY
            'the weekend'             | SATURDAY, SUNDAY
            ['fin de semaine']        | SATURDAY, SUNDAY
            'Monday or Friday'        | MONDAY, FRIDAY
            'lundi et jeudi'          | MONDAY, THURSDAY
            ['周末','friday']         | SATURDAY, SUNDAY, FRIDAY
            ['any']                   |
            'any day'                 |
            """, quoteCharacter = '"')
    void weekdays_go_by_one_name_together(String came, String meant) {
        desk.run("find_earliest_appointment", "{'weekdays':" + came + "}");
        Set<DayOfWeek> days = meant == null
                ? Set.of()
                : Arrays.stream(meant.split(", ")).map(DayOfWeek::valueOf).collect(Collectors.toSet());
        assertEquals(days, desk.query().weekdays());
    }

    @ParameterizedTest
    @CsvSource({
        "late afternoon, AFTERNOON",
        "in the mornings, MORNING",
        "10 a.m., MORNING",
        "pm, AFTERNOON",
        "12:30 p.m., AFTERNOON",
        "4 pm, AFTERNOON",
        "5 pm, EVENING",
        "lunchtime, AFTERNOON",
        "before noon, MORNING",
        "after work, EVENING",
        "en avant-midi, MORNING",
        "l'après-midi, AFTERNOON",
        "le soir, EVENING",
        "下午, AFTERNOON",
        "早上, MORNING",
        "no preference, ANY",
        "n'importe quand, ANY"
    })
    void a_part_of_the_day_is_understood_in_whatever_words(String said, PartOfDay meant) {
        desk.toolbox.run(
                desk.toolbox.spec("find_earliest_appointment").orElseThrow(),
                TestDesk.context(Language.ENGLISH),
                TestDesk.json("{}").put("part_of_day", said));
        assertEquals(meant, desk.query().partOfDay());
    }

    @Test
    void two_parts_of_a_day_are_none() {
        refused(
                "find_earliest_appointment",
                "{'part_of_day':'morning or evening'}",
                "part_of_day",
                "confirm_with_caller",
                "part_of_day is one of morning, afternoon, evening, any");
    }

    @ParameterizedTest
    @CsvSource({
        "tomorrow morning, MORNING",
        "this afternoon, AFTERNOON",
        "tonight, EVENING",
        "mardi matin, MORNING",
        "明天下午, AFTERNOON",
        "tomorrow, ANY"
    })
    void a_part_of_the_day_that_is_said_with_the_first_day_is_wished_for(String said, PartOfDay meant) {
        desk.run("find_earliest_appointment", "{'earliest_date':'" + said + "'}");
        assertEquals(meant, desk.query().partOfDay());
        desk.run("find_earliest_appointment", "{'earliest_date':'" + said + "','part_of_day':'any'}");
        assertEquals(PartOfDay.ANY, desk.query().partOfDay(), "what is said by itself counts first");
        desk.run("find_earliest_appointment", "{'latest_date':'" + said + "'}");
        assertEquals(PartOfDay.ANY, desk.query().partOfDay(), "until some morning is not in the mornings");
    }

    @ParameterizedTest
    @CsvSource({
        "mother, PARENT",
        "her mom, PARENT",
        "I am the father, PARENT",
        "maman, PARENT",
        "妈妈, PARENT",
        "my wife, SPOUSE",
        "conjoint, SPOUSE",
        "legal guardian, CAREGIVER",
        "daughter, OTHER",
        "a friend, OTHER",
        "myself, SELF",
        "本人, SELF"
    })
    void who_the_caller_is_to_the_patient_is_understood_in_whatever_word(String said, Relationship meant) {
        assertEquals(meant, byPhone("{'relationship':'" + said + "'}").relationship());
    }

    @Test
    void weekdays_that_are_none_are_refused() {
        String days = "weekdays is one of monday, tuesday, wednesday, thursday, friday, saturday, sunday";
        refused("find_earliest_appointment", "{'weekdays':['someday']}", "weekdays", "confirm_with_caller", days);
        refused(
                "find_earliest_appointment",
                "{'weekdays':{'a':1}}",
                "weekdays",
                "confirm_with_caller",
                "weekdays is of type array");
        refused(
                "find_earliest_appointment",
                "{'weekdays':['monday','monday','monday','monday','monday','monday','monday','monday']}",
                "weekdays",
                "confirm_with_caller",
                "weekdays has at most 7 entries");
    }

    @Test
    void a_text_may_be_as_long_as_declared_and_no_longer() {
        assertEquals(
                60,
                byPhone("{'first_name':'" + "n".repeat(60) + "'}")
                        .firstName()
                        .orElseThrow()
                        .length());
        refused(
                "search_patient_by_phone",
                "{'first_name':'" + "n".repeat(61) + "'}",
                "first_name",
                "ask_first_name",
                "first_name has at most 60 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "true", "{'a':{'b':{'c':[1]}}}"})
    void what_is_no_text_is_refused(String came) {
        refused(
                "search_patient_by_phone",
                "{'first_name':" + came + "}",
                "first_name",
                "ask_first_name",
                "first_name is of type string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1985-03-15", "March 15 1985", "15 mars 1985", "1985年3月15日"})
    void a_date_of_birth_is_understood_as_it_is_said(String said) {
        assertEquals(
                Optional.of(LocalDate.of(1985, 3, 15)),
                byPhone("{'date_of_birth':'" + said + "'}").birthDate());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-09-14 | 2026-09-14
            1906-09-14 | 1906-09-14
            """)
    void a_date_of_birth_lies_within_120_years(String said, LocalDate meant) {
        assertEquals(
                Optional.of(meant), byPhone("{'date_of_birth':'" + said + "'}").birthDate());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-09-15 | date_of_birth lies in the future
            1906-09-13 | date_of_birth is over 120 years ago
            0000-01-01 | date_of_birth is over 120 years ago
            1985-02-30 | date_of_birth is no single date: pass YYYY-MM-DD, asking which number is the month if need be
            March 15   | date_of_birth is no single date: pass YYYY-MM-DD, asking which number is the month if need be
            04/03/1985 | date_of_birth is no single date: pass YYYY-MM-DD, asking which number is the month if need be
            """)
    void a_date_of_birth_outside_is_refused(String said, String hint) {
        refused(
                "search_patient_by_phone",
                "{'date_of_birth':'" + said + "'}",
                "date_of_birth",
                "ask_date_of_birth",
                hint);
    }

    @Test
    void words_for_days_are_meant_by_the_clinics_clocks() {
        desk.run("find_earliest_appointment", "{'earliest_date':'tomorrow','latest_date':'in two weeks'}");
        assertEquals(Optional.of(LocalDate.of(2026, 9, 15)), desk.query().earliest());
        assertEquals(Optional.of(LocalDate.of(2026, 9, 28)), desk.query().latest());
        // half past eleven in the evening in Vancouver is the next day in Greenwich
        desk.now = Instant.parse("2026-09-15T06:30:00Z");
        desk.run("find_earliest_appointment", "{'earliest_date':'demain','latest_date':'下周二'}");
        assertEquals(Optional.of(LocalDate.of(2026, 9, 15)), desk.query().earliest());
        assertEquals(Optional.of(LocalDate.of(2026, 9, 22)), desk.query().latest());
        desk.now = Instant.parse("2026-09-15T07:00:00Z");
        desk.run("find_earliest_appointment", "{'earliest_date':'demain'}");
        assertEquals(Optional.of(LocalDate.of(2026, 9, 16)), desk.query().earliest());
    }

    @Test
    void yesterday_is_taken_as_today_and_what_is_older_is_refused() {
        desk.run("find_earliest_appointment", "{'earliest_date':'2026-09-13','latest_date':'2026-09-13'}");
        assertEquals(Optional.of(LocalDate.of(2026, 9, 14)), desk.query().earliest());
        assertEquals(Optional.of(LocalDate.of(2026, 9, 14)), desk.query().latest());
        refused(
                "find_earliest_appointment",
                "{'earliest_date':'2026-09-12'}",
                "earliest_date",
                "confirm_with_caller",
                "earliest_date is past; today is 2026-09-14");
        refused(
                "check_appointments",
                "{'date':'2025-09-15'}",
                "date",
                "confirm_with_caller",
                "date is past; today is 2026-09-14");
        assertEquals(
                "Nous sommes le lundi 14 septembre. Quel jour voulez-vous?",
                desk.run("check_appointments", "{'date':'2025-09-15'}", Language.FRENCH)
                        .body()
                        .path("say")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "Anytime", "first available", "随时"})
    void any_day_is_no_wish(String said) {
        desk.run("find_earliest_appointment", "{'earliest_date':'" + said + "','latest_date':'" + said + "'}");
        assertEquals(Optional.empty(), desk.query().earliest());
        assertEquals(Optional.empty(), desk.query().latest());
    }

    @Test
    void a_day_that_cannot_be_told_is_refused() {
        refused(
                "find_earliest_appointment",
                "{'latest_date':'when the cows come home'}",
                "latest_date",
                "confirm_with_caller",
                "latest_date is no day that could be told: pass YYYY-MM-DD; today is 2026-09-14");
        refused(
                "find_earliest_appointment",
                "{'earliest_date':'2026-09-20','latest_date':'2026-09-19'}",
                "latest_date",
                "confirm_with_caller",
                "latest_date is before earliest_date");
    }

    @Test
    void a_number_that_is_none_is_refused() {
        refused(
                "search_patient_by_phone",
                "{'phone':'555-01'}",
                "phone",
                "confirm_with_caller",
                "phone is no telephone number: pass the digits the caller said, with the area code");
        refused(
                "search_patient_by_phone",
                "{'health_number':'no 7!'}",
                "health_number",
                "confirm_with_caller",
                "health_number is no health card number: 4 to 20 digits or letters");
        assertEquals(
                "9876543217",
                byPhone("{'health_number':'9876 543 217'}")
                        .healthNumber()
                        .orElseThrow()
                        .number());
    }

    @ParameterizedTest
    @CsvSource({
        "fr,FRENCH",
        "FR-ca,FRENCH",
        "French,FRENCH",
        "français,FRENCH",
        "zh,CHINESE",
        "zh-CN,CHINESE",
        "mandarin,CHINESE",
        "中文,CHINESE",
        "en,ENGLISH",
        "es,ENGLISH",
        "Klingon,ENGLISH"
    })
    void the_language_of_the_answer_can_be_chosen(String said, Language chosen) {
        byPhone("{'language':'" + said + "'}");
        assertEquals(chosen, desk.call.language());
    }

    @Test
    void the_callers_words_go_into_the_record_clean_and_short() {
        desk.run(
                "create_appointment",
                "{'slot_id':'k3v9x2m7qp','patient_id':'7','reason':' <b>Cough</b>\\n\\u0007 since\\tMonday '}");
        assertEquals(Optional.of("b Cough /b since Monday"), ((Booking.Command) desk.asked).reason());
        desk.run("create_appointment", "{'slot_id':'k3v9x2m7qp','patient_id':'7','reason':'" + "x".repeat(2000) + "'}");
        assertEquals(200, ((Booking.Command) desk.asked).reason().orElseThrow().length());
        desk.run(
                "create_appointment",
                "{'slot_id':'k3v9x2m7qp','patient_id':'7','reason':'" + "x".repeat(199) + "\uD83D\uDE00'}");
        assertEquals("x".repeat(199), ((Booking.Command) desk.asked).reason().orElseThrow());
        desk.run("create_appointment", "{'slot_id':'k3v9x2m7qp','patient_id':'7','reason':'<><>'}");
        assertEquals(Optional.empty(), ((Booking.Command) desk.asked).reason());
        refused(
                "create_appointment",
                "{'slot_id':'k3v9x2m7qp','patient_id':'7','reason':'" + "x".repeat(2001) + "'}",
                "reason",
                "call_again",
                "reason has at most 2000 characters");
        desk.run("log_call_metadata", "{'intent':'book','outcome':'booked','summary':'" + "y ".repeat(2000) + "'}");
        assertEquals(1999, desk.described().summary().orElseThrow().length());
    }

    @Test
    void no_text_the_caller_said_comes_back() {
        String secret = "SECRETWORD";
        desk.appointments = new AppointmentList.Result.NotVerified();
        desk.details = new DetailsResult.NotVerified();
        desk.providers = new ProviderList.Listing(List.of(), false);
        for (ToolSpec spec : desk.toolbox.specs()) {
            for (var property : spec.parameters().path("properties").properties()) {
                ObjectNode arguments = TestDesk.json("{'intent':'book','outcome':'booked'}");
                spec.parameters().path("required").forEach(name -> arguments.put(name.asText(), "book"));
                arguments.put(property.getKey(), secret);
                ToolResult result = desk.run(spec.name(), arguments.toString());
                assertFalse(result.json().toUpperCase(Locale.ROOT).contains(secret), result.json());
            }
        }
    }
}
