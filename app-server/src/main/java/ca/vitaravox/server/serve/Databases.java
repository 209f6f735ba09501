package ca.vitaravox.server.serve;

import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.DatabaseSettings;
import ca.vitaravox.server.config.DatabaseUrl;
import java.time.Duration;
import java.time.InstantSource;

/** Opens the database as the configuration says. */
public final class Databases {
    /** When many call at once, waiting for a connection is better than an apology. */
    private static final Duration CONNECTION_PATIENCE = Duration.ofMillis(2_500);

    private Databases() {}

    /**
     * Connects, with so many connections at most.
     *
     * @throws ca.vitaravox.postgres.UnfitDatabaseException if the database or our role in it is not as it must be
     */
    public static Database open(DatabaseUrl url, int connections, InstantSource clock) {
        DatabaseSettings usual = DatabaseSettings.usual(url.login());
        return Database.open(
                new DatabaseSettings(usual.login(), connections, CONNECTION_PATIENCE, usual.statementTimeout()), clock);
    }
}
