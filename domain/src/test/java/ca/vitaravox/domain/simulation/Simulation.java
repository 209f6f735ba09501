package ca.vitaravox.domain.simulation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs simulations, one after the other. */
final class Simulation implements AutoCloseable {
    private static final int LAST_LINES = 80;

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "simulation");
        thread.setDaemon(true);
        return thread;
    });

    /** Runs one seed, and returns its story; what must not happen ends it with an {@link AssertionError}. */
    Story run(long seed, Variant variant) throws InterruptedException {
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
                                    world.story().last(LAST_LINES),
                                    broken),
                    broken);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
