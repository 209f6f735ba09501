package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.news.OpenPages;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.EventFeed;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages that stay open hear of what happens in their clinic, on whatever server it does. */
@Timeout(180)
class OpenPagesIT {
    private static final Database DATABASE = TestServer.running().database();
    /** With as few threads for a thousand pages as for one: those that are counted are the server's. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newFixedThreadPool(4, OpenPagesIT::daemon))
            .build();

    private static final int MANY = 1_000;
    private static final int A_FEW_THREADS = 60;
    /** Twice the time after which it must be over, for a busy machine. */
    private static final int SOON_SECONDS = 2 * (int) OpenPages.BEAT.toSeconds();

    private TestClinic clinic;
    private User manager;

    @BeforeEach
    void aClinic() {
        clinic = TestClinic.open(DATABASE, "opn" + Fresh.hex().substring(0, 8), 2);
        manager = Admin.user(Role.CLINIC_MANAGER, new ClinicId(clinic.id()));
    }

    private EventFeed listening(String token) {
        return listening(TestServer.running().port(), token);
    }

    private EventFeed listening(int port, String token) {
        return new EventFeed(HTTP, URI.create("http://127.0.0.1:" + port), clinic.id(), token);
    }

    private void call(int port) {
        new Phone(port, clinic.phoneOf(1), clinic.number()).use("get_clinic_info", "{}");
    }

    @Test
    void a_page_hears_how_its_clinic_stands_and_again_when_somebody_calls() {
        String token = Admin.token(manager);
        try (EventFeed page = listening(token)) {
            String before = page.next();
            assertEquals(new Desk(token).read(clinic.id() + "/pulse").toString(), before);

            call(TestServer.running().port());
            assertNotEquals(before, page.next());
            assertFalse(page.isOverWithin(0));
        }
    }

    @Test
    void what_happens_at_another_server_is_heard_too_and_what_happens_in_another_clinic_is_not() {
        TestClinic other = TestClinic.open(DATABASE, "opn" + Fresh.hex().substring(0, 8), 1);
        try (Backend second = Backend.start(TestServer.config(), DATABASE, InstantSource.system());
                EventFeed page = listening(second.port(), Admin.token(manager))) {
            String before = page.next();
            new Phone(second.port(), other.phoneOf(1), other.number()).use("get_clinic_info", "{}");
            call(TestServer.running().port());

            String after = page.next();
            assertNotEquals(before, after);
            assertEquals(
                    new Desk(Admin.token(manager)).read(clinic.id() + "/pulse").toString(), after);
        }
    }

    @Test
    void what_staff_do_is_heard_in_their_other_tabs() {
        String token = Admin.token(manager);
        new Phone(TestServer.running().port(), clinic.phoneOf(1), clinic.number())
                .use(
                        "transfer_call",
                        "{\"reason\":\"leave_message\",\"summary\":\"Please ring"
                                + " back\",\"callback_number\":\"+17785550001\"}");
        try (EventFeed page = listening(token)) {
            String before = page.next();
            assertTrue(before.contains("\"open\":1"), before);
            Desk desk = new Desk(token);
            String task = desk.read(clinic.id() + "/tasks").at("/items/0/id").asText();
            desk.send("POST", clinic.id() + "/tasks/" + task + "/done", null);

            assertTrue(page.next().contains("\"open\":0"));
        }
    }

    @Test
    void whoever_signs_out_hears_nothing_any_more_and_whoever_does_not_goes_on() {
        String leaves = Admin.token(manager);
        try (EventFeed left = listening(leaves);
                EventFeed stays = listening(Admin.token(manager))) {
            left.next();
            stays.next();
            new Desk(leaves).send("POST", "/api/auth/logout", null);

            assertTrue(left.isOverWithin(SOON_SECONDS));
            assertFalse(stays.isOverWithin(0));
            assertEquals(401, listening(leaves).status());
        }
    }

    @Test
    void whoever_may_not_see_the_clinic_does_not_hear_of_it() {
        assertEquals(
                404,
                listening(Admin.token(Admin.user(Role.CLINIC_MANAGER, new ClinicId("elsewhere"))))
                        .status());
        assertEquals(
                403,
                listening(Admin.token(Admin.user(Role.AUDITOR, new ClinicId(clinic.id()))))
                        .status());
    }

    @Test
    void so_many_pages_of_one_session_listen_and_the_next_may_when_one_is_left() {
        String token = Admin.token(manager);
        List<EventFeed> pages = new ArrayList<>();
        for (int i = 0; i < OpenPages.MOST_OF_A_SESSION; i++) {
            pages.add(listening(token));
            assertEquals(200, pages.get(i).status());
        }
        assertEquals(429, listening(token).status());
        EventFeed other = listening(Admin.token(manager));
        assertEquals(200, other.status());
        other.close();
        pages.forEach(EventFeed::close);
    }

    @Test
    void a_thousand_pages_cost_no_thread_each_and_all_hear() {
        int before = threads();
        List<EventFeed> pages = new ArrayList<>();
        String token = "";
        for (int i = 0; i < MANY; i++) {
            token = i % OpenPages.MOST_OF_A_SESSION == 0
                    ? Admin.token(Admin.user(Role.CLINIC_STAFF, new ClinicId(clinic.id())))
                    : token;
            EventFeed page = listening(token);
            pages.add(page);
            assertEquals(200, page.status()); // one after the other: opening them may cost a thread each
        }
        pages.forEach(EventFeed::next);
        int more = threads() - before;
        assertTrue(more < A_FEW_THREADS, more + " threads more");

        call(TestServer.running().port());
        pages.forEach(EventFeed::next);
        pages.forEach(EventFeed::close);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "pages");
        thread.setDaemon(true);
        return thread;
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    @Test
    void a_server_that_leaves_ends_its_pages_takes_no_more_and_is_not_kept_waiting() {
        Backend second = Backend.start(TestServer.config(), DATABASE, InstantSource.system());
        try (EventFeed page = listening(second.port(), Admin.token(manager))) {
            page.next();
            long begun = System.nanoTime();
            second.leave(Duration.ofMillis(1));
            assertTrue(page.isOverWithin(SOON_SECONDS), "before the server stops");
            second.close();

            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            // who waits for what is connected waits for five seconds, and then for eight
            assertTrue(took.compareTo(Duration.ofSeconds(12)) < 0, "it took " + took);
        }
    }
}
