package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.EventFeed;
import ca.vitaravox.server.testing.Nginx;
import ca.vitaravox.server.testing.NginxNeeded;
import ca.vitaravox.server.testing.OwnDatabase;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The NGINX configuration that we give out, in a real NGINX. */
@NginxNeeded
@Tag("alone")
class EdgeIT {
    private static final int MOST_TRIES = 20_000;
    private static final int CALLERS = 4;
    private static final int SIGTERM = 143;

    /** NGINX asks nobody whether they are ready: it notices when it cannot connect. */
    private static final int NOTICE = 1;

    private static final double MINUTE = 60e9;

    @TempDir
    private Path directory;

    @Test
    void nginx_finds_nothing_wrong_with_the_configuration() throws Exception {
        String said = Nginx.test(directory);

        assertTrue(said.contains("test is successful"), said);
    }

    @Test
    void clients_get_a_hundred_requests_a_minute_and_not_one_more() throws Exception {
        try (Upstream one = Upstream.answering();
                Upstream other = Upstream.answering();
                Nginx edge = Nginx.start(directory, one.port(), other.port())) {
            assertBound(edge, 100, () -> request(edge, "/api/admin/clinics"));
        }
    }

    @Test
    void a_credential_gets_three_thousand_webhooks_a_minute_three_hundred_at_once_and_not_one_more() throws Exception {
        try (Upstream one = Upstream.answering();
                Upstream other = Upstream.answering();
                Nginx edge = Nginx.start(directory, one.port(), other.port())) {
            String guess = UUID.randomUUID().toString();

            assertBound(edge, 3_000, 300, () -> post(edge, "/vapi").header("X-Vapi-Secret", guess));

            assertEquals(200, status(edge, post(edge, "/vapi").header("X-Vapi-Secret", "another")));
            assertEquals(200, status(edge, request(edge, "/")), "what the platform sends counts for nobody else");
        }
    }

    private interface Requests {
        HttpRequest.Builder next();
    }

    private static void assertBound(Nginx edge, int aMinute, Requests requests) throws Exception {
        assertBound(edge, aMinute, aMinute, requests);
    }

    /** So many at once are let in, and then what a minute's share gives back, and no more. */
    private static void assertBound(Nginx edge, int aMinute, int atOnce, Requests requests) throws Exception {
        long begun = System.nanoTime();
        int admitted = 0;
        int status = status(edge, requests.next());
        while (status == 200 && admitted < MOST_TRIES) {
            admitted++;
            status = status(edge, requests.next());
        }
        double since = (System.nanoTime() - begun) / MINUTE;

        assertEquals(429, status);
        assertTrue(admitted >= atOnce, "only " + admitted);
        assertTrue(admitted <= atOnce + aMinute * since + 1, admitted + " in " + since + " minutes");
    }

    @Test
    void what_is_refused_is_refused_in_json_with_a_time_to_come_again() throws Exception {
        try (Upstream one = Upstream.answering();
                Nginx edge = Nginx.start(directory, one.port(), one.port())) {
            HttpResponse<String> large = Phone.send(
                    edge.client(),
                    request(edge, "/vapi")
                            .version(HttpClient.Version.HTTP_1_1)
                            .POST(HttpRequest.BodyPublishers.ofString("x".repeat(1024 * 1024 + 1))));
            HttpResponse<String> whole = Phone.send(
                    edge.client(),
                    request(edge, "/vapi")
                            .version(HttpClient.Version.HTTP_1_1)
                            .POST(HttpRequest.BodyPublishers.ofString("x".repeat(1024 * 1024))));
            // the first that is refused: the next may be let in, when a share of a minute is over
            HttpResponse<String> often = Phone.send(edge.client(), request(edge, "/"));
            while (often.statusCode() == 200) {
                often = Phone.send(edge.client(), request(edge, "/"));
            }

            assertEquals("{\"status\":413,\"error\":\"payload too large\"}", large.body());
            assertEquals(200, whole.statusCode());
            assertEquals("{\"status\":429,\"error\":\"too many requests\"}", often.body());
            assertEquals("1", often.headers().firstValue("Retry-After").orElse("none"));
            assertFalse(Files.exists(directory.resolve("client_body/0000000001")), "a body was written to a file");
        }
    }

    @Test
    void what_happens_in_a_clinic_comes_through_to_an_open_page_as_it_happens() throws Exception {
        TestServer server = TestServer.running();
        TestClinic clinic =
                TestClinic.open(server.database(), "edg" + Fresh.hex().substring(0, 8), 1);
        String token = Admin.fullToken(Admin.user(Role.CLINIC_STAFF, new ClinicId(clinic.id())));
        try (Nginx edge = Nginx.start(directory, server.port(), server.port());
                EventFeed page = new EventFeed(edge.client(), edge.address(), clinic.id(), token)) {
            String before = page.next();
            new Phone(server.port(), clinic.phoneOf(1), clinic.number()).use("get_clinic_info", "{}");

            assertNotEquals(before, page.next());
        }
    }

    @Test
    void a_post_is_never_sent_again_to_another_server_and_a_get_is() throws Exception {
        try (Upstream dying = Upstream.dying();
                Upstream other = Upstream.answering();
                Nginx edge = Nginx.start(directory, dying.port(), other.port())) {
            List<Integer> answers = Stream.of(post(edge, "/vapi"), post(edge, "/vapi"))
                    .map(each -> status(edge, each))
                    .toList();

            assertEquals(
                    List.of(502, 200), answers.stream().sorted((a, b) -> b - a).toList());
            assertEquals(1, dying.seen().size());
            assertEquals(1, other.seen().size());

            assertEquals(200, status(edge, request(edge, "/")));
            assertEquals(200, status(edge, request(edge, "/")));
            assertEquals(2, dying.seen().size(), "one of them went to the dying server first");
        }
    }

    @Test
    void a_server_that_takes_no_connections_costs_no_request() throws Exception {
        try (Upstream other = Upstream.answering()) {
            int nobody;
            try (Upstream gone = Upstream.answering()) {
                nobody = gone.port();
            }
            try (Nginx edge = Nginx.start(directory, nobody, other.port())) {
                for (int n = 0; n < 10; n++) {
                    assertEquals(200, status(edge, post(edge, "/vapi")));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void it_speaks_tls_and_says_what_browsers_are_to_do(String version) throws Exception {
        try (Upstream one = Upstream.answering();
                Nginx edge = Nginx.start(directory, one.port(), one.port())) {
            HttpResponse<String> answer = Phone.send(edge.client(version), request(edge, "/docs"));

            assertEquals(
                    version, answer.sslSession().map(SSLSession::getProtocol).orElse("none"));
            assertEquals(
                    List.of(
                            "max-age=63072000; includeSubDomains",
                            "DENY",
                            "nosniff",
                            "no-referrer",
                            "default-src 'none'; frame-ancestors 'none'"),
                    Stream.of(
                                    "Strict-Transport-Security",
                                    "X-Frame-Options",
                                    "X-Content-Type-Options",
                                    "Referrer-Policy",
                                    "Content-Security-Policy")
                            .flatMap(each -> answer.headers().allValues(each).stream())
                            .toList());
            assertEquals("nginx", answer.headers().firstValue("Server").orElse("none"));
            String seen = one.seen().get(0);
            assertTrue(seen.contains("X-Forwarded-For: 127.0.0.1\r\n"), seen);
            assertTrue(seen.matches("(?s).*X-Request-Id: [0-9a-f]{32}\r\n.*"), seen);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/health/ready", "/health/live"})
    void how_a_server_is_nobody_outside_is_told(String path) throws Exception {
        try (Upstream one = Upstream.answering();
                Nginx edge = Nginx.start(directory, one.port(), one.port())) {
            assertEquals(404, status(edge, request(edge, path)));
            assertEquals(403, status(edge, request(edge, "/vapi")), "a webhook is posted");
            assertEquals(List.of(), one.seen());
        }
    }

    @Test
    void signed_callers_book_over_tls_while_servers_are_restarted_one_after_the_other_and_no_call_fails()
            throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));
        Path front = Files.createDirectory(directory.resolve("edge"));
        try (OwnDatabase database = OwnDatabase.start(data);
                Fleet fleet = Fleet.start(database, NOTICE);
                Nginx edge = Nginx.start(front, fleet.ports())) {
            CrowdedClinic clinic = CrowdedClinic.open(database, "behind", 9_000);
            List<String> told;
            try (Callers callers =
                    Callers.begin(clinic, CALLERS, phone -> phone.signing(edge.client(), edge.address()))) {
                callers.awaitMore(CALLERS);
                for (int server = 0; server < 2; server++) {
                    assertEquals(SIGTERM, fleet.end(server));
                    callers.awaitMore(CALLERS);
                    fleet.restart(server, NOTICE);
                    callers.awaitMore(2 * CALLERS);
                }
                callers.stop();
                assertEquals(List.of(), callers.failures(), edge.complaints());
                told = callers.booked();
            }
            try (Books books = new Books(database, clinic)) {
                assertEquals(Set.copyOf(told), books.appointments().keySet());
                assertEquals(0, books.overlapsInTheEmr());
            }
        }
    }

    private static HttpRequest.Builder request(Nginx edge, String path) {
        return HttpRequest.newBuilder(edge.address().resolve(path));
    }

    private static HttpRequest.Builder post(Nginx edge, String path) {
        return request(edge, path).POST(HttpRequest.BodyPublishers.ofString("{}"));
    }

    private static int status(Nginx edge, HttpRequest.Builder request) {
        return Phone.send(edge.client(), request).statusCode();
    }
}
