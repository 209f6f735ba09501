package ca.vitaravox.server.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class WatchTest {
    private final Metrics metrics = new Metrics();
    private final Watch watch = new Watch(metrics, Traces.to(Optional.empty()));

    /** A port. */
    public interface Port {
        /** Something to ask. */
        List<String> ask(String what);
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void an_operation_is_timed_by_its_outcome_and_goes_through_as_it_is() {
        List<String> answer = List.of("an answer");
        Port watched = watch.over(Port.class, Timed.EMR, what -> answer);

        assertSame(answer, watched.ask("a secret"));

        String figures = metrics.text();
        assertTrue(
                figures.contains("vitaravox_emr_seconds_count{operation=\"Port.ask\",outcome=\"found\"} 1"), figures);
        assertTrue(
                figures.contains("vitaravox_emr_seconds_bucket{operation=\"Port.ask\",outcome=\"found\",le=\"3.8\"}"));
        assertTrue(!figures.contains("secret") && !figures.contains("an answer"));
    }

    @Test
    void what_is_thrown_is_thrown_as_it_is() {
        EmrUnavailableException silent = new EmrUnavailableException("silent");
        Port watched = watch.over(Port.class, Timed.EMR, what -> {
            throw silent;
        });

        assertSame(silent, assertThrows(EmrUnavailableException.class, () -> watched.ask("")));

        assertTrue(metrics.text().contains("outcome=\"unavailable\"} 1"));
    }

    @Test
    void a_thread_of_the_pool_knows_for_which_request_it_works_and_forgets_it() {
        Thread[] other = new Thread[1];
        String[] seen = new String[2];
        Along along = new Along(task -> {
            other[0] = new Thread(() -> {
                task.run();
                seen[1] = MDC.get("request");
            });
        });
        MDC.put("request", "r-1");
        try {
            along.execute(() -> seen[0] = MDC.get("request"));
        } finally {
            MDC.remove("request");
        }
        other[0].start();
        joined(other[0]);

        assertEquals("r-1", seen[0]);
        assertEquals(null, seen[1]);
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
