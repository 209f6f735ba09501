package ca.vitaravox.server.audit;

import ca.vitaravox.postgres.audit.TrailMonths;
import java.time.InstantSource;

/** Sees to the months of the trails: opens those to come, and lets go of those that are too old. */
public final class TrailKeeping {
    /** Each is short; what is left waits for the next round. */
    private static final int MOST_STEPS = 100;

    private final TrailMonths months;
    private final InstantSource clock;

    /** Over these months. */
    public TrailKeeping(TrailMonths months, InstantSource clock) {
        this.months = months;
        this.clock = clock;
    }

    /** One round. */
    public void round() {
        months.open();
        int most = MOST_STEPS;
        while (most > 0 && months.retire(clock.instant())) {
            most--;
        }
    }
}
