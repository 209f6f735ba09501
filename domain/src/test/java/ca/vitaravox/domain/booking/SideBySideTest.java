package ca.vitaravox.domain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Deadline AN_HOUR = new Deadline(NOW.plusSeconds(3_600));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SideBySide withHelpers = new SideBySide(threads, () -> NOW);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static List<Integer> keys(int many) {
        return IntStream.range(0, many).boxed().toList();
    }

    @Test
    void eight_reads_wait_for_their_answers_at_the_same_time() {
        CyclicBarrier allAreWaiting = new CyclicBarrier(SideBySide.AT_ONCE);
        Map<Integer, String> read = withHelpers.read(
                keys(SideBySide.AT_ONCE),
                key -> {
                    await(allAreWaiting);
                    return "answer " + key;
                },
                AN_HOUR);
        assertEquals(SideBySide.AT_ONCE, read.size());
        assertEquals("answer 5", read.get(5));
    }

    @Test
    void the_ninth_waits_for_one_of_the_eight() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier eight = new CyclicBarrier(SideBySide.AT_ONCE);
        Map<Integer, Integer> read = withHelpers.read(
                keys(SideBySide.AT_ONCE * 3),
                key -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    await(eight);
                    now.decrementAndGet();
                    return key;
                },
                AN_HOUR);
        assertEquals(SideBySide.AT_ONCE * 3, read.size());
        assertEquals(SideBySide.AT_ONCE, most.get());
    }

    @Test
    void what_is_not_there_by_the_deadline_is_left_out_and_the_rest_is_not() throws InterruptedException {
        CountDownLatch silence = new CountDownLatch(1);
        CountDownLatch silentBegan = new CountDownLatch(1);
        Thread searching = Thread.currentThread();
        // whoever searches must not be the one who waits: that read ends by its own deadline
        Map<Integer, Integer> read = withHelpers.read(
                keys(2),
                key -> {
                    if (Thread.currentThread().equals(searching)) {
                        await(silentBegan);
                        return key;
                    }
                    silentBegan.countDown();
                    await(silence);
                    return key;
                },
                new Deadline(NOW));
        assertEquals(1, read.size());
        silence.countDown();
        threads.shutdown();
        assertTrue(threads.awaitTermination(30, TimeUnit.SECONDS), "no helper is left behind");
    }

    @Test
    void what_the_emr_refuses_is_left_out() {
        Map<Integer, Integer> read = withHelpers.read(
                keys(3),
                key -> {
                    if (key == 1) {
                        throw new EmrUnavailableException("silent");
                    }
                    return key;
                },
                AN_HOUR);
        assertEquals(Map.of(0, 0, 2, 2), read);
    }

    @Test
    void what_is_broken_is_not_taken_for_a_silent_emr() {
        assertThrows(ArithmeticException.class, () -> withHelpers.read(keys(3), key -> 1 / key, AN_HOUR));
    }

    @Test
    void an_error_stays_the_error_it_is() {
        assertThrows(
                StackOverflowError.class,
                () -> withHelpers.read(
                        keys(3),
                        key -> {
                            throw new StackOverflowError();
                        },
                        AN_HOUR));
    }

    @Test
    void without_helpers_one_is_read_after_the_other_in_order() {
        List<Integer> order = new ArrayList<>();
        for (SideBySide alone : List.of(
                new SideBySide(Runnable::run, () -> NOW),
                new SideBySide(
                        help -> {
                            throw new RejectedExecutionException("busy");
                        },
                        () -> NOW),
                new SideBySide(help -> {}, () -> NOW))) {
            alone.read(keys(20), order::add, AN_HOUR);
            assertEquals(keys(20), order);
            order.clear();
        }
    }

    /** Searches run on the same threads that help: were anybody to wait for a helper who never comes, all would stop. */
    @Test
    void searches_that_take_all_threads_there_are_still_end() throws Exception {
        ExecutorService few = Executors.newFixedThreadPool(2);
        try {
            SideBySide crowded = new SideBySide(few, () -> NOW);
            CyclicBarrier bothSearch = new CyclicBarrier(2);
            List<Callable<Integer>> searches = List.of(1, 2).stream()
                    .<Callable<Integer>>map(search -> () -> {
                        await(bothSearch);
                        return crowded.read(keys(5), key -> key, AN_HOUR).size();
                    })
                    .toList();
            for (var each : few.invokeAll(searches)) {
                assertEquals(5, each.get());
            }
        } finally {
            few.shutdownNow();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new AssertionError("not at the same time", broken);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came");
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
