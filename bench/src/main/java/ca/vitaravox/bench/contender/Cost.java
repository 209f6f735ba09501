package ca.vitaravox.bench.contender;

import ca.vitaravox.bench.load.Timed;
import java.time.Duration;

/**
 * What a turn cost a server.
 *
 * @param timed how long callers waited
 * @param cpu the processors' time of its process
 * @param bytes it allocated; 0 if that is not known
 */
public record Cost(Timed timed, Duration cpu, long bytes) {
    /** Processors' time for each request, in microseconds. */
    public double micros() {
        return cpu.toNanos() / 1e3 / timed.requests();
    }

    /** Allocated for each request, in KiB. */
    public double kib() {
        return bytes / 1024.0 / timed.requests();
    }
}
