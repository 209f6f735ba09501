package ca.vitaravox.bench.contender;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that says on which port it listens. Ended, and killed if it does not end, when closed. */
final class Child implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("listens on .*:([0-9]+)");
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
    private final int port;
    private final Duration start;

    private Child(Process process, int port, Duration start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /** Starts it and waits until it listens. */
    static Child start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(key -> key.startsWith("VITARAVOX_") || key.equals("DATABASE_URL"));
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        Process process = builder.start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listens = LISTENS.matcher(line);
            if (listens.find()) {
                Duration start = Duration.ofNanos(System.nanoTime() - begun);
                forgetRest(output);
                return new Child(process, Integer.parseInt(listens.group(1)), start);
            }
            seen.append(line).append('\n');
        }
        process.destroyForcibly();
        throw new IOException(command.get(0) + " ended and had said only:\n" + seen);
    }

    /** Read on, so that it is never kept from writing. */
    private static void forgetRest(BufferedReader output) {
        Thread reader = new Thread(() -> {
            try (output) {
                output.transferTo(Writer.nullWriter());
            } catch (IOException ended) {
                // so has the process
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    /** How long it took until it listened. */
    Duration start() {
        return start;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
