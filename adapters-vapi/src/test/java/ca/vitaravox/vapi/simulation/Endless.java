package ca.vitaravox.vapi.simulation;

import ca.vitaravox.domain.simulation.Scheduler;
import ca.vitaravox.domain.simulation.TownPause;
import java.time.Duration;
import java.util.concurrent.Future;

/** Waits for an answer for as long as it takes. */
final class Endless extends TownPause {
    Endless(Scheduler clock) {
        super(clock);
    }

    @Override
    public boolean until(Future<?> made, Duration atMost) {
        return super.until(made, Duration.ofHours(1));
    }
}
