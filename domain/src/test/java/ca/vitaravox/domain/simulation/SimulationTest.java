package ca.vitaravox.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A day at the reception gone wrong in every way, by seed; 60 seeds, or 1,000 with {@code -Dscale=full}. One that fails
 * is repeated with {@code -Dsimulation.seed=N}.
 */
class SimulationTest {
    static final long FIRST_SEED = 20_260_601_000L;

    private final Simulation simulation = new Simulation();

    @AfterEach
    void everybody_goes_home() {
        simulation.close();
    }

    @Test
    void whatever_goes_wrong_the_books_are_right_at_every_moment_and_in_order_in_the_end() throws InterruptedException {
        for (long seed : seeds()) {
            simulation.run(seed, Variant.REAL);
        }
    }

    @Test
    void a_seed_always_tells_the_same_story() throws InterruptedException {
        assertEquals(
                simulation.run(FIRST_SEED, Variant.REAL).toString(),
                simulation.run(FIRST_SEED, Variant.REAL).toString());
    }

    private static List<Long> seeds() {
        Long one = Long.getLong("simulation.seed");
        int many = "full".equals(System.getProperty("scale")) ? 1_000 : 60;
        return one == null
                ? LongStream.range(FIRST_SEED, FIRST_SEED + many).boxed().toList()
                : List.of(one);
    }
}
