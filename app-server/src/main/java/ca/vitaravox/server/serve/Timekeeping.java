package ca.vitaravox.server.serve;

import ca.vitaravox.domain.access.SharedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a server's clock with the database's, which is that of all servers, and says when it was off. */
final class Timekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Timekeeping.class);
    private static final Duration PERIOD = Duration.ofSeconds(15);
    /** When a server starts on a machine that is busy. */
    private static final int MOST_LOOKS = 5;

    /** What two servers may be apart by costs none of them anything then. */
    private static final Duration EXACT = Duration.ofMillis(50);

    private static final Duration WORTH_SAYING = Duration.ofSeconds(2);

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "timekeeping");
        thread.setDaemon(true);
        return thread;
    });

    private Timekeeping() {}

    /** Looks now, until an answer comes at once, and from now on every quarter of a minute. */
    static Timekeeping start(SharedClock clock, Supplier<Instant> database) {
        for (int looks = 0; looks < MOST_LOOKS && clock.error().compareTo(EXACT) > 0; looks++) {
            look(clock, database);
        }
        Timekeeping timekeeping = new Timekeeping();
        timekeeping.looking.scheduleWithFixedDelay(
                () -> look(clock, database), PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return timekeeping;
    }

    /** While the database does not answer the clock goes on as it is. */
    private static void look(SharedClock clock, Supplier<Instant> database) {
        try {
            clock.follow(database)
                    .filter(length -> length.abs().compareTo(WORTH_SAYING) > 0)
                    .ifPresent(length -> LOG.warn("this server's clock was {} behind the database's", length));
        } catch (RuntimeException broken) {
            LOG.warn("this server's clock was not compared with the database's: {}", broken.getMessage());
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
