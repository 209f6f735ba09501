package ca.vitaravox.ports.clinic;

import java.time.LocalTime;

/**
 * A stretch of one day, in the clinic's wall-clock time.
 *
 * @param open when it begins
 * @param close when it ends, after it begins
 */
public record OpenHours(LocalTime open, LocalTime close) {
    /** Refuses hours that end before they begin. */
    public OpenHours {
        if (!open.isBefore(close)) {
            throw new IllegalArgumentException("opening hours end after they begin");
        }
    }

    /** Whether a time of day lies within, the closing time excluded. */
    public boolean contains(LocalTime time) {
        return !time.isBefore(open) && time.isBefore(close);
    }
}
