package ca.vitaravox.ports.clinic;

import java.time.Duration;
import java.util.List;

/**
 * Driven port: hears in which clinics something changed, on whatever server: their EMR settings, or what their staff see
 * of the day. What changed before it was opened it does not tell. For one thread; it throws when it can hear nothing any
 * more, and is then to be opened anew.
 */
public interface ClinicNews extends AutoCloseable {
    /** Waits for news; returns the clinics in which something changed, none if nothing happened in that time. */
    List<ClinicId> await(Duration atMost);

    @Override
    void close();
}
