package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.FrontDesk.Emr;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.TestBackends;
import ca.vitaravox.server.testing.OwnDatabase;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.Scale;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who shall answer a call is told, to signed requests over HTTP, while everything behind the server is gone. That it is
 * the same answer is proved; how long it took is only told.
 */
@Timeout(180)
class AssistantRequestIT {
    private static final Logger LOG = LoggerFactory.getLogger(AssistantRequestIT.class);
    private static final int REQUESTS = Scale.of(200, 2_000);
    private static final int CONNECTIONS = 10;

    @TempDir
    private Path directory;

    private final CountDownLatch forever = new CountDownLatch(1);

    @Test
    void the_same_assistant_is_named_while_emr_and_database_are_down() throws Exception {
        OwnDatabase own = OwnDatabase.start(directory);
        try (Database database = own.open(CONNECTIONS)) {
            TestClinic clinic = TestClinic.open(database, "named", 1);
            try (Backend server =
                    TestBackends.start(TestServer.config(), database, InstantSource.system(), given -> hanging())) {
                String usual = ask(server, clinic).body();
                assertTrue(usual.contains("\"assistant\""), usual);
                told("the EMR hanging, to begin with", server, clinic, usual);
                told("the EMR hanging", server, clinic, usual);
                own.close();
                told("the database gone too", server, clinic, usual);
            } finally {
                forever.countDown();
            }
        } finally {
            own.close();
        }
    }

    private Emr hanging() {
        return new Emr(hanging(Charts.class), hanging(Appointments.class), hanging(Schedules.class));
    }

    private <T> T hanging(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, given) -> {
            forever.await();
            throw new IllegalStateException("nothing was answered");
        }));
    }

    /** A new call each time. */
    private static HttpResponse<String> ask(Backend server, TestClinic clinic) {
        Phone phone = new Phone(server.port(), clinic.phoneOf(1), clinic.number());
        return Phone.send(phone.proving(TestServer.SECRET, true, phone.message("assistant-request")));
    }

    private static void told(String when, Backend server, TestClinic clinic, String usual) {
        long[] took = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long begun = System.nanoTime();
            HttpResponse<String> answer = ask(server, clinic);
            took[i] = System.nanoTime() - begun;
            assertEquals(usual, answer.body(), when);
        }
        Arrays.sort(took);
        LOG.info(
                "assistant-request, {}: {} requests, p50 {} ms, p99 {} ms, the slowest {} ms",
                when,
                REQUESTS,
                millis(took[REQUESTS / 2]),
                millis(took[REQUESTS * 99 / 100]),
                millis(took[REQUESTS - 1]));
    }

    private static String millis(long nanos) {
        return "%.1f".formatted(nanos / 1e6);
    }
}
