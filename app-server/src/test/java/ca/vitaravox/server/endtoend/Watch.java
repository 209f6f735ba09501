package ca.vitaravox.server.endtoend;

import ca.vitaravox.server.testing.OwnDatabase;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/** Looks all the time whether two calls have the same time of a provider, until it is closed. */
final class Watch implements AutoCloseable {
    private final AtomicLong most = new AtomicLong();
    private final AtomicLong looks = new AtomicLong();
    private final Thread thread;
    private volatile boolean over;

    Watch(OwnDatabase database, CrowdedClinic clinic) {
        thread = new Thread(() -> look(database, clinic), "watch");
        thread.start();
    }

    private void look(OwnDatabase database, CrowdedClinic clinic) {
        try (Books books = new Books(database, clinic)) {
            while (!over) {
                most.accumulateAndGet(books.soldTwiceNow(), Math::max);
                looks.incrementAndGet();
                books.pass(0.05);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Stops, and says how many pairs it saw at once at most. */
    long mostSoldTwice() {
        stop();
        if (looks.get() == 0) {
            throw new AssertionError("nobody looked");
        }
        return most.get();
    }

    private void stop() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
