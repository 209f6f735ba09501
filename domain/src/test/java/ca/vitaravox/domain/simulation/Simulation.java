package ca.vitaravox.domain.simulation;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Runs simulations, one after the other. */
public final class Simulation implements AutoCloseable {
    private static final int LAST_LINES = 80;

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "simulation");
        thread.setDaemon(true);
        return thread;
    });

    /** Nothing runs yet. */
    public Simulation() {}

    /** Runs one seed, and returns its story; what must not happen ends it with an {@link AssertionError}. */
    public Story run(long seed, Variant variant) throws InterruptedException {
        World world = new World(seed, variant, threads);
        try {
            world.run();
            return world.story();
        } catch (AssertionError broken) {
            throw new AssertionError(
                    "seed %d: %s%nrepeat it with -Dsimulation.seed=%d; the end of its story:%n%s%nit broke with: %s"
                            .formatted(
                                    seed,
                                    broken.getMessage(),
                                    seed,
                                    world.story().last(Integer.getInteger("simulation.lines", LAST_LINES)),
                                    broken),
                    broken);
        }
    }

    /**
     * How the first of so many seeds ends that finds out what somebody does wrong, its reason in the first line. What is
     * wrong may do harm of several kinds: a seed that ends for none of {@code reasons} is left out.
     */
    public Optional<String> findsOut(Variant wrong, int within, String... reasons) throws InterruptedException {
        for (long seed : Seeds.first(within)) {
            try {
                run(seed, wrong);
            } catch (AssertionError found) {
                String first = found.getMessage().lines().findFirst().orElseThrow();
                if (Stream.of(reasons).anyMatch(first::contains)) {
                    return Optional.of(found.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
