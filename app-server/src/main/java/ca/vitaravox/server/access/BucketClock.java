package ca.vitaravox.server.access;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time as rate limits measure it. Thread-safe. */
public final class BucketClock implements TimeMeter {
    private final InstantSource clock;

    /** The time that this clock shows. */
    public BucketClock(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public long currentTimeNanos() {
        return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
