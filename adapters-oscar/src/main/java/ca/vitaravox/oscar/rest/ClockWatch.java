package ca.vitaravox.oscar.rest;

import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Compares clocks before anything is signed: OSCAR takes a signature of at most five minutes' difference, and classic
 * OSCAR deletes the token of any other. Thread-safe.
 */
public final class ClockWatch {
    /** The most by which the clocks may differ for us to sign. */
    public static final Duration TOLERATED = Duration.ofMinutes(2);

    /** How long a comparison counts. */
    static final Duration COUNTS = Duration.ofMinutes(10);

    private final AtomicReference<Optional<ClockReading>> last = new AtomicReference<>(Optional.empty());

    /** Takes note of a reading; every answer brings one. */
    void note(ClockReading reading) {
        if (reading.ahead().isPresent()) {
            last.set(Optional.of(reading));
        }
    }

    /** Whether nothing is to be signed before the clocks were compared anew. */
    boolean toBeCompared(Instant now) {
        return last.get()
                .filter(reading -> counts(reading, now) && close(reading))
                .isEmpty();
    }

    /** How far OSCAR's clock was ahead at the last comparison. */
    Optional<Duration> ahead() {
        return last.get().flatMap(ClockReading::ahead);
    }

    /**
     * Takes note of a reading that was asked for.
     *
     * @throws EmrUnavailableException if by it nothing may be signed
     */
    void judge(ClockReading reading) {
        note(reading);
        Duration ahead = reading.ahead()
                .orElseThrow(() -> new EmrUnavailableException("OSCAR tells no time: nothing is signed"));
        if (!close(reading)) {
            throw new EmrUnavailableException(
                    "OSCAR's clock is " + ahead.toSeconds() + " s ahead of ours: nothing is signed");
        }
    }

    private static boolean counts(ClockReading reading, Instant now) {
        return !reading.at().plus(COUNTS).isBefore(now) && !reading.at().isAfter(now);
    }

    private static boolean close(ClockReading reading) {
        return reading.ahead().orElseThrow().abs().compareTo(TOLERATED) <= 0;
    }
}
