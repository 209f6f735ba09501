package ca.vitaravox.bench.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What Linux knows of a process. */
final class Proc {
    private static final long TICK_NANOS = 10_000_000;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private Proc() {}

    /** The processors' time it has had, of all its threads, those that ended included. */
    static Duration cpu(long pid) {
        String stat = read(pid, "stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Duration.ofNanos(TICK_NANOS * (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])));
    }

    /** Its resident memory, in MiB. */
    static long residentMiB(long pid) {
        return Stream.of(read(pid, "status").split("\n"))
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
