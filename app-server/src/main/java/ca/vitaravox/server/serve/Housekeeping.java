package ca.vitaravox.server.serve;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.ports.call.CallFigures;
import ca.vitaravox.ports.waitlist.Matching;
import ca.vitaravox.ports.waitlist.Notices;
import ca.vitaravox.ports.waitlist.OpeningNews;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.audit.AnchorLog;
import ca.vitaravox.server.audit.TrailKeeping;
import ca.vitaravox.server.news.Listener;
import ca.vitaravox.server.news.Listener.Ear;
import ca.vitaravox.server.trial.TrialDesk;
import ca.vitaravox.server.watch.Metrics;
import ca.vitaravox.server.watch.Timed;
import ca.vitaravox.vapi.assistant.Assistants;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done beside the calls: every few seconds, writes that nobody finished, tried calls that nobody goes on with,
 * openings that came free and what comes free in EMRs, and text messages; twice a minute, the assistants that answer calls, the figures of calls, and how much is
 * under way; every quarter of an hour, the heads of the trails, and outcomes that are missing in them; every hour, what is
 * too old. Openings are seen to at once as well, when the database tells of them. What changes anything is claimed in the
 * database, so that any number of servers may do it at once. A round that fails is followed by the next.
 */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration FINISHING = Duration.ofSeconds(5);
    private static final Duration READYING = Duration.ofSeconds(30);
    /** A day of a clinic is counted twice in the time after which the figures of all clinics have it. */
    private static final Duration COUNTING = CallFigures.LATE.dividedBy(2);

    private static final String SIZING = "counting what is under way";

    private static final String OFFERING = "offering what came free";
    private static final Duration RETENTION = Duration.ofHours(1);
    private static final Duration ANCHORING = Duration.ofMinutes(15);
    private static final int LAST_ROUND_SECONDS = 5;
    /** A thread for each, for an EMR that is silent keeps whoever asks it, and nothing else is to wait for that. */
    private static final int JOBS = 13;

    /** How often what is due is taken in one round at most. */
    static final int MOST_A_ROUND = 100;

    private final ScheduledThreadPoolExecutor rounds = new ScheduledThreadPoolExecutor(JOBS, task -> {
        Thread thread = new Thread(task, "housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicBoolean called = new AtomicBoolean();
    private final Listener listener;

    private final Metrics metrics;

    private Housekeeping(Matching matching, Supplier<OpeningNews> openings, Metrics metrics) {
        this.metrics = metrics;
        every(FINISHING, OFFERING, () -> all(matching::match));
        listener = Listener.start(
                "openings",
                () -> {
                    OpeningNews news = openings.get();
                    return Ear.of(() -> offer(matching, news), news::close);
                },
                hears -> {});
    }

    private void offer(Matching matching, OpeningNews news) {
        if (news.await(Listener.SILENCE)) {
            now(OFFERING, () -> all(matching::match));
        }
    }

    static Housekeeping start(
            FrontDesk desk,
            Notices notices,
            Assistants assistants,
            TrialDesk trials,
            Database database,
            Metrics metrics,
            InstantSource clock) {
        Housekeeping housekeeping = new Housekeeping(desk.matching(), database.news()::openings, metrics);
        housekeeping.every(FINISHING, "finishing writes", () -> all(desk.finishing()::finish));
        housekeeping.every(FINISHING, "finishing registrations", desk.registration()::finish);
        housekeeping.every(FINISHING, "noticing what comes free in EMRs", () -> all(desk.noticing()::look));
        housekeeping.every(FINISHING, "sending text messages", notices::send);
        housekeeping.every(FINISHING, "ending trials", () -> all(trials::tidy));
        Runnable ready = () -> assistants.refresh(database.clinics().changes());
        housekeeping.rounds.execute(() -> housekeeping.round("readying assistants", ready));
        housekeeping.every(READYING, "readying assistants", ready);
        CallFigures figures = database.staff().figures();
        housekeeping.every(
                COUNTING,
                "counting calls",
                () -> all(() -> figures.count(clock.instant().minus(COUNTING))));
        WorkFigures work = WorkFigures.in(metrics, database.staff()::underWay, clock);
        housekeeping.rounds.execute(() -> housekeeping.round(SIZING, work::count));
        housekeeping.every(COUNTING, SIZING, work::count);
        housekeeping.every(RETENTION, "removing what is old", () -> database.retention(clock.instant()));
        housekeeping.every(
                RETENTION,
                "keeping the trails",
                new TrailKeeping(database.audit().months(), clock)::round);
        housekeeping.every(ANCHORING, "noting late outcomes", Reception.lateOutcomes(database, clock)::tell);
        housekeeping.every(
                ANCHORING,
                "anchoring the trails",
                new AnchorLog(database.audit().chains())::write);
        return housekeeping;
    }

    /** All that is due, so that a busy hour piles up nothing; what comes due meanwhile may wait for the next round. */
    static void all(IntSupplier round) {
        int most = MOST_A_ROUND;
        while (most > 0 && round.getAsInt() > 0) {
            most--;
        }
    }

    private void round(String what, Runnable round) {
        long begun = System.nanoTime();
        String outcome = "done";
        try {
            round.run();
        } catch (RuntimeException broken) {
            outcome = "failed";
            LOG.warn("{} failed; the next round tries again", what, broken);
        } finally {
            metrics.time(Timed.ROUNDS, Duration.ofNanos(System.nanoTime() - begun), what, outcome);
        }
    }

    private void every(Duration period, String what, Runnable round) {
        rounds.scheduleWithFixedDelay(
                () -> round(what, round), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A round out of turn; however often it is called for meanwhile, one comes after it. */
    private void now(String what, Runnable round) {
        if (called.compareAndSet(false, true)) {
            rounds.execute(() -> {
                called.set(false);
                round(what, round);
            });
        }
    }

    @Override
    public void close() {
        listener.close();
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
