package ca.vitaravox.ports.clinic;

import java.time.Duration;
import java.util.List;

/**
 * Driven port: hears when clinics' EMR settings change, on whatever server. What changed before it was opened it does not
 * tell. For one thread; it throws when it can hear nothing any more, and is then to be opened anew.
 */
public interface EmrNews extends AutoCloseable {
    /** Waits for news; returns the clinics whose settings changed, none if nothing happened in that time. */
    List<ClinicId> await(Duration atMost);

    @Override
    void close();
}
