package ca.vitaravox.vapi.clinic;

import static ca.vitaravox.vapi.tool.Answers.assertAnswer;
import static ca.vitaravox.vapi.tool.Answers.assertSpeakable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicStatus;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.vapi.tool.TestDesk;
import ca.vitaravox.vapi.tool.ToolResult;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GetClinicInfoToolTest {
    private static final ZonedDateTime TUESDAY = ZonedDateTime.of(2026, 9, 15, 8, 30, 0, 0, TestDesk.VANCOUVER);
    private static final String OPEN = """
            {'success':true,'say':'Harbourview Family Clinic is open now.','clinic':{
            'name':'Harbourview Family Clinic','phone':'+16045550100','address':'100 Harbour Street, Vancouver',
            'timezone':'America/Vancouver','accepting_new_patients':true,'waitlist_enabled':true,
            'languages':['en','fr'],'hours':{
            'monday':[{'open':'08:30','close':'12:00'},{'open':'13:00','close':'17:00'}],
            'tuesday':[{'open':'08:30','close':'12:00'},{'open':'13:00','close':'17:00'}],
            'wednesday':[{'open':'08:30','close':'12:00'},{'open':'13:00','close':'17:00'}],
            'thursday':[{'open':'08:30','close':'12:00'},{'open':'13:00','close':'17:00'}],
            'friday':[{'open':'08:30','close':'12:00'}],'saturday':[],'sunday':[]},'is_open':true
            ,'greeting':'Harbourview Family Clinic, how can I help?'}}""";

    private final TestDesk desk = new TestDesk();

    private String say(ClinicStatus status, Language language) {
        desk.status = status;
        ToolResult result = desk.run("get_clinic_info", "{}", language);
        assertSpeakable(result);
        return result.body().path("say").asText();
    }

    @Test
    void everything_anybody_may_know_is_told() {
        assertAnswer(OPEN, desk.run("get_clinic_info", "{}"));
    }

    @Test
    void a_closed_clinic_says_when_it_opens() {
        ClinicStatus closed = new ClinicStatus(TestDesk.clinic(), false, Optional.of(TUESDAY), Optional.empty());
        assertEquals(
                "Harbourview Family Clinic is closed now. We open Tuesday, September 15 at 8:30 AM.",
                say(closed, Language.ENGLISH));
        assertEquals(
                "Harbourview Family Clinic : nous sommes fermés en ce moment. Nous ouvrons mardi 15 septembre à 8 h 30.",
                say(closed, Language.FRENCH));
        assertEquals("Harbourview Family Clinic现在休诊。下次开诊时间是九月十五日星期二上午八点半。", say(closed, Language.CHINESE));
        var clinic = desk.run("get_clinic_info", "{}").body().path("clinic");
        assertFalse(clinic.path("is_open").asBoolean());
        assertEquals("2026-09-15T08:30-07:00", clinic.path("opens_next").asText());
        assertFalse(clinic.has("closed_because"));
    }

    @Test
    void a_holiday_says_its_name() {
        ClinicStatus holiday =
                new ClinicStatus(TestDesk.clinic(), false, Optional.of(TUESDAY), Optional.of("Labour Day"));
        assertEquals(
                "Harbourview Family Clinic is closed today: Labour Day. We open Tuesday, September 15 at 8:30 AM.",
                say(holiday, Language.ENGLISH));
        assertEquals(
                "Labour Day",
                desk.run("get_clinic_info", "{}")
                        .body()
                        .path("clinic")
                        .path("closed_because")
                        .asText());
    }

    @Test
    void a_clinic_that_does_not_open_soon_promises_nothing() {
        assertEquals(
                "Harbourview Family Clinic is closed, and I don’t have the next opening day here.",
                say(
                        new ClinicStatus(TestDesk.clinic(), false, Optional.empty(), Optional.of("Renovation")),
                        Language.ENGLISH));
    }

    @Test
    void what_finds_no_room_is_left_out_and_said_to_be() {
        OpenHours[] stretches = IntStream.range(0, 3)
                .mapToObj(i -> new OpenHours(LocalTime.of(8 + 3 * i, 0), LocalTime.of(10 + 3 * i, 30)))
                .toArray(OpenHours[]::new);
        desk.status = new ClinicStatus(
                clinic("Long Name", "Short Street", stretches), true, Optional.empty(), Optional.empty());
        ToolResult result = desk.run("get_clinic_info", "{}");
        assertSpeakable(result);
        assertTrue(result.body().path("more").asBoolean());
        var clinic = result.body().path("clinic");
        assertFalse(clinic.has("greeting"));
        List<String> days = clinic.path("hours").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
        assertTrue(days.size() >= 3 && days.size() < 7, days.toString());
        assertEquals(List.of("monday", "tuesday", "wednesday"), days.subList(0, 3), "from today on");
    }

    @Test
    void the_longest_answer_is_short_enough() {
        for (Language language : Language.values()) {
            OpenHours[] stretches = IntStream.range(0, OpenHours.MOST)
                    .mapToObj(hour -> new OpenHours(LocalTime.of(hour, 0), LocalTime.of(hour, 30)))
                    .toArray(OpenHours[]::new);
            desk.status = new ClinicStatus(
                    clinic("c".repeat(Clinic.LONGEST_LINE), "s".repeat(Clinic.LONGEST_LINE), stretches),
                    false,
                    Optional.of(TUESDAY),
                    Optional.of("Reason ".repeat(50)));
            assertSpeakable(desk.run("get_clinic_info", "{}", language));
        }
    }

    private static Clinic clinic(String name, String address, OpenHours... stretches) {
        Clinic usual = TestDesk.clinic();
        return new Clinic(
                usual.id(),
                name,
                usual.phone(),
                address,
                ZoneId.of("America/Argentina/ComodRivadavia"),
                List.of(Language.values()),
                false,
                false,
                Optional.of("w".repeat(Clinic.LONGEST_GREETING)),
                Arrays.stream(DayOfWeek.values())
                        .collect(Collectors.toMap(Function.identity(), day -> List.of(stretches))),
                List.of(),
                usual.providers(),
                usual.visitTypes(),
                usual.defaultVisitType(),
                BookingPolicy.USUAL);
    }
}
