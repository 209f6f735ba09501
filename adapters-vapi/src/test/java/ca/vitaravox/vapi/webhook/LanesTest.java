package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void tasks_of_a_key_run_in_the_order_they_came() throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            Lanes lanes = new Lanes(executor);
            List<Integer> order = new ArrayList<>(); // written by one task at a time
            CountDownLatch done = new CountDownLatch(20);
            for (int i = 0; i < 20; i++) {
                int number = i;
                lanes.run("call", () -> {
                    order.add(number);
                    done.countDown();
                });
            }
            assertTrue(done.await(20, TimeUnit.SECONDS));
            assertEquals(java.util.stream.IntStream.range(0, 20).boxed().toList(), order);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void tasks_of_two_keys_run_at_once() throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Lanes lanes = new Lanes(executor);
            CountDownLatch both = new CountDownLatch(2);
            Runnable meet = () -> {
                both.countDown();
                await(both);
            };
            lanes.run("one", meet);
            lanes.run("other", meet);
            assertTrue(both.await(20, TimeUnit.SECONDS));
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void a_lane_is_bounded_and_gone_when_it_is_empty() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        Lanes lanes = new Lanes(waiting::add);
        for (int i = 0; i <= Lanes.LONGEST; i++) {
            lanes.run("call", () -> {});
        }
        assertThrows(RejectedExecutionException.class, () -> lanes.run("call", () -> {}));
        assertEquals(1, waiting.size(), "one thread for the whole lane");
        waiting.remove().run();
        assertTrue(lanes.isEmpty());
    }

    @Test
    void a_refusing_executor_leaves_no_lane_behind() {
        Lanes lanes = new Lanes(task -> {
            throw new RejectedExecutionException();
        });
        assertThrows(RejectedExecutionException.class, () -> lanes.run("call", () -> {}));
        assertTrue(lanes.isEmpty());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
