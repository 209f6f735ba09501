package ca.vitaravox.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.oscar.booking.Zones;
import ca.vitaravox.oscar.rest.OnceOnly;
import ca.vitaravox.oscar.rest.OscarAddress;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two clinics' OSCARs at one host, as hosting companies have them: each begins a session for whoever has none. */
class CookiesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicInteger sessions = new AtomicInteger();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private HttpServer host;

    @BeforeEach
    void start() throws IOException {
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext("/", this::answer);
        host.start();
    }

    @AfterEach
    void stop() {
        host.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String cookie = exchange.getRequestHeaders().getFirst("Cookie");
            sent.add(String.valueOf(cookie));
            if (cookie == null) {
                String session = "JSESSIONID=" + sessions.incrementAndGet() + "; Path=/; HttpOnly";
                exchange.getResponseHeaders().add("Set-Cookie", session);
            }
            byte[] body = "{\"appointments\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Oscar oscar(ClinicId clinic) {
        URI base = URI.create("http://127.0.0.1:" + host.getAddress().getPort() + "/oscar");
        return Oscar.connect(
                new OscarSettings(
                        clinic,
                        OscarAddress.of(base),
                        TestOscar.credentials(),
                        new Zones(TestOscar.ZONE, TestOscar.ZONE),
                        TestOscar.LONGEST_VISIT,
                        Optional.empty(),
                        Optional.empty()),
                new OscarMeans(OnceOnly.client(PATIENCE), InstantSource.system(), Fresh::hex, PATIENCE),
                new TestNumbers());
    }

    private static void read(Oscar oscar, ClinicId clinic) {
        Deadline inTime = new Deadline(InstantSource.system().instant().plus(PATIENCE));
        oscar.appointments().of(clinic, new PatientId("1"), inTime);
    }

    @Test
    void a_session_is_kept_for_its_clinic_and_shown_to_no_other() {
        List<ClinicId> clinics = List.of(Fresh.clinic(), Fresh.clinic());
        List<Oscar> oscars = clinics.stream().map(this::oscar).toList();
        for (int round = 0; round < 3; round++) {
            read(oscars.get(0), clinics.get(0));
            read(oscars.get(1), clinics.get(1));
        }
        assertEquals(2, sessions.get());
        assertEquals(2, sent.stream().filter("null"::equals).count());
        assertEquals(
                Stream.of(1, 2).map(each -> "JSESSIONID=" + each).toList(),
                sent.stream()
                        .filter(each -> !each.equals("null"))
                        .sorted()
                        .distinct()
                        .toList());
    }
}
