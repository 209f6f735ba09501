package ca.vitaravox.postgres;

import ca.vitaravox.postgres.clinic.ClinicTransactions;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The database as the application uses it: one method per driven port, all thread-safe and sharing one pool of
 * connections. No message of an exception from here holds what was asked or found.
 */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final ClinicTransactions transactions;

    private Database(HikariDataSource pool, Jdbi jdbi, DatabaseSettings settings) {
        this.pool = pool;
        this.transactions = new ClinicTransactions(jdbi, settings.statementTimeout());
    }

    /**
     * Connects, and makes sure that the database and our role in it are as they must be.
     *
     * @param clock by which the deadlines of EMR requests are measured
     * @throws UnfitDatabaseException if the database does not answer, if its tables are older or newer than this
     *     program, or if our role could get past row-level security
     */
    public static Database open(DatabaseSettings settings, InstantSource clock) {
        HikariDataSource pool = Pool.open(settings);
        try {
            Jdbi jdbi = Pool.jdbi(pool);
            Fitness.check(jdbi, settings.login().user());
            return new Database(pool, jdbi, settings);
        } catch (RuntimeException unfit) {
            pool.close();
            throw unfit;
        }
    }

    /**
     * Asks the database for a sign of life.
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

    @Override
    public void close() {
        pool.close();
    }
}
