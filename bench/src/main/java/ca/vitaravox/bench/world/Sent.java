package ca.vitaravox.bench.world;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What PostgreSQL was sent since it last forgot, as pg_stat_statements counts it. */
public final class Sent {
    private static final String COUNTS = """
            SELECT coalesce(sum(calls) FILTER (WHERE query NOT LIKE 'SELECT set_config(%'
                                                 AND query NOT IN ('BEGIN', 'COMMIT', 'ROLLBACK')), 0)
              FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = 'bench')
               AND query NOT LIKE '%pg_stat_%'
            """;

    private final BenchServer server;

    /** By this server. */
    public Sent(BenchServer server) throws SQLException {
        this.server = server;
        server.run("postgres", "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    }

    /** Forgets what was sent. */
    public void forget() throws SQLException {
        server.run("postgres", "SELECT pg_stat_statements_reset()");
    }

    /** How many statements, what begins and ends transactions and sets what they need apart. */
    public long statements() throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery(COUNTS)) {
            counts.next();
            return counts.getLong(1);
        }
    }
}
