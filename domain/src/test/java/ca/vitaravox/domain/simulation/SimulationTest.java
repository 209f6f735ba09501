package ca.vitaravox.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A day at the reception gone wrong in every way, by seed; 60 seeds, or 1,000 with {@code -Dscale=full}. One that fails
 * is repeated with {@code -Dsimulation.seed=N}.
 */
class SimulationTest {
    private final Simulation simulation = new Simulation();

    @AfterEach
    void everybody_goes_home() {
        simulation.close();
    }

    @Test
    void whatever_goes_wrong_the_books_are_right_at_every_moment_and_in_order_in_the_end() throws InterruptedException {
        for (long seed : Seeds.toRun(60)) {
            simulation.run(seed, Variant.REAL);
        }
    }

    @Test
    void a_seed_always_tells_the_same_story() throws InterruptedException {
        assertEquals(
                simulation.run(Seeds.FIRST, Variant.REAL).toString(),
                simulation.run(Seeds.FIRST, Variant.REAL).toString());
    }
}
