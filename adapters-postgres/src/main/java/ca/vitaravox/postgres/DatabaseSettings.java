package ca.vitaravox.postgres;

import java.time.Duration;

/**
 * How the application uses its database.
 *
 * @param login the database, as a role that row-level security binds
 * @param connections how many connections are kept at most
 * @param connectionTimeout how long to wait for a connection; at least 250 ms
 * @param statementTimeout how long any one statement may take
 */
public record DatabaseSettings(
        DatabaseLogin login, int connections, Duration connectionTimeout, Duration statementTimeout) {
    /** Refuses a pool without connections and waits without a bound. */
    public DatabaseSettings {
        if (connections < 1) {
            throw new IllegalArgumentException("at least one connection is needed");
        }
        if (connectionTimeout.toMillis() < 250 || statementTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("a connection gets 250 ms or more, a statement 1 ms or more");
        }
    }

    /** The usual: 10 connections, 1 s to get one, 3 s for a statement. */
    public static DatabaseSettings usual(DatabaseLogin login) {
        return new DatabaseSettings(login, 10, Duration.ofSeconds(1), Duration.ofSeconds(3));
    }
}
