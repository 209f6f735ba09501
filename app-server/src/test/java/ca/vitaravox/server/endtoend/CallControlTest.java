package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.server.testing.ControlStandIn;
import ca.vitaravox.server.testing.ControlStandIn.Received;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.vapi.webhook.CallControl;
import ca.vitaravox.vapi.webhook.ControlHosts;
import ca.vitaravox.vapi.webhook.HttpCallControl;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallControlTest {
    private static final PhoneNumber DESK = new PhoneNumber("+16045550189");

    @TempDir
    private static Path directory;

    private static ControlStandIn standIn;
    private static ControlStandIn other;
    private static CallControl control;

    @BeforeAll
    static void start() throws Exception {
        standIn = new ControlStandIn(Files.createDirectory(directory.resolve("one")));
        other = new ControlStandIn(Files.createDirectory(directory.resolve("other")));
        control = new HttpCallControl(
                ControlHosts.of("localhost:" + standIn.port()), standIn.trust(), HttpClient.Builder.NO_PROXY);
    }

    @AfterAll
    static void stop() {
        standIn.close();
        other.close();
    }

    @BeforeEach
    void the_platform_takes_orders() {
        standIn.answer(200, "");
    }

    @Test
    void an_order_names_the_number_and_what_the_caller_hears() throws Exception {
        assertTrue(control.transfer(standIn.address("call-1"), DESK, "One moment, please."));
        assertEquals(new Received("POST", "/call-1/control", "application/json", Phone.read("""
                                {"type":"transfer",
                                 "destination":{"type":"number","number":"+16045550189","message":""},
                                 "content":"One moment, please."}
                                """)), standIn.next());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500, 503})
    void an_order_that_is_refused_is_not_given_twice(int status) throws Exception {
        standIn.answer(status, "");
        assertFalse(control.transfer(standIn.address("call-1"), DESK, "One moment, please."));
        standIn.next();
        assertTrue(standIn.isQuiet());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void no_redirect_is_followed_not_even_to_an_allowed_host(int status) throws Exception {
        for (String elsewhere : List.of(other.address("x"), standIn.address("x"), "http://127.0.0.1:1/")) {
            standIn.answer(status, elsewhere);
            assertFalse(control.transfer(standIn.address("call-1"), DESK, "One moment, please."));
            assertEquals("/call-1/control", standIn.next().path());
        }
        assertTrue(standIn.isQuiet() && other.isQuiet());
    }

    @Test
    void hosts_that_are_not_listed_get_nothing() {
        String port = ":" + standIn.port();
        for (String address : List.of(
                other.address("call-1"),
                "http://localhost" + port + "/call-1",
                "https://127.0.0.1" + port + "/call-1",
                "https://[::1]" + port + "/call-1",
                "https://2130706433" + port + "/call-1",
                "https://LOCALHOST./call-1",
                "https://localhost/call-1",
                "https://user@localhost" + port + "/call-1",
                "https://localhost" + port + "@127.0.0.1" + port + "/call-1",
                "https://localhost" + port + "#@x/call-1",
                "not an address")) {
            assertFalse(control.transfer(address, DESK, "One moment, please."), address);
        }
        assertTrue(standIn.isQuiet() && other.isQuiet());
    }

    @Test
    void a_host_whose_certificate_nobody_vouches_for_gets_nothing() throws Exception {
        CallControl suspicious = new HttpCallControl(
                ControlHosts.of("localhost:" + standIn.port()), SSLContext.getDefault(), HttpClient.Builder.NO_PROXY);
        assertFalse(suspicious.transfer(standIn.address("call-1"), DESK, "One moment, please."));
        assertTrue(standIn.isQuiet());
    }

    @Test
    void a_host_that_is_not_there_is_no_error() throws Exception {
        CallControl lost =
                new HttpCallControl(ControlHosts.of("localhost:1"), standIn.trust(), HttpClient.Builder.NO_PROXY);
        assertFalse(lost.transfer("https://localhost:1/call-1", DESK, "One moment, please."));
    }
}
