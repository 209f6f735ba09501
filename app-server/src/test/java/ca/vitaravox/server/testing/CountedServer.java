package ca.vitaravox.server.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.Closing;
import ca.vitaravox.server.serve.Databases;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * A server of one clinic's calls whose statements are counted where they arrive. Time stands still at it, so that nothing
 * falls due meanwhile, and what is remembered of a clinic for seconds is not counted.
 */
public final class CountedServer implements AutoCloseable {
    private static final int CONNECTIONS = 6;

    private final Closing closing = new Closing();
    private final OwnDatabase own;
    private final String clinic;
    private final CountedStatements counted;
    private final Backend backend;

    /** Starts it, for that clinic of the database, at the time it is. */
    public CountedServer(OwnDatabase own, String clinic, ServerConfig config) throws IOException {
        this(own, clinic, config, Instant.now());
    }

    /** The same, at that time. */
    public CountedServer(OwnDatabase own, String clinic, ServerConfig config, Instant now) throws IOException {
        this.own = own;
        this.clinic = clinic;
        counted = closing.add(new CountedStatements(portOf(own.url()), clinic, CountedServer::isRemembered));
        Database database = closing.add(Databases.open(through(counted.port()), CONNECTIONS, () -> now));
        backend = closing.add(Backend.start(config, database, () -> now));
    }

    /** What its database is asked. */
    public CountedStatements counted() {
        return counted;
    }

    /** Its port on the loopback. */
    public int port() {
        return backend.port();
    }

    /** Waits until a tool call of that id is in the record, which is written when the answer is out. */
    public void awaitNoted(String toolCall) throws SQLException {
        await("SELECT FROM tool_calls WHERE clinic_id = '" + clinic + "' AND tool_call_id = ?", toolCall);
    }

    /** Waits until there is a row, asked for past this server. */
    public void await(String row, String parameter) throws SQLException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try (Connection owner = own.asOwner(clinic);
                PreparedStatement query = owner.prepareStatement(row)) {
            query.setString(1, parameter);
            while (true) {
                try (ResultSet found = query.executeQuery()) {
                    if (found.next()) {
                        return;
                    }
                }
                assertTrue(System.nanoTime() < end, "nothing was written: " + row);
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
    }

    private static boolean isRemembered(String statement) {
        return statement.contains("FROM clinic_webhooks")
                || statement.contains("FROM clinic_emrs")
                || statement.contains("FROM clinics c")
                || statement.contains("FROM platform_parts");
    }

    private static int portOf(String url) {
        return URI.create(DatabaseUrl.of(url).jdbcUrl().substring("jdbc:".length()))
                .getPort();
    }

    private DatabaseUrl through(int port) {
        DatabaseUrl direct = DatabaseUrl.of(own.url());
        return new DatabaseUrl(
                direct.jdbcUrl().replace(":" + portOf(own.url()) + "/", ":" + port + "/"),
                direct.user(),
                direct.password());
    }

    @Override
    public void close() {
        closing.close();
    }
}
