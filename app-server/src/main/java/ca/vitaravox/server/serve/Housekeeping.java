package ca.vitaravox.server.serve;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.ports.booking.Finishing;
import ca.vitaravox.ports.waitlist.Notices;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.vapi.assistant.Assistants;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done beside the calls: every few seconds, writes that nobody finished, openings
 * that came free, and text messages; twice a
 * minute, the assistants that answer calls; every hour, what is too old. Each is
 * claimed in the database, so that any number of servers may do it at once. A round that fails is followed by the next.
 */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration FINISHING = Duration.ofSeconds(5);
    private static final Duration READYING = Duration.ofSeconds(30);
    private static final Duration RETENTION = Duration.ofHours(1);
    private static final int LAST_ROUND_SECONDS = 5;

    /** How often what is due is taken in one round at most. */
    static final int MOST_A_ROUND = 100;

    private final ScheduledThreadPoolExecutor rounds = new ScheduledThreadPoolExecutor(2, task -> {
        Thread thread = new Thread(task, "housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    private Housekeeping() {}

    static Housekeeping start(
            FrontDesk desk, Notices notices, Assistants assistants, Database database, InstantSource clock) {
        Housekeeping housekeeping = new Housekeeping();
        housekeeping.every(FINISHING, "finishing writes", () -> finishAll(desk.finishing()));
        housekeeping.every(FINISHING, "finishing registrations", desk.registration()::finish);
        housekeeping.every(FINISHING, "offering what came free", desk.matching()::match);
        housekeeping.every(FINISHING, "sending text messages", notices::send);
        housekeeping.rounds.execute(() -> round("readying assistants", assistants::refresh));
        housekeeping.every(READYING, "readying assistants", assistants::refresh);
        housekeeping.every(RETENTION, "removing what is old", () -> database.retention(clock.instant()));
        return housekeeping;
    }

    /** All that is due, so that a busy hour piles up nothing; what comes due meanwhile may wait for the next round. */
    static void finishAll(Finishing finishing) {
        int most = MOST_A_ROUND;
        while (most > 0 && finishing.finish() > 0) {
            most--;
        }
    }

    private static void round(String what, Runnable round) {
        try {
            round.run();
        } catch (RuntimeException broken) {
            LOG.warn("{} failed; the next round tries again", what, broken);
        }
    }

    private void every(Duration period, String what, Runnable round) {
        rounds.scheduleWithFixedDelay(
                () -> round(what, round), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        rounds.shutdown();
        try {
            if (rounds.awaitTermination(LAST_ROUND_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        rounds.shutdownNow();
    }
}
