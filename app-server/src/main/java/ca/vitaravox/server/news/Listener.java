package ca.vitaravox.server.news;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to news on a thread of its own until it is closed; when nothing can be heard it says so, and tries again.
 * Thread-safe.
 */
public final class Listener implements AutoCloseable {
    /** How long to wait for news at a time, at most. */
    public static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Supplier<Ear> ears;
    private final Consumer<Boolean> hears;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Listener(String name, Supplier<Ear> ears, Consumer<Boolean> hears) {
        this.ears = ears;
        this.hears = hears;
        this.thread = new Thread(this::listen, name);
    }

    /** Hears news for one thread, until nothing can be heard any more; then another is needed. */
    public interface Ear extends AutoCloseable {
        /** Waits for news, {@link #SILENCE} at most, and tells them; throws when nothing can be heard any more. */
        void listen();

        @Override
        void close();

        /** An ear that listens and closes in these ways. */
        static Ear of(Runnable listen, Runnable close) {
            return new Ear() {
                @Override
                public void listen() {
                    listen.run();
                }

                @Override
                public void close() {
                    close.run();
                }
            };
        }
    }

    /**
     * Begins to listen.
     *
     * @param name of the thread, and in the log
     * @param ears opens an ear; throws where nothing can be heard
     * @param hears told whether news can be heard, whenever that changes
     */
    public static Listener start(String name, Supplier<Ear> ears, Consumer<Boolean> hears) {
        Listener listener = new Listener(name, ears, hears);
        listener.thread.setDaemon(true);
        listener.thread.start();
        return listener;
    }

    private void listen() {
        boolean over = false;
        while (!over) {
            try (Ear ear = ears.get()) {
                hears.accept(true);
                while (closed.getCount() > 0) {
                    ear.listen();
                }
            } catch (RuntimeException deaf) {
                LOG.warn("{} cannot be heard; trying again until they can", thread.getName(), deaf);
            }
            hears.accept(false);
            over = waited();
        }
    }

    private boolean waited() {
        try {
            return closed.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
