package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.ClinicId;
import java.util.HashMap;
import java.util.Map;

/**
 * So many tool calls of one clinic run at a time, so that a clinic whose EMR hangs leaves threads to the others.
 * Thread-safe.
 */
final class ClinicPlaces {
    /** As many as may ask one EMR or wait to; a third of the threads there are where they are few. */
    static final int OF_ONE_CLINIC = 80;

    private final Map<ClinicId, Integer> taken = new HashMap<>();

    /** Whether there was a place, which is to be left again. Waits for none. */
    synchronized boolean take(ClinicId clinic) {
        if (taken.getOrDefault(clinic, 0) == OF_ONE_CLINIC) {
            return false;
        }
        taken.merge(clinic, 1, Integer::sum);
        return true;
    }

    /** Leaves a place that was taken. */
    synchronized void leave(ClinicId clinic) {
        taken.computeIfPresent(clinic, (id, count) -> count == 1 ? null : count - 1);
    }

    /** Whether nobody has a place. */
    synchronized boolean isEmpty() {
        return taken.isEmpty();
    }
}
