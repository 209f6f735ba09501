package ca.vitaravox.postgres.clinic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Sends statements, the settings they need before them, in one round trip and as a transaction of their own. Over plain
 * JDBC: JDBI copies its whole configuration for each handle and for each statement, which was a fifth of all that a tool
 * call cost. Fails as JDBI does, but never quotes what was bound. Thread-safe.
 */
final class OneGo {
    /** There are about as many as are written down; more only if somebody makes them up from what is asked. */
    private static final int MOST_KEPT = 2_000;

    private final ConnectionFactory connections;
    private final String settings;
    private final Map<List<String>, Named> kept = new ConcurrentHashMap<>();

    /** Over these connections; {@code settings} is a query that sets what every statement needs. */
    OneGo(ConnectionFactory connections, String settings) {
        this.connections = connections;
        this.settings = settings;
    }

    /** The rows that the last of the statements answers with. */
    <T> List<T> query(List<String> statements, Consumer<Parameters> parameters, Row<T> row) {
        return sent(statements, parameters, sent -> rows(sent, row));
    }

    /** How many rows the last of the statements changed. */
    int update(List<String> statements, Consumer<Parameters> parameters) {
        return sent(statements, parameters, PreparedStatement::getUpdateCount);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(PreparedStatement sent) throws SQLException;
    }

    private <T> T sent(List<String> statements, Consumer<Parameters> parameters, Reading<T> reading) {
        Named named = named(statements);
        Parameters bound = new Parameters();
        parameters.accept(bound);
        Connection connection = connection();
        try {
            try (PreparedStatement statement = connection.prepareStatement(named.sql())) {
                bound.set(statement, named.names());
                statement.execute();
                for (int before = 0; before < statements.size(); before++) {
                    statement.getMoreResults();
                }
                return reading.of(statement);
            } finally {
                connections.closeConnection(connection);
            }
        } catch (SQLException broken) {
            throw new UnableToExecuteStatementException("a statement failed", broken, null);
        }
    }

    private Connection connection() {
        try {
            return connections.openConnection();
        } catch (SQLException none) {
            throw new ConnectionException(none);
        }
    }

    private Named named(List<String> statements) {
        Named known = kept.get(statements);
        if (known == null) {
            known = Named.of(settings + ";\n" + String.join(";\n", statements));
            if (kept.size() < MOST_KEPT) {
                kept.put(statements, known);
            }
        }
        return known;
    }

    private static <T> List<T> rows(PreparedStatement sent, Row<T> row) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet answer = sent.getResultSet()) {
            while (answer.next()) {
                rows.add(row.read(answer));
            }
        }
        return rows;
    }
}
