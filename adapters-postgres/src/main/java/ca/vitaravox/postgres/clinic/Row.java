package ca.vitaravox.postgres.clinic;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads one row of an answer.
 *
 * @param <T> what it holds
 */
@FunctionalInterface
public interface Row<T> {
    /** Reads the row that {@code row} is at. */
    T read(ResultSet row) throws SQLException;
}
