package ca.vitaravox.server.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    @Test
    void a_round_finishes_all_that_is_due_handful_by_handful() {
        AtomicInteger due = new AtomicInteger(45);
        Housekeeping.all(() -> Math.min(20, due.getAndUpdate(left -> Math.max(0, left - 20))));
        assertEquals(0, due.get());
    }

    @Test
    void a_round_ends_though_ever_more_comes_due() {
        AtomicInteger rounds = new AtomicInteger();
        Housekeeping.all(() -> rounds.incrementAndGet());
        assertEquals(Housekeeping.MOST_A_ROUND, rounds.get());
    }
}
