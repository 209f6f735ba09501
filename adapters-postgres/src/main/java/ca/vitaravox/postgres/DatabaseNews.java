package ca.vitaravox.postgres;

import ca.vitaravox.ports.clinic.ClinicNews;
import ca.vitaravox.ports.waitlist.OpeningNews;
import ca.vitaravox.postgres.clinic.Listening;
import ca.vitaravox.postgres.clinic.PostgresClinicNews;
import ca.vitaravox.postgres.waitlist.PostgresOpeningNews;

/** What other servers did, heard as it happens, each on a connection beside the pool. Thread-safe. */
public final class DatabaseNews {
    private final DatabaseLogin login;

    DatabaseNews(DatabaseLogin login) {
        this.login = login;
    }

    /**
     * Listens to changes of clinics' EMR settings.
     *
     * @throws IllegalStateException if there is no connection
     */
    public ClinicNews emrs() {
        return new PostgresClinicNews(listening(PostgresClinicNews.EMRS));
    }

    /**
     * Listens to what servers tell each other: in which clinics something happened that open pages show.
     *
     * @throws IllegalStateException if there is no connection
     */
    public ClinicNews days() {
        return new PostgresClinicNews(listening(PostgresClinicNews.DAY));
    }

    /**
     * Listens to openings that come free.
     *
     * @throws IllegalStateException if there is no connection
     */
    public OpeningNews openings() {
        return new PostgresOpeningNews(listening(PostgresOpeningNews.CHANNEL));
    }

    private Listening listening(String channel) {
        return new Listening(login.jdbcUrl(), login.user(), login.password(), channel);
    }
}
