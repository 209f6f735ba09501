package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.task.Message;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a clinic's staff look at and do, over HTTP. */
class StaffIT {
    private static final PhoneNumber CALLER = new PhoneNumber("+17785550142");
    private static final Database DATABASE = TestServer.running().database();
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final CallLog LOG = DATABASE.callLog(TestServer.envelope());
    private static ClinicId clinic;
    private static Desk staff;
    private static Desk platform;
    private static Desk elsewhere;

    @BeforeAll
    static void logIn() {
        clinic = new ClinicId(TestClinic.open(DATABASE, "stf" + Fresh.hex().substring(0, 8), 0)
                .id());
        ClinicId other =
                new ClinicId(TestClinic.open(DATABASE, "stf" + Fresh.hex().substring(0, 8), 0)
                        .id());
        staff = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_STAFF, clinic)));
        platform = new Desk(Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN)));
        elsewhere = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_STAFF, other)));
    }

    private static CallId call(Instant at, Intent intent, Outcome outcome) {
        CallId call = Fresh.call();
        LOG.add(clinic, call, Optional.of(CALLER), new CallNews.Started(at), at);
        LOG.add(
                clinic,
                call,
                Optional.of(CALLER),
                new ToolCall(
                        "t1",
                        "create_appointment",
                        at.plusSeconds(20),
                        Duration.ofMillis(40),
                        Optional.of("SLOT_TAKEN")));
        LOG.add(
                clinic,
                call,
                Optional.of(CALLER),
                new CallNews.Described(intent, outcome, Optional.of("Casey wants a check-up"), Optional.of(5)),
                at);
        LOG.derived(clinic, call, intent, outcome);
        return call;
    }

    @Test
    void calls_are_listed_the_latest_first_page_by_page_and_by_what_is_asked_for() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(call(NOW.minusSeconds(600 - i), Intent.CHECK, Outcome.NO_ACTION)
                    .value());
        }
        Collections.reverse(made);
        String path = clinic + "/calls";
        for (int limit : List.of(1, 2, 5, 200)) {
            List<String> listed = new ArrayList<>();
            staff.all(path + "?intent=check", limit)
                    .forEach(each -> listed.add(each.get("id").asText()));
            assertEquals(made, listed);
        }
        assertEquals(0, staff.all(path + "?intent=check&outcome=booked", 10).size());
        assertEquals(
                2,
                staff.all(path + "?intent=check&from=" + NOW.minusSeconds(599) + "&until=" + NOW.minusSeconds(597), 10)
                        .size());
        assertEquals(
                5, staff.all(path + "?intent=check&caller=%2B17785550142", 10).size());
        assertEquals(0, staff.all(path + "?caller=%2B17785550143", 10).size());
        for (String bad : List.of("intent=x", "from=yesterday", "caller=555", "limit=0", "limit=201", "after=x")) {
            assertEquals(400, staff.get(path + "?" + bad).statusCode(), bad);
        }
    }

    @Test
    void calls_that_begin_between_two_pages_move_nothing() {
        for (int i = 0; i < 3; i++) {
            call(NOW.minusSeconds(900 - i), Intent.OTHER, Outcome.ERROR);
        }
        String path = clinic + "/calls?intent=other&limit=2";
        JsonNode first = staff.read(path);
        call(NOW.minusSeconds(100), Intent.OTHER, Outcome.ERROR);
        JsonNode second = staff.read(path + "&after=" + first.get("next").asText());
        assertEquals(1, second.get("items").size());
        assertFalse(
                first.get("items").toString().contains(second.at("/items/0/id").asText()));
    }

    @Test
    void a_call_is_shown_with_its_timeline_and_to_the_platform_without_people() {
        CallId call = call(NOW.minusSeconds(60), Intent.BOOK, Outcome.ABANDONED);
        String path = clinic + "/calls/" + call;
        JsonNode whole = staff.read(path);
        assertEquals("SLOT_TAKEN", whole.at("/timeline/0/code").asText());
        assertEquals(40, whole.at("/timeline/0/millis").asInt());
        assertEquals(CALLER.e164(), whole.get("caller").asText());
        String less = platform.get(path).body();
        assertTrue(less.contains("…0142") && !less.contains(CALLER.e164()) && !less.contains("Casey"), less);
        assertFalse(platform.get(clinic + "/calls?intent=book").body().contains(CALLER.e164()));
        assertEquals(
                elsewhere.get(path).body(),
                elsewhere.get("nowhere/calls/" + call).body());
        assertEquals(404, elsewhere.get(path).statusCode());
        assertEquals(404, staff.get(clinic + "/calls/none").statusCode());
        assertTrue(TestServer.running().trail(clinic.value()).contains("view_call " + call + " done"));
    }

    @Test
    void figures_count_what_was_called_by_the_clinics_clock() {
        ClinicId fresh =
                new ClinicId(TestClinic.open(DATABASE, "stf" + Fresh.hex().substring(0, 8), 0)
                        .id());
        Instant at =
                Instant.parse("2026-11-01T07:59:59Z"); // still the evening before, and before midnight, in Vancouver
        CallId call = Fresh.call();
        LOG.add(fresh, call, Optional.empty(), new CallNews.Started(at), at);
        LOG.add(
                fresh,
                call,
                Optional.empty(),
                new ToolCall("t1", "create_appointment", at, Duration.ofMillis(9), Optional.of("SLOT_EXPIRED")));
        LOG.derived(fresh, call, Intent.BOOK, Outcome.BOOKED);
        String path = fresh + "/overview?first=2026-10-31&last=2026-10-31";
        JsonNode day = platform.read(path);
        int hour = at.atZone(java.time.ZoneId.of("America/Vancouver")).getHour();
        String date = at.atZone(java.time.ZoneId.of("America/Vancouver"))
                .toLocalDate()
                .toString();
        JsonNode days = platform.read(fresh + "/overview?first=" + date + "&last=" + date);
        assertEquals(1, days.get("calls").asInt());
        assertEquals(1, days.at("/callsByDay/" + date).asInt());
        assertEquals(1, days.get("callsByHour").get(hour).asInt());
        assertEquals(1, days.get("bookings").asInt());
        assertEquals(1, days.get("holdsLost").asInt());
        assertEquals(9, days.at("/tools/0/p95Millis").asInt());
        assertTrue(day.get("calls").asInt() <= 1);
        assertEquals(
                200,
                platform.get(fresh + "/overview?first=2026-08-01&last=2026-10-31")
                        .statusCode());
        assertEquals(
                400,
                platform.get(fresh + "/overview?first=2026-07-31&last=2026-10-31")
                        .statusCode());
        assertEquals(
                400,
                platform.get(fresh + "/overview?first=2026-11-01&last=2026-10-31")
                        .statusCode());
    }

    @Test
    void holds_are_shown_while_they_last() {
        Instant now = Instant.now(); // it lasts for minutes alone
        Slot slot = new Slot(
                Fresh.slot(),
                Fresh.call(),
                Optional.empty(),
                new ProviderId("7"),
                new TimeRange(now.plusSeconds(90_000), now.plusSeconds(90_900)),
                new VisitTypeCode("checkup"));
        DATABASE.holdLedger().offer(clinic, Optional.of(CALLER), List.of(slot), true, 1, now);
        JsonNode held = staff.read(clinic + "/holds");
        assertEquals(slot.call().value(), held.at("/items/0/callId").asText());
        assertEquals("held", held.at("/items/0/state").asText());
        assertEquals(0, elsewhere.get(clinic + "/holds").body().split("callId", -1).length - 1);
        DATABASE.holdLedger().release(clinic, slot.call(), now);
        assertEquals(0, staff.read(clinic + "/holds").get("items").size());
    }

    @Test
    void a_message_is_taken_and_done_though_its_name_has_a_slash() {
        CallId call = Fresh.call();
        Message message =
                new Message(Optional.of(CALLER), Optional.empty(), "billing", Optional.of("Please call me back"));
        DATABASE.taskBook()
                .add(
                        clinic,
                        new Task(
                                TaskKind.MESSAGE,
                                call + "/1",
                                Optional.empty(),
                                Optional.of(call),
                                NOW,
                                Optional.of(message)));
        JsonNode task = staff.all(clinic + "/tasks", 1).stream()
                .filter(each -> each.get("about").asText().equals(call + "/1"))
                .findFirst()
                .orElseThrow();
        String path = clinic + "/tasks/" + task.get("id").asText();
        assertTrue(Admin.read(staff.send("POST", path + "/taken", null))
                .at("/taken/by")
                .isTextual());
        assertTrue(Admin.read(staff.send("POST", path + "/done", null))
                .at("/done/at")
                .isTextual());
        assertFalse(staff.get(clinic + "/tasks?limit=200").body().contains(call.value()));
        assertEquals(404, elsewhere.send("POST", path + "/done", null).statusCode());
    }

    @Test
    void of_an_offer_that_is_over_nothing_can_be_said_any_more() {
        String offer = clinic + "/offers/nosuchoffer";
        assertEquals(409, staff.send("POST", offer + "/contacting", null).statusCode());
        assertEquals(409, staff.send("POST", offer + "/accepted", null).statusCode());
        assertEquals(409, staff.send("POST", offer + "/declined", null).statusCode());
        assertEquals(
                404, staff.send("DELETE", clinic + "/waitlist/nobody1", null).statusCode());
        assertEquals(0, staff.all(clinic + "/waitlist", 1).size());
    }
}
