package ca.vitaravox.postgres.clinic;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears what is notified on one channel, on a connection of its own, for pooled ones come and go. For one thread. */
public final class Listening implements AutoCloseable {
    private static final String ANSWER_WITHIN_SECONDS = "5";

    private final Connection connection;

    /**
     * Begins to listen.
     *
     * @param url of the database, as the driver takes it
     * @param user the role to log in as
     * @param password its password; empty where the server asks for none
     * @param channel what to listen to, as SQL names it
     * @throws IllegalStateException if there is no connection
     */
    public Listening(String url, String user, Optional<String> password, String channel) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        password.ifPresent(given -> properties.setProperty("password", given));
        properties.setProperty("ApplicationName", "vitaravox-news");
        properties.setProperty("connectTimeout", ANSWER_WITHIN_SECONDS);
        properties.setProperty("loginTimeout", ANSWER_WITHIN_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        try {
            connection = DriverManager.getConnection(url, properties);
            try (Statement listen = connection.createStatement()) {
                listen.execute("LISTEN " + channel);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("cannot listen to the database", broken);
        }
    }

    /**
     * Waits for what is notified.
     *
     * @return the payloads, each once; none if nothing was notified in that time
     * @throws IllegalStateException if nothing can be heard any more
     */
    public List<String> await(Duration atMost) {
        try {
            PGNotification[] heard = connection
                    .unwrap(PGConnection.class)
                    .getNotifications(Math.toIntExact(Math.max(1, atMost.toMillis())));
            if (heard != null && heard.length > 0) {
                return Stream.of(heard)
                        .map(PGNotification::getParameter)
                        .distinct()
                        .toList();
            }
            // a connection that is dead without having said so is silent too
            if (!connection.isValid(Integer.parseInt(ANSWER_WITHIN_SECONDS))) {
                throw new IllegalStateException("the database does not answer any more");
            }
            return List.of();
        } catch (SQLException broken) {
            throw new IllegalStateException("cannot hear the database any more", broken);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            throw new IllegalStateException("the connection did not close", gone);
        }
    }
}
