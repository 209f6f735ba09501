package ca.vitaravox.server.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.domain.access.SharedClock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TimekeepingTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant OF_DATABASE = NOON.minusSeconds(3600);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final SharedClock clock = new SharedClock(NOON, nanos::get);

    private void start(Supplier<Instant> database) {
        Timekeeping.start(clock, () -> {
                    asked.incrementAndGet();
                    return database.get();
                })
                .close();
    }

    @Test
    void a_server_has_the_databases_time_from_its_start_on() {
        start(() -> OF_DATABASE);
        assertEquals(OF_DATABASE, clock.instant());
        assertEquals(1, asked.get());
    }

    @Test
    void a_slow_answer_is_asked_for_again() {
        start(() -> {
            nanos.addAndGet(asked.get() < 3 ? 1_500_000_000L : 0);
            return OF_DATABASE;
        });
        assertEquals(OF_DATABASE, clock.instant());
        assertEquals(3, asked.get());
    }

    @Test
    void a_server_starts_without_an_answer_on_its_own_clock() {
        start(() -> {
            throw new IllegalStateException("no answer");
        });
        assertEquals(NOON, clock.instant());
        assertEquals(5, asked.get());
    }
}
