package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a clinic's staff do in a day, on their pages. */
class DayPagesIT {
    private static final Database DATABASE = TestServer.running().database();
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
}
