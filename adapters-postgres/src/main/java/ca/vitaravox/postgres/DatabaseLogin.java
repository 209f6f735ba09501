package ca.vitaravox.postgres;

import java.util.Optional;

/**
 * Where a database is and who we are there. Its text hides the password.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:5432/name}, without user and password
 * @param user the role to log in as
 * @param password its password; empty where the server asks for none
 */
public record DatabaseLogin(String jdbcUrl, String user, Optional<String> password) {
    /** Refuses what is no address of a PostgreSQL database. */
    public DatabaseLogin {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("a database is given as jdbc:postgresql://host:port/name");
        }
    }

    @Override
    public String toString() {
        return "DatabaseLogin[" + user + "]";
    }
}
