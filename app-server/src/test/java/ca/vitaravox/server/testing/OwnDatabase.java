package ca.vitaravox.server.testing;

import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.DatabaseLogin;
import ca.vitaravox.postgres.Migrations;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.demo.DataFolder;
import ca.vitaravox.server.demo.EmbeddedDatabase;
import ca.vitaravox.server.serve.Closing;
import ca.vitaravox.server.serve.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;

/** An embedded PostgreSQL of one test's own, with our tables in it and no server on it yet. */
public final class OwnDatabase implements AutoCloseable {
    private final Closing closing = new Closing();
    private final EmbeddedDatabase postgres;
    private final Database database;

    private OwnDatabase(Path empty) throws IOException {
        DataFolder folder = closing.add(DataFolder.open(Folders.ready(empty)));
        postgres = closing.add(EmbeddedDatabase.start(folder));
        Migrations.run(postgres.asOwner().login());
        database = closing.add(open(2));
    }

    /** Starts it in an empty folder. */
    public static OwnDatabase start(Path empty) throws IOException {
        return new OwnDatabase(empty);
    }

    /** Ours, with few connections. */
    public Database database() {
        return database;
    }

    /** Opened once more, as another server does; to be closed by the caller. */
    public Database open(int connections) {
        return Databases.open(postgres.asApplication(), connections, InstantSource.system());
    }

    /** What {@code DATABASE_URL} is for a server on it. */
    public String url() {
        DatabaseUrl url = postgres.asApplication();
        return url.jdbcUrl() + "?user=" + url.user() + "&password="
                + url.password().map(Secret::value).orElseThrow();
    }

    /** A connection past all of our code: as the tables' owner, within one clinic. */
    public Connection asOwner(String clinic) throws SQLException {
        DatabaseLogin owner = postgres.asOwner().login();
        Connection connection = DriverManager.getConnection(
                owner.jdbcUrl(), owner.user(), owner.password().orElseThrow());
        try (Statement setting = connection.createStatement()) {
            setting.execute("SELECT set_config('vitaravox.clinic_id', '" + clinic + "', false)");
        }
        return connection;
    }

    @Override
    public void close() {
        closing.close();
    }
}
