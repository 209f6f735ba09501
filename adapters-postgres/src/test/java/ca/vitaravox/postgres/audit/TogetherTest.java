package ca.vitaravox.postgres.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TogetherTest {
    private static final ClinicId HERE = new ClinicId("here");
    private static final ClinicId THERE = new ClinicId("there");
    private static final String POISON = "poison";

    private final List<List<String>> lots = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Together together = new Together(this::write);

    @AfterEach
    void stop() {
        goOn.countDown();
        threads.shutdownNow();
    }

    private static AuditEntry entry(ClinicId clinic, String subject) {
        return new AuditEntry(
                clinic,
                Instant.EPOCH,
                new Actor.Server("x"),
                AuditAction.VIEW_CHART,
                Optional.empty(),
                Optional.of(subject),
                AuditResult.DONE);
    }

    /** Keeps what it is given, unless there is poison in it; the first lot takes as long as the test wants. */
    private void write(List<AuditEntry> entries) {
        List<String> subjects =
                entries.stream().map(each -> each.subject().orElseThrow()).toList();
        if (subjects.contains("first")) {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        if (subjects.contains(POISON)) {
            throw new IllegalArgumentException(POISON);
        }
        lots.add(subjects);
    }

    private Future<?> begin(ClinicId clinic, String subject) {
        return threads.submit(() -> together.write(entry(clinic, subject)));
    }

    /** One is being written, and these come meanwhile, one after the other. */
    private List<Future<?>> meanwhile(List<String> subjects) throws Exception {
        List<Future<?>> all = new ArrayList<>(List.of(begin(HERE, "first")));
        begun.await();
        for (String subject : subjects) {
            all.add(begin(HERE, subject));
            while (together.waiting(HERE) < all.size() - 1) {
                Thread.onSpinWait();
            }
        }
        return all;
    }

    @Test
    void whoever_comes_while_nobody_writes_is_written_at_once_and_alone() {
        together.write(entry(HERE, "a"));
        together.write(entry(HERE, "b"));
        assertEquals(List.of(List.of("a"), List.of("b")), lots);
    }

    @Test
    void those_who_come_while_one_is_written_are_written_together_in_their_order() throws Exception {
        List<Future<?>> all = meanwhile(List.of("a", "b", "c"));
        assertTrue(all.stream().noneMatch(Future::isDone), "nobody is told before it is so");
        goOn.countDown();
        for (Future<?> each : all) {
            each.get();
        }
        assertEquals(List.of(List.of("first"), List.of("a", "b", "c")), lots);
    }

    @Test
    void no_more_go_together_than_may() throws Exception {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < Together.MOST + 1; i++) {
            many.add("e" + i);
        }
        List<Future<?>> all = meanwhile(many);
        goOn.countDown();
        for (Future<?> each : all) {
            each.get();
        }
        assertEquals(
                List.of(List.of("first"), many.subList(0, Together.MOST), many.subList(Together.MOST, many.size())),
                lots);
    }

    @Test
    void one_that_is_refused_takes_no_other_with_it() throws Exception {
        List<Future<?>> all = meanwhile(List.of("a", POISON, "b"));
        goOn.countDown();
        ExecutionException refused =
                assertThrows(ExecutionException.class, () -> all.get(2).get());
        assertEquals(POISON, refused.getCause().getMessage());
        for (int i : List.of(0, 1, 3)) {
            all.get(i).get();
        }
        List<String> kept = lots.stream().flatMap(List::stream).sorted().toList();
        assertEquals(List.of("a", "b", "first"), kept);
        together.write(entry(HERE, "after"));
    }

    @Test
    void a_refusal_is_told_to_whoever_leads_too_and_keeps_nobody_waiting() throws Exception {
        List<Future<?>> all = meanwhile(List.of(POISON, "a"));
        goOn.countDown();
        assertThrows(ExecutionException.class, () -> all.get(1).get());
        all.get(2).get();
        assertThrows(IllegalArgumentException.class, () -> together.write(entry(HERE, POISON)));
        together.write(entry(HERE, "after"));
        assertEquals(0, together.waiting(HERE));
    }

    @Test
    void another_clinic_waits_for_nothing() throws Exception {
        List<Future<?>> all = meanwhile(List.of("a"));
        together.write(entry(THERE, "b"));
        assertEquals(List.of(List.of("b")), lots);
        assertFalse(all.get(0).isDone());
    }

    @Test
    void of_many_at_once_each_is_written_once_and_never_two_lots_at_a_time() throws Exception {
        AtomicInteger writing = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<String> kept = Collections.synchronizedList(new ArrayList<>());
        Together busy = new Together(lot -> {
            most.accumulateAndGet(writing.incrementAndGet(), Math::max);
            lot.forEach(each -> kept.add(each.subject().orElseThrow()));
            writing.decrementAndGet();
        });
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String name = "w" + i + "-";
            writers.add(() -> {
                for (int n = 0; n < 100; n++) {
                    busy.write(entry(HERE, name + n));
                }
                return null;
            });
        }
        for (Future<Void> each : threads.invokeAll(writers)) {
            each.get();
        }
        assertEquals(3_200, kept.size());
        assertEquals(3_200, new HashSet<>(kept).size());
        assertEquals(1, most.get());
        for (int i = 0; i < 32; i++) {
            String name = "w" + i + "-";
            List<String> own =
                    kept.stream().filter(each -> each.startsWith(name)).toList();
            assertEquals(name + 0, own.get(0));
            assertEquals(name + 99, own.get(99));
        }
    }
}
