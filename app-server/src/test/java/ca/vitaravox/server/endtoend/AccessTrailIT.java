package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who got in and who did not, as the platform's admins read it. */
class AccessTrailIT {
    private static final String TRAIL = "/api/admin/access-trail";

    private static User admin;
    private static Desk desk;
    private User watched;

    @BeforeAll
    static void logIn() {
        admin = Admin.user(Role.PLATFORM_ADMIN);
        desk = new Desk(Admin.fullToken(admin));
    }

    /** Three events of one user: a login, one that failed, and their address opened by an admin, in two lines. */
    @BeforeEach
    void somethingHappens() {
        watched = Admin.user(Role.PLATFORM_ADMIN);
        Admin.login(watched, Admin.PASSWORD);
        Admin.login(watched, "not theirs at all");
        assertEquals(
                204,
                desk.send("POST", "/api/admin/users/" + watched.id() + "/unlock", null)
                        .statusCode());
    }

    private static List<String> told(List<JsonNode> lines) {
        List<String> told = new ArrayList<>();
        lines.stream()
                .map(line ->
                        line.get("action").asText() + " " + line.get("result").asText())
                .filter(line -> !line.startsWith("trail_read"))
                .forEach(told::add);
        Collections.reverse(told);
        return told;
    }

    @Test
    void what_concerns_a_user_is_told_page_by_page_whatever_their_size() {
        List<String> happened =
                List.of("login done", "login refused", "address_opened intended", "address_opened done");
        String path = TRAIL + "?action=%s&user=" + watched.id();
        for (int limit : List.of(1, 2, 200)) {
            assertEquals(happened.subList(0, 2), told(desk.all(path.formatted("login"), limit)), "limit " + limit);
            assertEquals(
                    happened.subList(2, 4), told(desk.all(path.formatted("address_opened"), limit)), "limit " + limit);
        }
        assertEquals(happened, told(desk.all(TRAIL + "?user=" + watched.id(), 200)));
    }

    @Test
    void it_can_be_asked_who_did_it_and_when() {
        List<JsonNode> opened = desk.all(TRAIL + "?user=" + watched.id() + "&by=" + admin.id(), 200);
        assertEquals(List.of("address_opened intended", "address_opened done"), told(opened));
        JsonNode last = desk.all(TRAIL + "?action=address_opened&user=" + watched.id(), 200)
                .get(0);
        Instant at = Instant.parse(last.get("at").asText());
        String done = TRAIL + "?action=address_opened&user=" + watched.id() + "&from=" + at;
        assertEquals("done", desk.all(done, 200).get(0).get("result").asText(), "from that moment");
        assertEquals(List.of(), desk.all(done + "&until=" + at, 200), "before that moment");
        assertEquals(
                List.of(),
                desk.all(TRAIL + "?action=address_opened&user=" + watched.id() + "&from=" + at.plusNanos(1_000), 200));
    }

    @Test
    void reading_it_is_in_it() {
        String path = TRAIL + "?action=trail_read&by=" + admin.id() + "&user=" + watched.id();
        JsonNode first = desk.read(path).at("/items/0");
        assertEquals("done", first.path("result").asText());
        assertEquals(2, desk.read(path).get("items").size());
    }

    @Test
    void what_cannot_be_asked_is_refused_and_leaves_no_line() {
        for (String bad : List.of("limit=0", "limit=201", "from=yesterday", "action=dance", "after=x")) {
            int status = desk.get(TRAIL + "?user=" + watched.id() + "&" + bad).statusCode();
            assertTrue(status == 400 || status == 422, bad + " -> " + status);
        }
        assertFalse(
                desk.all(TRAIL + "?action=trail_read&user=" + watched.id(), 200).size() > 1);
    }
}
