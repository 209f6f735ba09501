package ca.vitaravox.server.emr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.clinic.EmrObserver.Ending;
import ca.vitaravox.ports.clinic.EmrRequest;
import ca.vitaravox.ports.clinic.EmrWatch.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmrTallyTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T17:00:00Z"));
    private final EmrTally tally = new EmrTally(now::get);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        threads.shutdown();
    }

    private void pass(int millis) {
        now.updateAndGet(before -> before.plusMillis(millis));
    }

    private static EmrRequest request(String operation, int millis, int status) {
        return new EmrRequest(operation, Duration.ofMillis(millis), OptionalInt.of(status));
    }

    @Test
    void requests_are_seen_in_the_order_they_were_sent_with_their_ends() {
        try (Watched watched = tally.watch()) {
            Ending first = tally.sending("GET /one");
            pass(2);
            Ending second = tally.sending("GET /two");
            pass(3);
            second.ended(OptionalInt.of(200));
            first.ended(OptionalInt.of(503));
            assertEquals(List.of(request("GET /one", 5, 503), request("GET /two", 3, 200)), watched.requests());
        }
    }

    @Test
    void one_that_is_not_answered_has_taken_as_long_as_it_has() {
        try (Watched watched = tally.watch()) {
            tally.sending("GET /silent");
            pass(4_000);
            assertEquals(
                    List.of(new EmrRequest("GET /silent", Duration.ofSeconds(4), OptionalInt.empty())),
                    watched.requests());
        }
    }

    @Test
    void what_others_do_is_not_seen_and_what_helpers_do_is() throws ExecutionException, InterruptedException {
        Executor following = tally.following(threads);
        try (Watched watched = tally.watch()) {
            run(threads, "GET /of-another");
            run(following, "GET /of-a-helper");
            assertEquals(List.of(request("GET /of-a-helper", 0, 200)), watched.requests());
            run(threads, "GET /of-another-in-a-thread-that-helped");
            assertEquals(1, watched.requests().size());
        }
    }

    private void run(Executor executor, String operation) throws ExecutionException, InterruptedException {
        FutureTask<Void> task = new FutureTask<>(() -> tally.sending(operation).ended(OptionalInt.of(200)), null);
        executor.execute(task);
        task.get();
    }

    @Test
    void after_it_is_closed_nothing_is_seen_any_more() {
        Watched watched = tally.watch();
        watched.close();
        tally.sending("GET /later").ended(OptionalInt.of(200));
        assertEquals(List.of(), watched.requests());
    }

    @Test
    void so_many_are_kept_and_not_one_more() {
        try (Watched watched = tally.watch()) {
            List<Ending> endings = new ArrayList<>();
            for (int i = 0; i <= Watched.MOST; i++) {
                endings.add(tally.sending("GET /" + i));
            }
            endings.forEach(each -> each.ended(OptionalInt.of(200)));
            assertEquals(Watched.MOST, watched.requests().size());
            assertEquals("GET /49", watched.requests().get(Watched.MOST - 1).operation());
        }
    }
}
