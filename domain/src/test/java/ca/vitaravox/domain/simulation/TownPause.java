package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.Pause;
import java.time.Duration;
import java.util.concurrent.Future;

/** Waits as long as the town's time says, while others have their turn. */
public class TownPause implements Pause {
    private final Scheduler clock;

    /** Waits by this clock. */
    public TownPause(Scheduler clock) {
        this.clock = clock;
    }

    @Override
    public void of(Duration length) {
        clock.pause(length);
    }

    @Override
    public boolean until(Future<?> made, Duration atMost) {
        clock.await(made::isDone, clock.instant().plus(atMost));
        return made.isDone();
    }
}
