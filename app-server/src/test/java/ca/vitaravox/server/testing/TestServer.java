package ca.vitaravox.server.testing;

import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.Migrations;
import ca.vitaravox.server.clinic.AesGcmEnvelope;
import ca.vitaravox.server.config.ConfigReader;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.demo.DataFolder;
import ca.vitaravox.server.demo.EmbeddedDatabase;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.Closing;
import ca.vitaravox.server.serve.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/** One server over one embedded PostgreSQL, for all tests of this JVM. Tests make clinics of their own. */
public final class TestServer {
    /** The webhook's secret. */
    public static final String SECRET = "f3c1d9a07be25846ac90de17b34f8825";

    /** What logins are signed with. */
    public static final String JWT_SECRET = "9c41f7be20d58a63e7f01b94c82d6a35";

    /** What second factors are sealed under. */
    public static final String ENCRYPTION_KEYS = "k1:Ww/SqG4xx5Tyih134JNMuGoV4v0MSbeDPpLBpvRdCBs=";

    /** Who knows it may read the figures. */
    public static final String METRICS_TOKEN = "5d0be1c7f2a94386ab71e05c9d48f613";

    private static final int CONNECTIONS = 10;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final EmbeddedDatabase postgres;
    private final Database database;
    private final Backend backend;

    private TestServer() throws IOException {
        Closing closing = Closing.atEndOfProcess();
        Path parent = Files.createDirectories(Path.of("target", "test-data"));
        DataFolder folder = closing.add(DataFolder.open(Folders.ready(Files.createTempDirectory(parent, "it"))));
        closing.add(folder::wipe);
        postgres = closing.add(EmbeddedDatabase.start(folder));
        Migrations.run(postgres.asOwner().login());
        database = closing.add(Databases.open(postgres.asApplication(), CONNECTIONS, InstantSource.system()));
        backend = closing.add(Backend.start(config(), database, InstantSource.system()));
    }

    /** The server; started when it is first asked for, stopped with the JVM. */
    public static TestServer running() {
        return Holder.SERVER;
    }

    /**
     * How test servers are configured: any port, this secret, a signature or the secret itself, at any rate, and with as
     * much time to answer a tool call as may be given, since machines that run tests are busy.
     */
    public static ServerConfig config() {
        return config(Duration.ofSeconds(15));
    }

    /** The same, with that much time to answer a tool call. */
    public static ServerConfig config(Duration toolDeadline) {
        return ConfigReader.read(
                Map.of(
                        "VITARAVOX_RATE_PER_NUMBER",
                        "100000",
                        "VITARAVOX_RATE_PER_CLINIC",
                        "100000",
                        "VITARAVOX_TOOL_DEADLINE_MS",
                        Long.toString(toolDeadline.toMillis()),
                        "VITARAVOX_PORT",
                        "0",
                        "VITARAVOX_WEBHOOK_AUTH",
                        "either",
                        "VITARAVOX_WEBHOOK_SECRET",
                        SECRET,
                        "VITARAVOX_JWT_SECRET",
                        JWT_SECRET,
                        "VITARAVOX_ENCRYPTION_KEYS",
                        ENCRYPTION_KEYS,
                        "VITARAVOX_METRICS_TOKEN",
                        METRICS_TOKEN),
                Optional.empty());
    }

    /** What test servers seal with. */
    public static Envelope envelope() {
        return new AesGcmEnvelope(config().encryptionKeys().orElseThrow());
    }

    /** With what a command works on the same database as this server. */
    public Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "DATABASE_URL",
                asApplication().jdbcUrl() + "?user=" + asApplication().user() + "&password="
                        + asApplication().password().map(Secret::value).orElseThrow(),
                "VITARAVOX_WEBHOOK_SECRET",
                SECRET,
                "VITARAVOX_JWT_SECRET",
                JWT_SECRET,
                "VITARAVOX_ENCRYPTION_KEYS",
                ENCRYPTION_KEYS));
    }

    /** Its database. */
    public Database database() {
        return database;
    }

    /** Where its database is, for the application. */
    public DatabaseUrl asApplication() {
        return postgres.asApplication();
    }

    /** Where its database is, for its owner. */
    public DatabaseUrl asOwner() {
        return postgres.asOwner();
    }

    /** All it serves. */
    public List<String> routes() {
        return backend.routes();
    }

    /** Its port on the loopback. */
    public int port() {
        return backend.port();
    }

    /** The trail of access, in place of a clinic's. */
    public static final String ACCESS = "";

    /** What is in a clinic's trail, or in that of access, in order: action, subject or user, and result. */
    public List<String> trail(String clinic) {
        return told(
                clinic,
                clinic.equals(ACCESS)
                        ? "select concat_ws(' ', action, user_id, result) from access_trail order by position"
                        : "select concat_ws(' ', action, subject, result) from audit where clinic_id = '" + clinic
                                + "' order by position");
    }

    /** Who did what is in a clinic's trail: a job, or a user in a session. */
    public Set<String> actors(String clinic) {
        return new TreeSet<>(told(
                clinic,
                "select concat_ws(' ', job, user_id, session_id) from audit where clinic_id = '" + clinic + "'"));
    }

    /** Waits until so many tool calls are in a clinic's record, which are noted once they are answered. */
    public void awaitToolCalls(String clinic, int count) {
        String query = "select 1 from tool_calls where clinic_id = '" + clinic + "'";
        long begun = System.nanoTime();
        while (told(clinic, query).size() < count) {
            if (System.nanoTime() - begun > LONGEST_WAIT.toNanos()) {
                throw new AssertionError("not " + count + " tool calls in the record of " + clinic);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private List<String> told(String clinic, String query) {
        List<String> told = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        postgres.asOwner().login().jdbcUrl(),
                        postgres.asOwner().user(),
                        postgres.asOwner().login().password().orElseThrow());
                Statement sql = connection.createStatement()) {
            sql.execute("select set_config('vitaravox.clinic_id', '" + clinic + "', false)");
            sql.execute("select set_config('vitaravox.access', 'on', false)");
            try (ResultSet rows = sql.executeQuery(query)) {
                while (rows.next()) {
                    told.add(rows.getString(1));
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return told;
    }

    /**
     * The rows of every table of a clinic, counted as the owner with the clinic set; but for the figures that the server
     * sums up by itself.
     *
     * @return for each table, how many
     */
    public String rows(String clinic) {
        StringBuilder counts = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(
                        postgres.asOwner().login().jdbcUrl(),
                        postgres.asOwner().user(),
                        postgres.asOwner().login().password().orElseThrow());
                Statement sql = connection.createStatement()) {
            sql.execute("select set_config('vitaravox.clinic_id', '" + clinic + "', false)");
            try (ResultSet tables = connection
                    .createStatement()
                    .executeQuery("select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                            + " where c.relkind in ('r', 'p') and a.attname = 'clinic_id'"
                            + " and c.relname not in ('call_counts', 'counts_due')"
                            + " and c.relnamespace = 'public'::regnamespace order by 1")) {
                while (tables.next()) {
                    String table = tables.getString(1);
                    try (ResultSet count =
                            sql.executeQuery("select count(*) from " + table + " where clinic_id = '" + clinic + "'")) {
                        count.next();
                        counts.append(table)
                                .append('=')
                                .append(count.getLong(1))
                                .append('\n');
                    }
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return counts.toString();
    }

    private static final class Holder {
        private static final TestServer SERVER = start();

        private static TestServer start() {
            try {
                return new TestServer();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
