package ca.vitaravox.server.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A JVM of its own with the tests' class path. Killed when closed. */
public final class ChildProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final int LONGEST_SECONDS = Scale.FULL ? 4 * 60 * 60 : 600;

    private final Process process;
    private final BufferedReader output;

    private ChildProcess(Process process) {
        this.process = process;
        process.onExit().orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Runs a main class; what it writes to both its outputs is read by {@link #lineWith}. */
    public static ChildProcess run(Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Scale.FULL ? "-XX:+UseSerialGC" : "-XX:TieredStopAtLevel=1", // short runs are over before C2 pays
                "-Dlogback.configurationFile=logback.xml", // not that of the tests
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(key -> key.startsWith("VITARAVOX_") || key.equals("DATABASE_URL"));
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start());
    }

    /** The next line it writes that is such a line; fails if it ends before. */
    public String lineWith(Predicate<String> wanted) {
        List<String> seen = new ArrayList<>();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (wanted.test(line)) {
                    return line;
                }
                seen.add(line);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        throw new AssertionError("the process ended and had written only:\n" + String.join("\n", seen));
    }

    /** Everything it still writes until it ends. */
    public List<String> rest() {
        return output.lines().toList();
    }

    /** Reads on what it writes, and forgets it, so that it is never kept from writing. */
    public void ignoreRest() {
        Thread reader = new Thread(() -> {
            try {
                output.transferTo(Writer.nullWriter());
            } catch (IOException ended) {
                // so has the process
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    /** Its exit code, once it has ended by itself. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the process does not end");
        }
        return process.exitValue();
    }

    /** Asks it to end, as an administrator does (SIGTERM); what it wrote can still be read. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Ends it at once (SIGKILL). */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
