package ca.vitaravox.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * So many callers at once, each on a connection of their own.
 *
 * @param many how many
 * @param pause from one request of a caller to the next, half as long to one and a half times, whether or not the one
 *     before was answered in time (open loop); zero: each asks again as soon as it was answered (closed loop)
 */
public record Callers(int many, Duration pause) {
    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
    private static final int MOST_FAILURES_TOLD = 2;
    private static final Duration WARM_UP_TURN = Duration.ofSeconds(2);

    /** Callers who ask again at once. */
    public static Callers eager(int many) {
        return new Callers(many, Duration.ZERO);
    }

    /** Has them ask the server on that port for so long. */
    public Timed ask(int port, Question question, Duration length) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            long begun = System.nanoTime();
            long end = begun + length.toNanos();
            List<Callable<Stopwatch>> callers = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                SplittableRandom random = new SplittableRandom(i);
                callers.add(() -> call(port, question, new Stopwatch(pause, end, random), end));
            }
            List<Stopwatch> watches = new ArrayList<>();
            for (Future<Stopwatch> each : threads.invokeAll(callers)) {
                watches.add(each.get());
            }
            return Timed.of(watches, (System.nanoTime() - begun) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Has them ask until so many requests were answered, or the time is over: until the server is warm. */
    public void warm(int port, Question question, long requests, Duration atMost)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + atMost.toNanos();
        long asked = 0;
        while (asked < requests && System.nanoTime() < end) {
            asked += ask(port, question, WARM_UP_TURN).requests();
        }
    }

    private static Stopwatch call(int port, Question question, Stopwatch watch, long end) throws IOException {
        Platform platform = Platform.at(port);
        try {
            while (System.nanoTime() < end) {
                try {
                    question.ask(platform, watch);
                } catch (Stopwatch.OverException over) {
                    return watch;
                } catch (IOException wrong) {
                    watch.failed();
                    if (watch.failures() <= MOST_FAILURES_TOLD) {
                        LOG.warn("{}", wrong.getMessage());
                    }
                    platform.close();
                    platform = Platform.at(port);
                }
            }
            return watch;
        } finally {
            platform.close();
        }
    }
}
