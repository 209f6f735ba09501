package ca.vitaravox.postgres;

import java.sql.Connection;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Gives out the same connection again and again, and leaves it open.
 *
 * @param connection closed by whoever opened it
 */
public record OneConnection(Connection connection) implements ConnectionFactory {
    @Override
    public Connection openConnection() {
        return connection;
    }

    @Override
    public void closeConnection(Connection same) {}
}
