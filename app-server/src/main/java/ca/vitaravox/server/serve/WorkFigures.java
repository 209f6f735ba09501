package ca.vitaravox.server.serve;

import ca.vitaravox.postgres.UnderWay;
import ca.vitaravox.server.watch.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is under way at all clinics, as figures: as it was last counted, and nothing where that failed. Thread-safe. */
final class WorkFigures {
    private static final double MILLIS = 1_000;

    private final Function<Instant, UnderWay> counting;
    private final InstantSource clock;
    private final AtomicReference<Optional<UnderWay>> last = new AtomicReference<>(Optional.empty());

    private WorkFigures(Function<Instant, UnderWay> counting, InstantSource clock) {
        this.counting = counting;
        this.clock = clock;
    }

    /** Figures that are there when they were first counted. */
    static WorkFigures in(Metrics metrics, Function<Instant, UnderWay> counting, InstantSource clock) {
        WorkFigures figures = new WorkFigures(counting, clock);
        figures.add(metrics, "vitaravox.holds.live", "Openings held for calls", UnderWay::holds);
        figures.add(metrics, "vitaravox.offers.live", "Freed openings being offered", UnderWay::offers);
        figures.add(metrics, "vitaravox.tasks.open", "Tasks that staff have not finished", UnderWay::tasks);
        figures.add(metrics, "vitaravox.tasks.oldest.seconds", "Age of the oldest of these", figures::oldest);
        figures.add(
                metrics,
                "vitaravox.writes.overdue",
                "Writes to be seen to for a minute or longer",
                UnderWay::overdueWrites);
        return figures;
    }

    private void add(Metrics metrics, String name, String help, ToDoubleFunction<UnderWay> figure) {
        metrics.gauge(name, help, () -> last.get().map(figure::applyAsDouble).orElse(Double.NaN));
    }

    private double oldest(UnderWay counted) {
        return counted.oldestTask()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / MILLIS)
                .orElse(0.0);
    }

    /** Counts anew; what cannot be counted is not known any more, however it was before. */
    void count() {
        Optional<UnderWay> counted = Optional.empty();
        try {
            counted = Optional.of(counting.apply(clock.instant()));
        } finally {
            last.set(counted);
        }
    }
}
