package ca.vitaravox.postgres;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The connections to the database, and whether it is well. Thread-safe. */
public final class Connections {
    private final HikariDataSource pool;

    Connections(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Asks for a sign of life.
     *
     * @param atMost how long to wait for it, in whole seconds rounded up, once there is a connection
     * @return how long it took; empty if there was none
     */
    public Optional<Duration> check(Duration atMost) {
        long asked = System.nanoTime();
        try (Connection connection = pool.getConnection()) {
            int seconds = Math.toIntExact(Math.max(1, atMost.plusMillis(999).toSeconds()));
            return connection.isValid(seconds)
                    ? Optional.of(Duration.ofNanos(System.nanoTime() - asked))
                    : Optional.empty();
        } catch (SQLException noAnswer) {
            return Optional.empty();
        }
    }

    /** What time it is in the database, the same for whichever server asks. */
    public Instant time() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException noAnswer) {
            throw new IllegalStateException("the database does not say what time it is", noAnswer);
        }
    }

    /** What they are busy with at this moment. */
    public Use use() {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return new Use(
                now.getActiveConnections(),
                now.getIdleConnections(),
                now.getThreadsAwaitingConnection(),
                pool.getMaximumPoolSize());
    }

    /**
     * The use of connections at one moment.
     *
     * @param active those in use
     * @param idle those that are free
     * @param waiting threads that wait for one
     * @param most how many there may be
     */
    public record Use(int active, int idle, int waiting, int most) {}
}
