package ca.vitaravox.server.endtoend;

import ca.vitaravox.server.Main;
import ca.vitaravox.server.testing.ChildProcess;
import ca.vitaravox.server.testing.OwnDatabase;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** {@code vitaravox serve} as a process of its own. Killed (SIGKILL) when closed. */
final class ServeProcess implements AutoCloseable {
    private final ChildProcess process;
    private OptionalInt port = OptionalInt.empty();

    private ServeProcess(ChildProcess process) {
        this.process = process;
    }

    /** Starts one; it takes calls once its {@link #port} is known. */
    static ServeProcess on(OwnDatabase database) throws IOException {
        return on(database, Map.of());
    }

    /** The same, set up so. */
    static ServeProcess on(OwnDatabase database, Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>(usual(database));
        environment.putAll(settings);
        return new ServeProcess(ChildProcess.run(Main.class, environment, "serve"));
    }

    private static Map<String, String> usual(OwnDatabase database) {
        return Map.of(
                "DATABASE_URL",
                database.url(),
                "VITARAVOX_WEBHOOK_SECRET",
                TestServer.SECRET,
                "VITARAVOX_JWT_SECRET",
                TestServer.JWT_SECRET,
                "VITARAVOX_ENCRYPTION_KEYS",
                TestServer.ENCRYPTION_KEYS,
                "VITARAVOX_RATE_PER_NUMBER",
                "100000",
                "VITARAVOX_RATE_PER_CLINIC",
                "100000",
                "VITARAVOX_LOG_FORMAT",
                "json",
                "VITARAVOX_POOL_SIZE",
                "16",
                "VITARAVOX_PORT",
                "0",
                "VITARAVOX_WEBHOOK_AUTH",
                "either");
    }

    /** Asks it to end, as an administrator does (SIGTERM), and waits until it has. */
    int end() throws InterruptedException {
        process.terminate();
        return process.exitCode();
    }

    /** Where it listens; waits until it does. */
    synchronized int port() {
        if (port.isEmpty()) {
            String message = Phone.read(process.lineWith(line -> line.contains("listens on")))
                    .get("message")
                    .asText();
            port = OptionalInt.of(Integer.parseInt(message.substring(message.lastIndexOf(':') + 1)));
            process.ignoreRest();
        }
        return port.getAsInt();
    }

    /** Ends it as if its plug were pulled. */
    void kill() {
        process.close();
    }

    @Override
    public void close() {
        kill();
    }
}
