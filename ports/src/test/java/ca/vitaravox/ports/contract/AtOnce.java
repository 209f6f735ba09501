package ca.vitaravox.ports.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs the same thing in many threads that start together. */
public final class AtOnce {
    /** How many callers a race has. */
    public static final int CALLERS = 24;

    private AtOnce() {}

    /** What the {@link #CALLERS} racers came home with, in their order; fails if one fails or takes a minute. */
    public static <T> List<T> race(IntFunction<T> racer) {
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<T>> racers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int number = i;
                racers.add(() -> {
                    start.await();
                    return racer.apply(number);
                });
            }
            List<T> home = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(racers, 1, TimeUnit.MINUTES)) {
                home.add(each.get());
            }
            return home;
        } catch (Exception broken) {
            throw new AssertionError("a racer failed", broken);
        } finally {
            threads.shutdownNow();
        }
    }
}
