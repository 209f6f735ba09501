package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.Migrations;
import ca.vitaravox.server.Main;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.Databases;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.SystemPostgres;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A backup is made, cannot be read without its key, and is restored with trails that verify; by the scripts we give out. */
class BackupIT {
    private static final Path SCRIPTS =
            Path.of("../deploy/backup").toAbsolutePath().normalize();
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    private record Ran(int status, String said) {}

    @BeforeAll
    static void needed() {
        boolean there = SystemPostgres.programs().isPresent()
                && Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "age")));
        String why = "no PostgreSQL server with its programs, or no age, is installed: install both"
                + " (apt-get install postgresql age) to have backups tested";
        if (!there) {
            LoggerFactory.getLogger(BackupIT.class).warn("BackupIT is left out: {}", why);
        }
        assumeTrue(there, why);
    }

    @Test
    void a_backup_is_unreadable_without_its_key_and_restores_with_trails_that_verify() throws Exception {
        try (SystemPostgres postgres = SystemPostgres.start()) {
            prepare(postgres);
            callSomebody(postgres);
            Path key =
                    run(Map.of(), "age-keygen", "-o", folder.resolve("key.txt").toString())
                                            .status()
                                    == 0
                            ? folder.resolve("key.txt")
                            : Path.of("none");
            Path recipients = folder.resolve("recipients.txt");
            Files.writeString(
                    recipients,
                    run(Map.of(), "age-keygen", "-y", key.toString()).said());

            Ran made = run(
                    Map.of("BACKUP_DATABASE_URL", postgres.address("vitaravox_backup") + "/vitaravox"),
                    SCRIPTS.resolve("backup").toString(),
                    folder.resolve("backups").toString(),
                    recipients.toString());

            assertEquals(0, made.status(), made.said());
            Path backup = Path.of(made.said().strip());
            String bytes = Files.readString(backup, StandardCharsets.ISO_8859_1);
            assertTrue(bytes.startsWith("age-encryption.org/"), "not encrypted");
            assertFalse(bytes.contains("PGDMP") || bytes.contains("clinics"), "not encrypted");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));

            Ran drilled = drill(postgres, backup, key);
            assertEquals(0, drilled.status(), drilled.said());
            assertTrue(drilled.said().contains("can be restored: 1 clinics, all trails verify"), drilled.said());
            assertEquals(List.of("postgres", "vitaravox"), databases(postgres), "the drill cleans up after itself");

            Path wrong = folder.resolve("wrong.txt");
            run(Map.of(), "age-keygen", "-o", wrong.toString());
            assertNotEquals(0, drill(postgres, backup, wrong).status());

            Path cut = folder.resolve("cut.age");
            byte[] whole = Files.readAllBytes(backup);
            Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
            assertNotEquals(0, drill(postgres, cut, key).status());

            tamper(postgres);
            Path after = Path.of(run(
                            Map.of("BACKUP_DATABASE_URL", postgres.address("vitaravox_backup") + "/vitaravox"),
                            SCRIPTS.resolve("backup").toString(),
                            folder.resolve("tampered").toString(),
                            recipients.toString())
                    .said()
                    .strip());
            Ran found = drill(postgres, after, key);
            assertNotEquals(0, found.status());
            assertTrue(found.said().contains("do not verify"), found.said());
            assertEquals(List.of("postgres", "vitaravox"), databases(postgres), "the drill cleans up after itself");
        }
    }

    private static void prepare(SystemPostgres postgres) throws SQLException {
        execute(
                postgres,
                "postgres",
                "CREATE ROLE vitaravox_owner LOGIN CREATEROLE",
                "CREATE ROLE vitaravox_app",
                "CREATE ROLE vitaravox_server LOGIN IN ROLE vitaravox_app",
                "CREATE ROLE vitaravox_backup LOGIN BYPASSRLS IN ROLE pg_read_all_data",
                "CREATE DATABASE vitaravox OWNER vitaravox_owner");
        Migrations.run(postgres.login("vitaravox", "vitaravox_owner"));
    }

    /** So that there is something to lose. */
    private static void callSomebody(SystemPostgres postgres) {
        ServerConfig config = TestServer.config();
        DatabaseUrl url = new DatabaseUrl(
                postgres.login("vitaravox", "vitaravox_server").jdbcUrl(),
                "vitaravox_server",
                Optional.of(new Secret("any")));
        try (Database database = Databases.open(url, 4, InstantSource.system());
                Backend backend = Backend.start(config, database, InstantSource.system())) {
            TestClinic clinic = TestClinic.open(database, "kept", 1);
            Phone phone = new Phone(backend.port(), clinic.phoneOf(1), clinic.number());
            assertTrue(phone.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}")
                    .path("success")
                    .asBoolean());
        }
    }

    private static void tamper(SystemPostgres postgres) throws SQLException {
        execute(
                postgres,
                "vitaravox",
                "SET session_replication_role = replica",
                "UPDATE audit SET at = at + interval '1 minute' WHERE position = 1");
    }

    private static void execute(SystemPostgres postgres, String database, String... statements) throws SQLException {
        try (Connection connection = postgres.connect(database);
                Statement sql = connection.createStatement()) {
            for (String each : statements) {
                sql.execute(each);
            }
        }
    }

    private static List<String> databases(SystemPostgres postgres) throws SQLException {
        try (Connection connection = postgres.connect("postgres");
                Statement sql = connection.createStatement();
                var rows = sql.executeQuery(
                        "SELECT string_agg(datname, ' ' ORDER BY datname) FROM pg_database WHERE NOT datistemplate")) {
            rows.next();
            return List.of(rows.getString(1).split(" "));
        }
    }

    private Ran drill(SystemPostgres postgres, Path backup, Path key) throws IOException, InterruptedException {
        Path program = folder.resolve("vitaravox");
        if (!Files.exists(program)) {
            Files.writeString(
                    program,
                    "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                            + "' -Djava.time.zone.DefaultZoneRulesProvider=ca.vitaravox.server.time.BundledZones -cp '"
                            + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            + "' "
                            + Main.class.getName() + " \"$@\"\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        }
        return run(
                Map.of(
                        "DRILL_SERVER_URL",
                        postgres.address(SystemPostgres.SUPERUSER),
                        "DRILL_APPLICATION",
                        "vitaravox_server:any",
                        "VITARAVOX",
                        program.toString()),
                SCRIPTS.resolve("drill").toString(),
                backup.toString(),
                key.toString());
    }

    private static Ran run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment()
                .compute("PATH", (name, path) -> SystemPostgres.programs().orElseThrow() + ":" + path);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(
                process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS),
                () -> Stream.of(command).toList() + " does not end");
        return new Ran(process.exitValue(), said);
    }
}
