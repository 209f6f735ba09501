package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long an EMR may take, so that the caller hears an answer in time. Thread-safe. */
public final class EmrTime {
    /** One EMR request takes at most this long. */
    public static final Duration REQUEST = Duration.ofSeconds(2);
    /** No EMR write starts with less than this left. */
    public static final Duration WRITE = Duration.ofMillis(1500);

    private final InstantSource clock;

    /** Reads the time from {@code clock}. */
    public EmrTime(InstantSource clock) {
        this.clock = clock;
    }

    /** The deadline of one EMR request that begins now: {@link #REQUEST}, or what is left if that is less. */
    public Deadline request(CallContext call) {
        Instant end = clock.instant().plus(REQUEST);
        return end.isBefore(call.deadline().end()) ? call.deadline().endingAt(end) : call.deadline();
    }

    /** Whether a write may still start. */
    public boolean allowsWrite(CallContext call) {
        return call.deadline().allows(WRITE, clock.instant());
    }
}
