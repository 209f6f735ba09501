package ca.vitaravox.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * What an administrator does on a PostgreSQL server that is to hold our database: a role that owns it, a role for the
 * application, the database itself. Doing it again changes nothing but the passwords.
 */
public final class NewServer implements AutoCloseable {
    private static final String RIGHTS = "vitaravox_app";
    private static final String POWERLESS = " NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE";

    private final Connection connection;

    private NewServer(Connection connection) {
        this.connection = connection;
    }

    /**
     * Logs in.
     *
     * @param superuser of the server
     * @throws UnfitDatabaseException if it does not answer
     */
    public static NewServer as(DatabaseLogin superuser) {
        try {
            return new NewServer(DriverManager.getConnection(
                    superuser.jdbcUrl(), superuser.user(), superuser.password().orElse(null)));
        } catch (SQLException refused) {
            throw new UnfitDatabaseException("The server does not answer its superuser.", refused);
        }
    }

    /** A role that can log in and has no power over others; its password reaches the server hashed (SCRAM). */
    public NewServer login(String role, String password) {
        return doing(() -> {
            createRole(role, "LOGIN");
            setPassword(role, password);
        });
    }

    /** Gives an existing role this password. */
    public NewServer password(String role, String password) {
        return doing(() -> setPassword(role, password));
    }

    /** Gives a role the application's rights, in every database of ours on this server. */
    public NewServer application(String role) {
        return doing(() -> {
            createRole(RIGHTS, "NOLOGIN");
            execute("GRANT " + RIGHTS + " TO %I", role);
        });
    }

    /** An empty database of that owner. */
    public NewServer database(String name, String owner) {
        return doing(() -> {
            if (!exists("SELECT FROM pg_database WHERE datname = ?", name)) {
                execute("CREATE DATABASE %I OWNER %I", name, owner);
            }
        });
    }

    /** Has the server read its files again, who may log in and how among them. */
    public NewServer reload() {
        return doing(() -> exists("SELECT pg_reload_conf() WHERE ? <> ''", RIGHTS));
    }

    private void createRole(String role, String login) throws SQLException {
        if (!exists("SELECT FROM pg_roles WHERE rolname = ?", role)) {
            execute("CREATE ROLE %I " + login + POWERLESS, role);
        }
    }

    private void setPassword(String role, String password) throws SQLException {
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    private boolean exists(String question, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Runs a statement that takes no parameters; the server itself quotes the names put into it. */
    private void execute(String form, String... names) throws SQLException {
        try (PreparedStatement quoting = connection.prepareStatement("SELECT format(?, VARIADIC ?)")) {
            quoting.setString(1, form);
            quoting.setArray(2, connection.createArrayOf("text", names));
            try (ResultSet quoted = quoting.executeQuery();
                    Statement statement = connection.createStatement()) {
                quoted.next();
                statement.execute(quoted.getString(1));
            }
        }
    }

    private NewServer doing(Step step) {
        try {
            step.run();
            return this;
        } catch (SQLException refused) {
            throw new UnfitDatabaseException("The server refuses what its superuser asks.", refused);
        }
    }

    @Override
    public void close() {
        doing(connection::close);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }
}
