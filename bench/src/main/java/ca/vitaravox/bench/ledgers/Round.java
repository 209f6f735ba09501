package ca.vitaravox.bench.ledgers;

import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Many callers at once, each asking again as soon as it was answered, for some seconds. */
final class Round {
    private static final int MOST_ANSWERS = 2_000_000;

    private final Holding holding;
    private final ClinicId clinic;
    private final Load load;
    private final int threads;
    private final AtomicLong numbers = new AtomicLong();

    Round(Holding holding, ClinicId clinic, Load load, int threads) {
        this.holding = holding;
        this.clinic = clinic;
        this.load = load;
        this.threads = threads;
    }

    /**
     * What came of it.
     *
     * @param asked how many callers were answered, each second
     * @param held how many of them hold an opening, each second
     * @param median how long the median answer took, in milliseconds
     * @param slow how long the slowest of a hundred took
     */
    record Result(double asked, double held, double median, double slow) {}

    private record Answers(int asked, int held, long[] nanos) {}

    Result run(Duration length) throws InterruptedException, ExecutionException {
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        try {
            long started = System.nanoTime();
            long end = started + length.toNanos();
            List<Callable<Answers>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                SplittableRandom random = new SplittableRandom(i);
                all.add(() -> ask(end, random));
            }
            List<Answers> answers = new ArrayList<>();
            for (Future<Answers> each : callers.invokeAll(all)) {
                answers.add(each.get());
            }
            return result(answers, (System.nanoTime() - started) / 1e9);
        } finally {
            callers.shutdownNow();
        }
    }

    private Answers ask(long end, SplittableRandom random) {
        long[] nanos = new long[MOST_ANSWERS / threads];
        int asked = 0;
        int held = 0;
        long before = System.nanoTime();
        while (before < end && asked < nanos.length) {
            long caller = numbers.incrementAndGet();
            List<Slot> candidates = load.candidates(caller, random);
            held += holding.hold(clinic, candidates, load.now(caller)) ? 1 : 0;
            long after = System.nanoTime();
            nanos[asked++] = after - before;
            before = after;
        }
        return new Answers(asked, held, Arrays.copyOf(nanos, asked));
    }

    private static Result result(List<Answers> answers, double seconds) {
        long[] nanos = answers.stream()
                .flatMapToLong(each -> Arrays.stream(each.nanos()))
                .sorted()
                .toArray();
        return new Result(
                nanos.length / seconds,
                answers.stream().mapToInt(Answers::held).sum() / seconds,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length - 1 - nanos.length / 100] / 1e6);
    }
}
