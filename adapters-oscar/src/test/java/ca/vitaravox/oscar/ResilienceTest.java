package ca.vitaravox.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.access.Deadline;
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

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final PatientId SOMEBODY = new PatientId("1");

    private final List<TestOscar> started = new ArrayList<>();

    private TestOscar start(TestOscar oscar) {
        started.add(oscar);
        oscar.oscar.examine(oscar.inTime());
        oscar.server.requests().forget();
        return oscar;
    }

    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);

    /** One that failed until it was left alone, five seconds ago. */
    private TestOscar ailing() {
        Instant begun = InstantSource.system().instant();
        TestOscar oscar =
                start(new TestOscar(Line.CLASSIC, TestOscar.ZONE, Duration.ZERO, () -> begun.plus(later.get())));
        oscar.server.faults().everywhere(Fault.status(503));
        while (!oscar.oscar.isLeftAlone()) {
            assertRefuses(oscar);
        }
        later.set(Duration.ofSeconds(5));
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
        assertThrows(EmrUnavailableException.class, () -> read(oscar, PATIENCE));
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
        now.updateAndGet(then -> then.plusSeconds(5).minusMillis(1));
        assertRefuses(oscar);
        assertEquals(tried, oscar.server.requests().total());
        now.updateAndGet(then -> then.plusMillis(1));
        assertRefuses(oscar);
        untilItIsNotLeftAlone(oscar);
        assertEquals(1, oscar.server.requests().count(Endpoint.CHECK_IF_AUTHED));
        assertEquals(tried + 1, oscar.server.requests().total());
        assertEquals(0, read(oscar, PATIENCE));
        assertTrue(oscar.hasToken());
    }

    /** Nobody has it tried again by asking whether it is. */
    private static void untilItIsNotLeftAlone(TestOscar oscar) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (oscar.oscar.isLeftAlone()) {
            assertTrue(System.nanoTime() < until, "OSCAR is left alone for good");
            Thread.onSpinWait();
        }
    }

    @Test
    void work_that_nobody_waits_for_is_done_by_the_probe_that_finds_OSCAR_well() {
        TestOscar oscar = ailing();
        oscar.server.faults().clear();
        oscar.server.requests().forget();
        Deadline work = Deadline.ofWork(oscar.inTime().end());
        assertEquals(
                0, oscar.oscar.appointments().of(oscar.clinic, SOMEBODY, work).size());
        assertEquals(1, oscar.server.requests().count(Endpoint.CHECK_IF_AUTHED));
        assertEquals(2, oscar.server.requests().total());
    }

    /** Nothing of it is written, whoever orders it. */
    @Test
    void a_write_is_never_what_tries() throws InterruptedException {
        TestOscar oscar = ailing();
        oscar.server.requests().forget();
        for (Deadline deadline :
                List.of(oscar.inTime(), Deadline.ofWork(oscar.inTime().end()))) {
            assertInstanceOf(
                    WriteResult.NotWritten.class,
                    oscar.oscar.appointments().cancel(oscar.clinic, new AppointmentId("1"), deadline));
        }
        assertTrue(oscar.server.requests().await(Endpoint.CHECK_IF_AUTHED, 1, PATIENCE));
        assertEquals(1, oscar.server.requests().total());
    }

    /** Before anything is signed the clocks are compared; ten minutes of silence are longer than a comparison counts. */
    @Test
    void after_a_night_the_clocks_are_compared_before_a_probe_is_signed() {
        TestOscar oscar = ailing();
        oscar.server.faults().clear();
        oscar.server.requests().forget();
        later.set(Duration.ofHours(9));
        assertRefuses(oscar);
        untilItIsNotLeftAlone(oscar);
        assertEquals(2, oscar.server.requests().count(Endpoint.CHECK_IF_AUTHED));
        assertEquals(0, read(oscar, PATIENCE));
        assertTrue(oscar.hasToken());
    }

    @Test
    void an_OSCAR_that_nobody_needs_any_more_is_not_tried() {
        TestOscar oscar = ailing();
        oscar.server.requests().forget();
        oscar.oscar.close();
        assertRefuses(oscar);
        assertEquals(0, oscar.server.requests().total());
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
        assertEquals(0, read(oscar, PATIENCE));
    }

    @Test
    void equal_questions_asked_at_once_are_few_requests() {
        TestOscar oscar = start(new TestOscar(Line.CLASSIC));
        oscar.server.faults().next(Endpoint.HISTORY, Fault.delay(Duration.ofMillis(500)));
        List<Integer> answers = AtOnce.race(i -> read(oscar, PATIENCE));
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
            assertTrue(hanging.server.requests().await(Endpoint.HISTORY, AT_ONCE, PATIENCE));

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
