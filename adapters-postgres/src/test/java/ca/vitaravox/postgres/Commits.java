package ca.vitaravox.postgres;

import ca.vitaravox.postgres.clinic.ClinicTransactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Whether those who change a table's rows wait until that is on the database's disk, over one connection that does unless it
 * is told otherwise, as PostgreSQL has it.
 */
public final class Commits implements AutoCloseable {
    private final TestDatabase postgres;
    private final RoundTrips roundTrips = new RoundTrips();
    private final Connection connection;
    private final ClinicTransactions transactions;

    private Commits(TestDatabase postgres) throws SQLException {
        this.postgres = postgres;
        connection = postgres.asApplication();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = on"); // tests have it off
        }
        OneConnection same = new OneConnection(roundTrips.of(connection));
        transactions = new ClinicTransactions(
                same, Jdbi.create(same).installPlugin(new PostgresPlugin()), Duration.ofSeconds(20));
    }

    /** From now on, of these tables. */
    public static Commits of(TestDatabase postgres, String... tables) throws SQLException {
        Commits commits = new Commits(postgres);
        commits.run("CREATE TABLE waited (setting text NOT NULL)");
        commits.run("GRANT INSERT ON waited TO PUBLIC");
        commits.run("CREATE FUNCTION note_waiting() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN INSERT INTO waited VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$");
        for (String table : tables) {
            commits.run("CREATE TRIGGER note_waiting AFTER INSERT OR UPDATE OR DELETE ON " + table
                    + " FOR EACH ROW EXECUTE FUNCTION note_waiting()");
        }
        return commits;
    }

    /** Over the connection. */
    public ClinicTransactions transactions() {
        return transactions;
    }

    /** How often it was asked something since this was asked last. */
    public int roundTrips() {
        return roundTrips.counted();
    }

    /** How the rows changed since this was asked last were committed: {@code on} waits. */
    public List<String> made() throws SQLException {
        List<String> settings = new ArrayList<>();
        try (Connection superuser = postgres.asSuperuser();
                Statement each = superuser.createStatement();
                ResultSet row = each.executeQuery("DELETE FROM waited RETURNING setting")) {
            while (row.next()) {
                settings.add(row.getString(1));
            }
        }
        return settings;
    }

    private void run(String statement) throws SQLException {
        try (Connection superuser = postgres.asSuperuser();
                Statement each = superuser.createStatement()) {
            each.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        run("DROP FUNCTION note_waiting CASCADE");
        run("DROP TABLE waited");
    }
}
