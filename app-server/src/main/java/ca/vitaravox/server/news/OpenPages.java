package ca.vitaravox.server.news;

import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicNews;
import ca.vitaravox.server.access.EventStream;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.news.Listener.Ear;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages that listen to this server for news of their clinic. How a clinic stands is looked at once for all of its
 * pages: soon after something changed there, and every {@link #QUIET} for what nobody tells of. Pages are told only if it
 * is not as it was. Whoever is signed out, or may not see the clinic any more, is told nothing after {@link #BEAT}.
 * Thread-safe.
 */
public final class OpenPages implements AutoCloseable {
    /** How many there are at most. */
    public static final int MOST = 2_000;

    /** How many of one session: fewer than the connections that browsers keep to one server. */
    public static final int MOST_OF_A_SESSION = 5;

    /** How often they are let know that somebody is there, and it is seen whether they still may listen. */
    public static final Duration BEAT = Duration.ofSeconds(10);

    /** How long one listens; it then comes again by itself. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    /** How long a change that nobody tells of is not seen, at most. */
    public static final Duration QUIET = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(OpenPages.class);
    private static final Duration TOGETHER = Duration.ofMillis(150);
    private static final String NEWS = "news";

    private final Function<ClinicId, String> stands;
    private final InstantSource clock;
    private final Set<Page> pages = ConcurrentHashMap.newKeySet();
    private final Set<ClinicId> due = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor looks = thread("looking-for-pages");
    private final ScheduledThreadPoolExecutor beats = thread("open-pages");
    private boolean leaving;

    private OpenPages(Function<ClinicId, String> stands, InstantSource clock) {
        this.stands = stands;
        this.clock = clock;
    }

    private record Page(
            ClinicId clinic,
            SessionId session,
            EventStream stream,
            BooleanSupplier stillMay,
            Instant until,
            AtomicReference<String> told) {
        void tell(String now) {
            if (!now.equals(told.getAndSet(now))) {
                stream.send(NEWS, now);
            }
        }
    }

    private static ScheduledThreadPoolExecutor thread(String name) {
        return new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins, with no page.
     *
     * @param stands says how a clinic stands, in one line
     */
    public static OpenPages start(Function<ClinicId, String> stands, InstantSource clock) {
        OpenPages open = new OpenPages(stands, clock);
        every(open.looks, QUIET, open::lookEverywhere);
        every(open.beats, BEAT, open::beat);
        return open;
    }

    private static void every(ScheduledThreadPoolExecutor thread, Duration period, Runnable round) {
        thread.scheduleWithFixedDelay(round, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Has them told of what is heard from other servers, until the listener is closed. */
    public Listener hearing(Supplier<ClinicNews> source) {
        return Listener.start(
                "changed-clinics-of-all",
                () -> {
                    ClinicNews news = source.get();
                    return Ear.of(() -> news.await(Listener.SILENCE).forEach(this::changed), news::close);
                },
                hears -> {});
    }

    /**
     * Lets a page listen to news of its clinic, the first of which is how that stands now.
     *
     * @throws Problem if there are too many, or this server is about to leave
     */
    public synchronized void open(Visit visit) {
        if (leaving) {
            throw Problem.of(503, "LEAVING", "This server is about to stop: ask again, and another answers.");
        }
        SessionId session = visit.session().session().id();
        long own = pages.stream().filter(page -> page.session().equals(session)).count();
        if (pages.size() >= MOST || own >= MOST_OF_A_SESSION) {
            throw Problem.of(429, "TOO_MANY_PAGES", "Too many pages listen already: ask now and then instead.");
        }
        ClinicId clinic = visit.clinic();
        visit.stream(stream -> {
            Page page = new Page(
                    clinic, session, stream, visit::stillMay, clock.instant().plus(LONGEST), new AtomicReference<>());
            pages.add(page);
            stream.whenOver(() -> pages.remove(page));
            changed(clinic);
        });
    }

    /** How many there are. */
    public int count() {
        return pages.size();
    }

    /** Something changed in a clinic, or may have: it is looked at soon, if a page of it is open. */
    public void changed(ClinicId clinic) {
        if (isWatched(clinic) && due.add(clinic)) {
            looks.schedule(
                    () -> {
                        due.remove(clinic);
                        look(clinic);
                    },
                    TOGETHER.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private boolean isWatched(ClinicId clinic) {
        return pages.stream().anyMatch(page -> page.clinic().equals(clinic));
    }

    private void lookEverywhere() {
        pages.stream().map(Page::clinic).collect(Collectors.toSet()).forEach(this::look);
    }

    private void look(ClinicId clinic) {
        try {
            String now = stands.apply(clinic);
            pages.stream().filter(page -> page.clinic().equals(clinic)).forEach(page -> page.tell(now));
        } catch (RuntimeException broken) {
            LOG.warn("how {} stands was not seen; the next round tries again: {}", clinic, broken.getMessage());
        }
    }

    /** Where it cannot be told whether somebody still may listen, they may not. */
    private void beat() {
        for (Page page : pages) {
            try {
                if (clock.instant().isBefore(page.until()) && page.stillMay().getAsBoolean()) {
                    page.stream().beat();
                } else {
                    page.stream().end();
                }
            } catch (RuntimeException broken) {
                page.stream().end();
            }
        }
    }

    /** Ends all, and lets none listen any more: they go on at another server. */
    public void leave() {
        synchronized (this) {
            leaving = true;
        }
        pages.forEach(page -> page.stream().end());
    }

    @Override
    public void close() {
        leave();
        looks.shutdownNow();
        beats.shutdownNow();
    }
}
