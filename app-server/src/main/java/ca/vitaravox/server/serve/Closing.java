package ca.vitaravox.server.serve;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.LoggerFactory;

/**
 * What has to be closed, the last opened first, each once. A part that does not close keeps no other from closing.
 * Thread-safe: whoever comes second waits for the first.
 */
public final class Closing implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /** Nothing to be closed yet. */
    public Closing() {}

    /** Nothing to be closed yet; what is added is closed when the process is asked to end (SIGTERM, SIGINT). */
    public static Closing atEndOfProcess() {
        Closing closing = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "closing"));
        return closing;
    }

    /** Adds what was just opened, and returns it. */
    public synchronized <T extends AutoCloseable> T add(T opened) {
        open.push(opened);
        return opened;
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            AutoCloseable next = open.pop();
            try {
                next.close();
            } catch (Exception broken) {
                LoggerFactory.getLogger(Closing.class)
                        .warn("{} did not close", next.getClass().getSimpleName(), broken);
            }
        }
    }
}
