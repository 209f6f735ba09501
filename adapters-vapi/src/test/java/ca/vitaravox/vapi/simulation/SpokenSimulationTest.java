package ca.vitaravox.vapi.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.domain.simulation.Seeds;
import ca.vitaravox.domain.simulation.Simulation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A day gone wrong in every way, by seed, heard through the voice tools: 40 seeds, or 1,000 with {@code -Dscale=full}. One
 * that fails is repeated with {@code -Dsimulation.seed=N}.
 */
class SpokenSimulationTest {
    private final Simulation simulation = new Simulation();

    @AfterEach
    void everybody_goes_home() {
        simulation.close();
    }

    @Test
    void whatever_goes_wrong_callers_are_answered_in_time_and_what_they_hear_is_true() throws InterruptedException {
        for (long seed : Seeds.toRun(40)) {
            simulation.run(seed, new SpokenTown());
        }
    }

    @Test
    void a_seed_always_tells_the_same_story() throws InterruptedException {
        long seed = Seeds.first(1).get(0);
        assertEquals(
                simulation.run(seed, new SpokenTown()).toString(),
                simulation.run(seed, new SpokenTown()).toString());
    }
}
