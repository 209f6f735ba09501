package ca.vitaravox.server.emr;

import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Marks work that must reach no EMR but the demo's, whatever a clinic's settings are when it gets there: what somebody
 * merely tries out. The mark goes along with what that work hands on. Thread-safe.
 */
public final class DemoOnly {
    private final ThreadLocal<Boolean> marked = new ThreadLocal<>();

    /** Nothing is marked yet. */
    public DemoOnly() {}

    /** Does marked work. */
    public <T> T during(Supplier<T> work) {
        boolean before = isMarked();
        marked.set(true);
        try {
            return work.get();
        } finally {
            if (!before) {
                marked.remove();
            }
        }
    }

    /** Runs work as the executor does, marked if whoever hands it on is. */
    public Executor following(Executor executor) {
        return work -> executor.execute(isMarked() ? () -> marked(work) : work);
    }

    private void marked(Runnable work) {
        during(() -> {
            work.run();
            return true;
        });
    }

    /** Whether this is marked work. */
    public boolean isMarked() {
        return marked.get() != null;
    }
}
