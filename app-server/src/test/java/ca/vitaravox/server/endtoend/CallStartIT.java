package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.FrontDesk.Emr;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.TestBackends;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens when a call begins, over HTTP. */
@Timeout(120)
class CallStartIT {
    private final TestServer server = TestServer.running();
    private static final Set<String> OPENINGS = Set.of("Schedules.working", "Appointments.on");

    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private volatile boolean hangs;

    /** The same EMR, whose requests are listed, and which may hang. */
    private Emr watched(Emr emr) {
        return new Emr(
                watched(Charts.class, emr.charts()),
                watched(Appointments.class, emr.appointments()),
                watched(Schedules.class, emr.schedules()));
    }

    private <T> T watched(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, given) -> {
            requests.add(port.getSimpleName() + "." + method.getName());
            if (hangs) {
                hanging.await();
            }
            try {
                return method.invoke(real, given);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }

    private Backend start() {
        return TestBackends.start(TestServer.config(), server.database(), InstantSource.system(), emr -> watched(emr));
    }

    private String next() throws InterruptedException {
        return requests.poll(20, TimeUnit.SECONDS);
    }

    private static String inProgress(Phone phone) {
        return phone.message("status-update").replace("\"type\"", "\"status\":\"in-progress\",\"type\"");
    }

    @Test
    void the_first_tools_ask_the_emr_nothing_that_was_read_when_the_call_began() throws Exception {
        TestClinic clinic = TestClinic.open(server.database(), "ahead", 1);
        try (Backend backend = start()) {
            Phone phone = new Phone(backend.port(), clinic.phoneOf(1), clinic.number());
            assertEquals("{}", phone.post("/vapi", inProgress(phone)).body());
            assertEquals("Charts.search", next());
            assertEquals("Schedules.working", next());
            assertEquals("Appointments.on", next());
            JsonNode found = phone.use("search_patient_by_phone", "{}");
            assertEquals("ask_first_name", found.path("next").asText(), found::toString);
            // at the end of a month the next one is read ahead too, and may be still
            assertTrue(OPENINGS.containsAll(requests), requests::toString);
        }
    }

    @Test
    void who_shall_answer_a_call_is_told_while_the_emr_hangs() throws Exception {
        TestClinic clinic = TestClinic.open(server.database(), "ahead-hanging", 1);
        hangs = true;
        try (Backend backend = start()) {
            Phone phone = new Phone(backend.port(), clinic.phoneOf(1), clinic.number());
            assertEquals("{}", phone.post("/vapi", inProgress(phone)).body());
            assertEquals("Charts.search", next());
            JsonNode answer = Phone.read(
                    phone.post("/vapi", phone.message("assistant-request")).body());
            assertTrue(answer.has("assistant"), answer::toString);
            assertEquals(1, hanging.getCount(), "the EMR still hangs");
            assertTrue(requests.isEmpty(), requests::toString);
        } finally {
            hanging.countDown();
        }
    }
}
