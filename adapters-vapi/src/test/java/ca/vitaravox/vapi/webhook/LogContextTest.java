package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogContextTest {
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final Lanes lanes = new Lanes(threads::add);
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void forget() {
        MDC.clear();
    }

    private void note() {
        told.add(MDC.get("request") + " " + MDC.get("call"));
    }

    private void run() {
        Runnable next = threads.remove();
        MDC.setContextMap(
                Map.of("request", "first")); // an executor that takes the context along, of what it was given first
        next.run();
    }

    @Test
    void what_waited_in_a_lane_tells_of_its_own_request_and_not_of_the_one_before() {
        MDC.put("request", "first");
        lanes.run("lane", LogContext.kept("c-1", this::note));
        MDC.put("request", "second");
        lanes.run("lane", LogContext.kept("c-2", this::note));
        run();

        assertEquals(List.of("first c-1", "second c-2"), told);
        assertEquals(Map.of("request", "first"), MDC.getCopyOfContextMap(), "as the thread had it");
    }

    @Test
    void without_it_that_would_be_told_of_the_request_before() {
        MDC.put("request", "first");
        lanes.run("lane", this::note);
        MDC.put("request", "second");
        lanes.run("lane", this::note);
        run();

        assertEquals(List.of("first null", "first null"), told);
    }
}
