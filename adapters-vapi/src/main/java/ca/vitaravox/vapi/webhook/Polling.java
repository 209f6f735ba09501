package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.access.Pause;
import java.time.Duration;
import java.time.InstantSource;

/** Waits for what somebody else does, in pauses that grow, until a deadline. For one wait. */
final class Polling {
    private static final Duration LONGEST = Duration.ofMillis(250);

    private final Pause pause;
    private final InstantSource clock;
    private Duration next = Duration.ofMillis(20);

    Polling(Pause pause, InstantSource clock) {
        this.pause = pause;
        this.clock = clock;
    }

    /** Pauses, if there is time to look once more afterwards; tells whether. */
    boolean again(Deadline deadline) {
        if (!deadline.allows(next, clock.instant())) {
            return false;
        }
        try {
            pause.of(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return true;
    }
}
