package ca.vitaravox.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.testing.ChildProcess;
import ca.vitaravox.server.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    @TempDir
    private Path directory;

    @Test
    void data_and_passwords_survive_a_restart_and_the_settings_are_durable() throws IOException, SQLException {
        Folders.ready(directory);
        try (DataFolder folder = DataFolder.open(directory)) {
            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
                assertEquals("", ask(database.asOwner(), "create table kept (what text)"));
                assertEquals("", ask(database.asOwner(), "insert into kept values ('É')"));
            }
            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
                assertEquals("É", ask(database.asOwner(), "select what from kept where what ilike 'é'"));
                assertEquals("on", ask(database.asOwner(), "show fsync"));
                assertEquals("on", ask(database.asOwner(), "show synchronous_commit"));
                assertTrue(ask(database.asOwner(), "show server_version").startsWith("17."));
                assertEquals("t", ask(database.asOwner(), "create extension btree_gist; select true"));
                nobody_gets_in_without_a_password(database);
                the_application_is_bound_by_row_security(database);
            }
        }
    }

    private void nobody_gets_in_without_a_password(EmbeddedDatabase database) {
        for (String role : new String[] {"postgres", EmbeddedDatabase.OWNER, EmbeddedDatabase.APPLICATION}) {
            assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(database.asOwner().jdbcUrl(), role, "wrong")
                            .close());
        }
    }

    private void the_application_is_bound_by_row_security(EmbeddedDatabase database) throws SQLException {
        assertEquals(
                "f",
                ask(
                        database.asApplication(),
                        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"));
    }

    @Test
    void a_postgres_that_outlived_its_process_is_stopped() throws IOException, SQLException, InterruptedException {
        Folders.ready(directory);
        try (ChildProcess dying = ChildProcess.run(AbandonedDatabase.class, Map.of(), directory.toString())) {
            assertEquals(9, dying.exitCode(), () -> String.join("\n", dying.rest()));
        }
        Path pidFile = directory.resolve("pg17/postmaster.pid");
        long orphan = Long.parseLong(Files.readAllLines(pidFile).get(0));
        assertTrue(ProcessHandle.of(orphan).isPresent());

        try (DataFolder folder = DataFolder.open(directory);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertEquals("1", ask(database.asOwner(), "select 1"));
            assertTrue(ProcessHandle.of(orphan).isEmpty());
        }
    }

    @Test
    void root_without_user_namespaces_has_nobody_run_it() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self"))
                && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")));
        Path programs = Files.createDirectory(directory.resolve("bin"));
        Path refusing = Files.writeString(programs.resolve("unshare"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(refusing, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = directory.resolve("data");
        Path place = AsNobody.placeFor(data);
        try (ChildProcess process = ChildProcess.run(
                AbandonedDatabase.class,
                Map.of("PATH", programs + ":" + System.getenv("PATH")),
                data.toString(),
                "stop")) {
            assertEquals(0, process.exitCode(), () -> String.join("\n", process.rest()));
            assertFalse(Files.exists(place.resolve("pg17")), "wiped");
            assertTrue(Files.exists(place.resolve("postgresql")));
        } finally {
            try (Stream<Path> files = Files.walk(place)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    @Test
    void a_folder_is_used_by_one_demo_at_a_time() throws IOException {
        try (DataFolder folder = DataFolder.open(directory)) {
            Refused second = assertThrows(Refused.class, () -> DataFolder.open(directory));
            assertTrue(second.getMessage().startsWith("Another demo is using " + folder), second::getMessage);
        }
        DataFolder.open(directory).close();
    }

    @Test
    void a_folder_with_something_else_in_it_is_refused() throws IOException {
        Files.writeString(directory.resolve("thesis.txt"), "x");

        assertThrows(Refused.class, () -> DataFolder.open(directory));
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");

        Refused refused = assertThrows(Refused.class, () -> DataFolder.open(file.resolve("below")));
        assertTrue(refused.getMessage().contains("cannot be written"));
    }

    @Test
    void wiping_leaves_what_is_not_the_demos() throws IOException {
        try (DataFolder folder = DataFolder.open(directory)) {
            Files.createDirectories(folder.cluster().resolve("base"));
            Files.writeString(folder.cluster().resolve("base/1"), "x");
            RolePasswords.in(folder.roles());
            Files.writeString(directory.resolve("notes.txt"), "mine");

            folder.wipe();

            assertFalse(Files.exists(folder.cluster()));
            assertFalse(Files.exists(folder.roles()));
            assertEquals("mine", Files.readString(directory.resolve("notes.txt")));
        }
    }

    @Test
    void passwords_are_random_kept_and_readable_by_their_owner_alone() throws IOException {
        try (DataFolder folder = DataFolder.open(directory)) {
            RolePasswords made = RolePasswords.in(folder.roles());

            assertEquals(made, RolePasswords.in(folder.roles()));
            assertFalse(made.owner().equals(made.application()));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.roles())));
        }
    }

    private static String ask(DatabaseUrl url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        url.jdbcUrl(),
                        url.user(),
                        url.password().map(Secret::value).orElse(""));
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows && statement.getUpdateCount() >= 0) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = rows ? statement.getResultSet() : null) {
                return result != null && result.next() ? result.getString(1) : "";
            }
        }
    }
}
