package ca.vitaravox.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an ailing OSCAR costs: as little as it has to, and others nothing. */
class ResilienceTest {
    /** Requests to one OSCAR at a time. */
    private static final int AT_ONCE = 16;

    /** Those, and almost as many as may wait for their turn. */
    private static final int TAKEN = AT_ONCE + 60;

    private static final PatientId SOMEBODY = new PatientId("1");

    private final List<TestOscar> started = new ArrayList<>();

    private TestOscar start(TestOscar oscar) {
        started.add(oscar);
        oscar.oscar.examine(oscar.inTime());
        oscar.server.requests().forget();
        return oscar;
    }

    @AfterEach
    void close() {
        started.forEach(TestOscar::close);
    }

    private static int read(TestOscar oscar, Duration patience) {
        return oscar.oscar
                .appointments()
                .of(oscar.clinic, SOMEBODY, oscar.within(patience))
                .size();
    }

    private static void assertRefuses(TestOscar oscar) {
        assertThrows(EmrUnavailableException.class, () -> read(oscar, Duration.ofSeconds(30)));
    }

    @Test
    void an_OSCAR_that_is_not_well_is_left_alone_and_then_tried_again() {
        AtomicReference<Instant> now =
                new AtomicReference<>(InstantSource.system().instant());
        TestOscar oscar = start(new TestOscar(Line.CLASSIC, TestOscar.ZONE, Duration.ZERO, now::get));
        oscar.server.faults().everywhere(Fault.status(503));
        for (int i = 0; i < 20; i++) {
            assertRefuses(oscar);
        }
        int tried = oscar.server.requests().total();
        assertTrue(tried < 10, "requests: " + tried);
        assertInstanceOf(
                WriteResult.NotWritten.class,
                oscar.oscar.appointments().cancel(oscar.clinic, new AppointmentId("1"), oscar.inTime()));
        assertEquals(tried, oscar.server.requests().total());
        oscar.server.faults().clear();
        assertRefuses(oscar);
        now.updateAndGet(then -> then.plusSeconds(6));
        assertEquals(0, read(oscar, Duration.ofSeconds(30)));
        assertTrue(oscar.hasToken());
    }

    /** An answer that OSCAR gives, if only to say no, is no sign of its being dead. */
    @Test
    void errors_within_an_OSCAR_that_answers_do_not_shut_it_off() {
        TestOscar oscar = start(new TestOscar(Line.OPEN_O));
        oscar.server.faults().next(20, Endpoint.HISTORY, Fault.status(500));
        for (int i = 0; i < 20; i++) {
            assertRefuses(oscar);
        }
        assertEquals(20, oscar.server.requests().total());
        assertEquals(0, read(oscar, Duration.ofSeconds(30)));
    }

    @Test
    void equal_questions_asked_at_once_are_few_requests() {
        TestOscar oscar = start(new TestOscar(Line.CLASSIC));
        oscar.server.faults().next(Endpoint.HISTORY, Fault.delay(Duration.ofMillis(500)));
        List<Integer> answers = AtOnce.race(i -> read(oscar, Duration.ofSeconds(30)));
        assertTrue(answers.stream().allMatch(found -> found == 0));
        assertTrue(oscar.server.requests().total() < answers.size());
    }

    /** All places at the one that hangs are taken, and its queue is long: who shares those gets nothing, others do. */
    @Test
    void nobody_waits_for_another_clinics_OSCAR() throws InterruptedException {
        TestOscar hanging = start(new TestOscar(Line.CLASSIC));
        List<TestOscar> well = List.of(start(new TestOscar(Line.OPEN_O)), start(new TestOscar(Line.CLASSIC)));
        hanging.server.faults().everywhere(Fault.hang());
        ExecutorService callers = Executors.newCachedThreadPool();
        try {
            List<Future<String>> stuck = IntStream.range(0, TAKEN)
                    .mapToObj(i -> callers.submit(() -> answer(hanging, i, Duration.ofSeconds(60))))
                    .toList();
            assertTrue(hanging.server.requests().await(Endpoint.HISTORY, AT_ONCE, Duration.ofSeconds(30)));

            assertEquals("unavailable", answer(hanging, TAKEN, Duration.ofMillis(100)));
            for (TestOscar oscar : well) {
                List<String> answers = AtOnce.race(i -> answer(oscar, i, Duration.ofSeconds(60)));
                assertEquals(Set.of("0"), Set.copyOf(answers));
            }

            assertTrue(stuck.stream().noneMatch(Future::isDone));
            assertEquals(AT_ONCE, hanging.server.requests().count(Endpoint.HISTORY));
        } finally {
            hanging.server.faults().clear();
            callers.shutdownNow();
        }
    }

    private static String answer(TestOscar oscar, int patient, Duration patience) {
        try {
            return ""
                    + oscar.oscar
                            .appointments()
                            .of(oscar.clinic, new PatientId("" + (patient + 1)), oscar.within(patience))
                            .size();
        } catch (EmrUnavailableException dead) {
            return "unavailable";
        }
    }
}
