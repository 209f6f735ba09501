package ca.vitaravox.server.emr;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrNews;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a switchboard what changed, on a thread of its own; when it can hear nothing it says so, and tries again. */
public final class EmrListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmrListener.class);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final EmrSwitchboard emrs;
    private final Supplier<EmrNews> source;
    private final Consumer<ClinicId> changed;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::listen, "emr-news");

    private EmrListener(EmrSwitchboard emrs, Supplier<EmrNews> source, Consumer<ClinicId> changed) {
        this.emrs = emrs;
        this.source = source;
        this.changed = changed;
    }

    /**
     * Listens until it is closed.
     *
     * @param also told of the clinics whose settings changed, after the switchboard
     */
    public static EmrListener start(EmrSwitchboard emrs, Supplier<EmrNews> source, Consumer<ClinicId> also) {
        EmrListener listener = new EmrListener(emrs, source, also);
        listener.thread.setDaemon(true);
        listener.thread.start();
        return listener;
    }

    private void listen() {
        boolean over = false;
        while (!over) {
            try (EmrNews news = source.get()) {
                emrs.hears(true);
                while (closed.getCount() > 0) {
                    news.await(SILENCE).forEach(this::tell);
                }
            } catch (RuntimeException deaf) {
                LOG.warn("changes of EMRs cannot be heard: settings are read at every question until they can", deaf);
            }
            emrs.hears(false);
            over = waited();
        }
    }

    private void tell(ClinicId clinic) {
        emrs.changed(clinic);
        changed.accept(clinic);
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
