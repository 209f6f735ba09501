package ca.vitaravox.server.testing;

import ca.vitaravox.postgres.DatabaseLogin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The PostgreSQL that is installed on this machine, with all of its programs, on data of its own. */
public final class SystemPostgres implements AutoCloseable {
    /** Whom everybody is taken for. */
    public static final String SUPERUSER = "postgres";

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final List<String> NEEDED = List.of("postgres", "initdb", "pg_dump", "pg_restore", "psql");
    private static final int OLDEST = 15;
    private static final int NOBODY = 65534;
    private static final int PATIENCE_SECONDS = 60;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Path folder;
    private final Process process;
    private final int port;

    private SystemPostgres(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** The folder of the newest one's programs. */
    public static Optional<Path> programs() {
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.filter(each -> each.getFileName().toString().matches("[0-9]+") && number(each) >= OLDEST)
                    .max(Comparator.comparingInt(SystemPostgres::number))
                    .map(each -> each.resolve("bin"))
                    .filter(bin -> NEEDED.stream().allMatch(each -> Files.isExecutable(bin.resolve(each))));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static int number(Path version) {
        return Integer.parseInt(version.getFileName().toString());
    }

    /** Starts one that believes whoever connects. */
    public static SystemPostgres start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of("/var/tmp"), "vitaravox-test");
        if (isRoot()) {
            Files.setAttribute(folder, "unix:uid", NOBODY);
        }
        String data = folder.resolve("data").toString();
        if (command("initdb", "-D", data, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--no-sync")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                != 0) {
            throw new IllegalStateException("initdb made no data folder");
        }
        int port = freePort();
        Process process = command(
                        "postgres",
                        "-D",
                        data,
                        "-p",
                        "" + port,
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=off")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        SystemPostgres started = new SystemPostgres(folder, process, port);
        started.await();
        return started;
    }

    private static ProcessBuilder command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to be root
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(programs().orElseThrow().resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(Path.of("/").toFile());
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private void await() {
        long begun = System.nanoTime();
        while (true) {
            try {
                connect(SUPERUSER).close();
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive() || System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new AssertionError("PostgreSQL does not start", notYet);
                }
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        }
    }

    /** A connection to this database, as the superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, "any");
    }

    /** How somebody logs in to this database. */
    public DatabaseLogin login(String database, String user) {
        return new DatabaseLogin(jdbcUrl(database), user, Optional.of("any"));
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Where it is, as its own programs take it. */
    public String address(String user) {
        return "postgresql://" + user + "@127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | InterruptedException left) {
            throw new IllegalStateException("the data folder " + folder + " is left", left);
        }
    }
}
