package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.waitlist.OpeningNews;
import ca.vitaravox.postgres.clinic.Listening;
import java.time.Duration;

/** Whether openings are due that were not before. */
public final class PostgresOpeningNews implements OpeningNews {
    /** The channel on which the table tells it. */
    public static final String CHANNEL = "due_openings";

    private final Listening listening;

    /** Listens on this connection, and closes it. */
    public PostgresOpeningNews(Listening listening) {
        this.listening = listening;
    }

    @Override
    public boolean await(Duration atMost) {
        return !listening.await(atMost).isEmpty();
    }

    @Override
    public void close() {
        listening.close();
    }
}
