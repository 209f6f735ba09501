package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.task.Message;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.PageReader;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a clinic's staff do in a day, on their pages. */
@Timeout(300)
class DayPagesIT {
    private static final Database DATABASE = TestServer.running().database();
    private static final CallLog LOG = DATABASE.callLog(TestServer.envelope());
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private TestClinic clinic;
    private ClinicId id;
    private Desk desk;
    private PageReader staff;

    @BeforeEach
    void openAClinic() {
        clinic = TestClinic.open(DATABASE, "day" + Fresh.hex().substring(0, 8), 2);
        id = new ClinicId(clinic.id());
        desk = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_STAFF, id)));
        staff = new PageReader(desk.token());
    }

    private void leaveMessage(String about, String text, Instant at) {
        DATABASE.taskBook()
                .add(
                        id,
                        new Task(
                                TaskKind.MESSAGE,
                                about,
                                Optional.empty(),
                                Optional.of(Fresh.call()),
                                at,
                                Optional.of(new Message(
                                        Optional.of(new PhoneNumber("+17785550142")),
                                        Optional.empty(),
                                        "billing",
                                        Optional.of(text)))));
    }

    private String task(String state) {
        return desk.read(id + "/tasks?state=" + state).at("/items/0/id").asText();
    }

    @Test
    void a_message_is_taken_and_finished_with_who_did_it() {
        leaveMessage("m1", "Please call about <b>my bill</b>", NOW);
        String path = "/clinics/" + id + "/tasks";
        String page = staff.read(path);
        assertTrue(page.contains("Please call about &lt;b&gt;my bill&lt;/b&gt;"), page);
        assertTrue(page.contains("href=\"tel:+17785550142\">778-555-0142</a>"), page);
        String task = task("open");

        String taken = staff.post(path + "/" + task + "/taken");
        assertTrue(taken.contains("The task is yours.") && taken.contains("Taken by Somebody"), taken);

        String done = staff.post(path + "/" + task + "/done");
        assertTrue(done.contains("Nothing is waiting for you"), done);
        String finished = staff.read(path + "?state=done");
        assertTrue(finished.contains("Done by Somebody") && finished.contains("Taken by Somebody"), finished);
        assertFalse(finished.contains("/" + task + "/done\""), finished);
        JsonNode kept = desk.read(id + "/tasks?state=done").at("/items/0/done");
        assertEquals("Somebody", kept.path("name").asText());

        String late = staff.post(path + "/" + task + "/taken");
        assertTrue(late.contains("Somebody finished this task before you"), late);
        assertTrue(TestServer.running().trail(id.value()).contains("take_task message:m1 done"));
    }

    @Test
    void tasks_come_in_pages_of_25_in_which_none_is_missing() {
        for (int i = 0; i < 26; i++) {
            leaveMessage("m" + i, "Message number " + i + ".", NOW.minusSeconds(100 - i));
        }
        String path = "/clinics/" + id + "/tasks";
        String first = staff.read(path);
        assertTrue(first.contains("Message number 24.") && !first.contains("Message number 25."), first);
        String next = first.replaceAll("(?s).*tasks\\?after=([^\"]+)\".*", "$1");
        String second = staff.read(path + "?after=" + next);
        assertTrue(second.contains("Message number 25.") && !second.contains("Message number 24."), second);
    }

    @Test
    void an_open_page_sees_that_something_changed_and_looking_leaves_nothing_in_the_trail() {
        String page = staff.read("/clinics/" + id + "/tasks");
        String seen = page.replaceAll("(?s).*data-of=\"tasks\" data-seen=\"([^\"]*)\".*", "$1");
        int lines = TestServer.running().trail(id.value()).size();
        JsonNode before = desk.read(id + "/pulse");
        assertEquals(seen, before.at("/tasks/state").asText());
        leaveMessage("m1", "Something new", NOW);
        JsonNode after = desk.read(id + "/pulse");
        assertFalse(seen.equals(after.at("/tasks/state").asText()));
        assertEquals(before.get("waitlist"), after.get("waitlist"));
        assertEquals(1, after.at("/tasks/open").asInt());
        assertEquals(lines, TestServer.running().trail(id.value()).size());
        assertFalse(after.toString().contains("Something") || after.toString().contains("5550142"), after.toString());
    }

    @Test
    void an_opening_is_offered_by_phone_and_taken() {
        String offer = Waiters.offerAfterACancellation(clinic);
        String path = "/clinics/" + id;
        String board = staff.read(path + "/waitlist");
        assertTrue(
                board.contains("To phone") && board.contains("Casey Tester") && board.contains("Doctor Test"), board);
        assertTrue(board.contains("href=\"tel:" + clinic.phoneOf(2) + "\""), board);

        String notHeld = staff.post(path + "/offers/" + offer + "/accepted");
        assertTrue(notHeld.contains("The time is not held for them any more"), notHeld);

        String phoning = staff.post(path + "/offers/" + offer + "/contacting");
        assertTrue(phoning.contains("Somebody phones") && phoning.contains("Being phoned"), phoning);
        assertTrue(phoning.contains("data-left"), phoning);
        String other = staff.post(path + "/offers/" + offer + "/contacting");
        assertTrue(other.contains("somebody else is phoning"), other);

        String accepted = staff.post(path + "/offers/" + offer + "/accepted");
        assertTrue(
                accepted.contains("enter it in the EMR now") && accepted.contains("Nobody is on the waitlist"),
                accepted);
        assertTrue(staff.post(path + "/offers/" + offer + "/declined").contains("This was over before"));
        JsonNode task = desk.read(id + "/tasks?state=done").at("/items/0");
        assertEquals("phone_for_opening", task.path("kind").asText());
        assertEquals("Somebody", task.at("/taken/name").asText());
    }

    @Test
    void whoever_is_taken_off_the_waitlist_waits_no_longer() {
        Waiters.join(clinic, 2);
        String path = "/clinics/" + id + "/waitlist";
        String board = staff.read(path);
        String entry = desk.read(id + "/waitlist").at("/items/0/id").asText();
        assertTrue(board.contains("hx-confirm=\"Remove Casey Tester"), board);
        assertTrue(staff.post(path + "/" + entry + "/remove").contains("They are off the waitlist."));
        assertTrue(staff.post(path + "/" + entry + "/remove").contains("This was over before"));
        assertEquals(0, desk.all(id + "/waitlist", 50).size());
    }

    private CallId call(Instant at, String caller, Outcome outcome) {
        CallId call = Fresh.call();
        Optional<PhoneNumber> number = Optional.of(new PhoneNumber(caller));
        LOG.add(id, call, number, new CallNews.Started(at), at);
        LOG.add(
                id,
                call,
                number,
                new ToolCall("t1", "create_appointment", at, Duration.ofMillis(40), Optional.of("SLOT_TAKEN")));
        LOG.derived(id, call, Intent.BOOK, outcome);
        return call;
    }

    @Test
    void calls_are_found_by_number_day_and_outcome_and_one_is_shown_with_what_happened() {
        CallId booked = call(NOW.minusSeconds(60), "+17785550142", Outcome.BOOKED);
        CallId lost = call(NOW.minusSeconds(30), "+17785550143", Outcome.ABANDONED);
        String path = "/clinics/" + id + "/calls";
        String all = staff.read(path);
        assertTrue(all.indexOf("/calls/" + lost) < all.indexOf("/calls/" + booked), all);
        String byNumber = staff.post(path, "caller=%28778%29+555-0142");
        assertTrue(byNumber.contains("/calls/" + booked) && !byNumber.contains("/calls/" + lost), byNumber);
        assertFalse(staff.post(path, "outcome=booked").contains("/calls/" + lost));
        assertTrue(staff.post(path, "from=2000-01-01&until=2000-01-02").contains("No call is like that."));
        LocalDate its = LocalDate.ofInstant(NOW.minusSeconds(60), ZoneId.of("America/Vancouver"));
        assertTrue(staff.post(path, "from=" + its + "&until=" + its).contains("/calls/" + booked));
        for (String wrong : List.of("caller=nobody", "from=tomorrow", "outcome=glorious")) {
            assertTrue(staff.post(path, wrong).contains("Write a whole number"), wrong);
        }
        String one = staff.read(path + "/" + booked);
        assertTrue(one.contains("create_appointment") && one.contains("SLOT_TAKEN") && one.contains("40 ms"), one);
        assertTrue(one.contains("778-555-0142"), one);
        assertTrue(TestServer.running().trail(id.value()).contains("view_call " + booked + " done"));
        PageReader platform = new PageReader(Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN)));
        String less = platform.read(path + "/" + booked);
        assertFalse(less.contains("555-0142") || less.contains("5550142"), less);
        assertFalse(less.contains("What was said"), less);
        assertEquals(404, staff.get(path + "/none").statusCode());
    }

    @Test
    void what_was_said_is_shown_to_whoever_asks_for_it_and_each_look_is_noted() {
        CallId call = call(NOW.minusSeconds(60), "+17785550142", Outcome.BOOKED);
        String path = "/clinics/" + id + "/calls/" + call;
        assertTrue(staff.post(path + "/transcript").contains("Nothing of what was said in this call is kept."));
        DATABASE.staff().transcripts(TestServer.envelope()).keep(id, call, "Caller: <i>hello</i>", NOW);
        String before = staff.read(path);
        assertFalse(before.contains("hello"), before);
        String shown = staff.post(path + "/transcript");
        assertTrue(shown.contains("Caller: &lt;i&gt;hello&lt;/i&gt;"), shown);
        assertFalse(shown.contains("transcript/remove"), shown);
        assertTrue(TestServer.running().trail(id.value()).contains("view_transcript " + call + " done"));
        PageReader manager = new PageReader(Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, id)));
        assertTrue(manager.post(path + "/transcript").contains("transcript/remove"));
        assertTrue(manager.post(path + "/transcript/remove").contains("is no longer kept"));
        assertTrue(staff.post(path + "/transcript").contains("Nothing of what was said in this call is kept."));
    }

    @Test
    void figures_are_shown_for_the_days_that_are_asked_for_each_chart_with_its_table() {
        call(NOW, "+17785550142", Outcome.BOOKED);
        String path = "/clinics/" + id + "/overview";
        String page = staff.read(path);
        assertTrue(page.contains("<dt>Calls</dt><dd>1</dd>") && page.contains("<dt>Booked</dt><dd>1</dd>"), page);
        assertTrue(page.contains("<code>create_appointment</code>"), page);
        assertEquals(2, page.split("<figure ", -1).length - 1);
        assertEquals(2, page.split("As a table", -1).length - 1);
        assertEquals(30 + 24, page.split("<title>[^<]*: \\d+</title>", -1).length - 1);
        String other = staff.read(path + "?first=2026-01-01&last=2026-01-07");
        assertTrue(other.contains("value=\"2026-01-07\"") && other.contains("<dt>Calls</dt><dd>0</dd>"), other);
        assertTrue(staff.read(path + "?first=2026-01-01&last=2026-12-31").contains("At most 92 days"));
    }

    @Test
    void files_for_spreadsheets_compute_nothing_and_who_takes_them_is_in_the_trail() {
        leaveMessage("m1", "=HYPERLINK(\"https://evil.example\",\"click\"), or call", NOW);
        Waiters.join(clinic, 2);
        CallId call = call(NOW, "+17785550142", Outcome.BOOKED);
        String tasks = file("tasks");
        assertTrue(tasks.contains(",\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"click\"\"), or call\","), tasks);
        assertEquals(2, tasks.lines().count(), tasks);
        assertTrue(
                file("waitlist")
                        .contains(
                                ",\"Casey\",\"Tester\",\"'" + clinic.phoneOf(2) + "\",\"2\",\"earlier_appointment\","),
                file("waitlist"));
        assertTrue(file("calls").contains(call.value()), file("calls"));
        assertFalse(desk.get(id + "/exports/calls?outcome=abandoned").body().contains(call.value()));
        assertEquals(400, desk.get(id + "/exports/calls?outcome=glorious").statusCode());
        List<String> trail = TestServer.running().trail(id.value());
        for (String what : List.of("list_tasks", "list_waitlist", "list_calls")) {
            assertTrue(trail.contains(what + " export done"), trail.toString());
        }
        Desk platform = new Desk(Admin.fullToken(Admin.user(Role.PLATFORM_ADMIN)));
        assertEquals(403, platform.get(id + "/exports/calls").statusCode());
    }

    private String file(String name) {
        HttpResponse<String> answer = desk.get(id + "/exports/" + name);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                Optional.of("attachment; filename=" + name + ".csv"),
                answer.headers().firstValue("Content-Disposition"));
        return answer.body();
    }
}
