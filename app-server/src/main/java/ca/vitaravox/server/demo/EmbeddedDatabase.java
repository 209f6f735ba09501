package ca.vitaravox.server.demo;

import ca.vitaravox.postgres.DatabaseLogin;
import ca.vitaravox.postgres.NewServer;
import ca.vitaravox.postgres.UnfitDatabaseException;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.config.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A real PostgreSQL 17 that the program brings along, its data durable in a {@link DataFolder}. It listens on the
 * loopback, at a free port, and asks everybody for a password.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    static final String DATABASE = "vitaravox";
    static final String SUPERUSER = "postgres";
    static final String OWNER = "vitaravox_owner";
    static final String APPLICATION = "vitaravox_server";

    private static final Duration STARTUP = Duration.ofSeconds(20);

    /** A new cluster trusts everybody on the machine. */
    private static final String PASSWORDS_ONLY = """
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final EmbeddedPostgres postgres;
    private final RolePasswords passwords;

    private EmbeddedDatabase(EmbeddedPostgres postgres, RolePasswords passwords) {
        this.postgres = postgres;
        this.passwords = passwords;
    }

    /**
     * Starts it, with roles and an empty database if they are not there. What a killed process left running on the same
     * data is stopped first.
     *
     * @throws Refused if it does not start
     */
    public static EmbeddedDatabase start(DataFolder folder) {
        try {
            RolePasswords passwords = RolePasswords.in(folder.roles());
            Orphan.stop(folder.cluster());
            EmbeddedPostgres postgres = startOrRetry(folder, passwords);
            EmbeddedDatabase database = new EmbeddedDatabase(postgres, passwords);
            database.prepare(folder.cluster().resolve("pg_hba.conf"));
            return database;
        } catch (IOException | IllegalStateException | UnfitDatabaseException broken) {
            String hint = "root".equals(System.getProperty("user.name"))
                    ? " Root needs the command `unshare -U` or `setpriv` for it; where neither is allowed, use another user."
                    : "";
            throw new Refused(
                    "The embedded PostgreSQL does not start: see " + folder.postgresLog() + "." + hint, broken);
        }
    }

    /** A start after a crash can fail while the remains of the last run are being cleared; the next one does not. */
    private static EmbeddedPostgres startOrRetry(DataFolder folder, RolePasswords passwords) throws IOException {
        try {
            return startOnce(folder, passwords);
        } catch (IOException | IllegalStateException first) {
            if (AsNobody.isNeeded()) {
                AsNobody.arrange(folder.binaries(), folder.cluster());
            }
            return startOnce(folder, passwords);
        }
    }

    private static EmbeddedPostgres startOnce(DataFolder folder, RolePasswords passwords) throws IOException {
        Path log = folder.postgresLog();
        if (!Files.exists(log)) {
            Files.createFile(log);
            DataFolder.keepPrivate(log, "rw-------");
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.cluster())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setConnectConfig("password", passwords.superuser().value())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "50")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("password_encryption", "scram-sha-256")
                // its log names no rows: neither statements nor the values in the details of errors
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .start();
        // the library lets everybody write there
        DataFolder.keepPrivate(folder.binaries(), "rwxr-xr-x");
        return postgres;
    }

    private void prepare(Path loginRules) throws IOException {
        if (!Files.readString(loginRules).equals(PASSWORDS_ONLY)) {
            Files.writeString(loginRules, PASSWORDS_ONLY);
        }
        String superuser = passwords.superuser().value();
        try (NewServer server =
                NewServer.as(new DatabaseLogin(jdbcUrl(SUPERUSER), SUPERUSER, Optional.of(superuser)))) {
            server.password(SUPERUSER, superuser)
                    .login(OWNER, passwords.owner().value())
                    .login(APPLICATION, passwords.application().value())
                    .application(APPLICATION)
                    .database(DATABASE, OWNER)
                    .reload();
        }
    }

    /** The database as its owner sees it, for migrations. */
    public DatabaseUrl asOwner() {
        return as(OWNER, passwords.owner());
    }

    /** The database as the application sees it, bound by row security. */
    public DatabaseUrl asApplication() {
        return as(APPLICATION, passwords.application());
    }

    private DatabaseUrl as(String role, Secret password) {
        return new DatabaseUrl(jdbcUrl(DATABASE), role, Optional.of(password));
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
