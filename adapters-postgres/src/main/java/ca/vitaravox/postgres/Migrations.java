package ca.vitaravox.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/** What the owner of the tables does: bring them up to date, and let the application in. */
public final class Migrations {
    private Migrations() {}

    /**
     * Brings the tables up to date; does nothing where they are. Safe to be run by several servers at once.
     *
     * @param owner a role that may create tables in the database, and roles (or {@code vitaravox_app} exists)
     * @throws org.flywaydb.core.api.FlywayException if the database does not answer or a migration fails; a migration
     *     that failed has changed nothing
     */
    public static void run(DatabaseLogin owner) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner.jdbcUrl(), owner.user(), owner.password().orElse(null))
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    /**
     * Makes sure there is a role that the application can log in as, with this password, and the rights it needs. The
     * password reaches the server hashed (SCRAM).
     *
     * @param owner a role that may create roles
     * @throws SQLException if it may not, or the database does not answer
     */
    public static void ensureApplicationRole(DatabaseLogin owner, String role, String password) throws SQLException {
        try (Connection connection = connect(owner)) {
            if (!exists(connection, role)) {
                execute(connection, "CREATE ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE", role);
            }
            execute(connection, "GRANT vitaravox_app TO %I", role);
            connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
        }
    }

    private static Connection connect(DatabaseLogin owner) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", owner.user());
        owner.password().ifPresent(password -> properties.setProperty("password", password));
        return DriverManager.getConnection(owner.jdbcUrl(), properties);
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
            query.setString(1, role);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Runs a statement that takes no parameters; the server itself quotes the name put into it. */
    private static void execute(Connection connection, String form, String name) throws SQLException {
        try (PreparedStatement quoting = connection.prepareStatement("SELECT format(?, ?)")) {
            quoting.setString(1, form);
            quoting.setString(2, name);
            try (ResultSet quoted = quoting.executeQuery();
                    Statement statement = connection.createStatement()) {
                quoted.next();
                statement.execute(quoted.getString(1));
            }
        }
    }
}
