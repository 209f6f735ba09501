package ca.vitaravox.bench.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** What Linux knows of a process. */
public final class Proc {
    private static final long TICK_NANOS = 10_000_000;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private Proc() {}

    /** The processors' time it has had, of all its threads, those that ended included. */
    public static Duration cpu(long pid) {
        return times(pid, USER, SYSTEM);
    }

    /** The same, and that of its children that ended. */
    public static Duration cpuWithEnded(long pid) {
        return times(pid, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM);
    }

    private static Duration times(long pid, int... which) {
        String stat = read(pid, "stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Duration.ofNanos(TICK_NANOS
                * Arrays.stream(which)
                        .mapToLong(each -> Long.parseLong(fields[each]))
                        .sum());
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
