package ca.vitaravox.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that outlived the process it was started by. */
final class Orphan {
    private static final String PID_FILE = "postmaster.pid";
    private static final int PATIENCE_SECONDS = 10;

    private Orphan() {}

    /** Stops the PostgreSQL that still runs on this data, if one does; nothing but a PostgreSQL is ever stopped. */
    static void stop(Path cluster) throws IOException {
        Path pidFile = cluster.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("[1-9][0-9]{0,9}")) {
            return;
        }
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> isPostgresOn(process, cluster))
                .ifPresent(Orphan::stop);
    }

    private static boolean isPostgresOn(ProcessHandle process, Path cluster) {
        boolean postgres = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        boolean here = process.info()
                .commandLine()
                .map(line -> line.contains(cluster.toString()))
                .orElse(true);
        return postgres && here;
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stillThere) {
            throw new IllegalStateException("a PostgreSQL of an earlier run does not end", stillThere);
        }
    }
}
