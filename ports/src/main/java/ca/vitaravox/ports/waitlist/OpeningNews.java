package ca.vitaravox.ports.waitlist;

import java.time.Duration;

/**
 * Driven port: hears when an opening is due to be seen to, on whatever server it came free. What came free before it was
 * opened it does not tell. For one thread; it throws when it can hear nothing any more, and is then to be opened anew.
 */
public interface OpeningNews extends AutoCloseable {
    /** Waits for news; false if nothing came free in that time. */
    boolean await(Duration atMost);

    @Override
    void close();
}
