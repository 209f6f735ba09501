package ca.vitaravox.server.emr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicNews;
import ca.vitaravox.ports.clinic.EmrInUse;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.server.news.Listener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EmrListenerTest {
    private static final ClinicId CLINIC = new ClinicId("maple-street");
    private static final long PATIENCE_SECONDS = 30;

    private static final class NoSettings implements ClinicEmrs {
        @Override
        public EmrInUse emr(ClinicId clinic) {
            return new EmrInUse(EmrSettings.DEMO, Optional.empty());
        }

        @Override
        public void change(ClinicId clinic, UnaryOperator<EmrSettings> change, Instant at) {
            throw new UnsupportedOperationException();
        }
    }

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final CountDownLatch silent = new CountDownLatch(1);
    private final BlockingQueue<ClinicId> told = new LinkedBlockingQueue<>();

    /** The first breaks off, the second tells of one change and then of nothing. */
    private ClinicNews open() {
        boolean first = opened.incrementAndGet() == 1;
        AtomicInteger asked = new AtomicInteger();
        return new ClinicNews() {
            @Override
            public List<ClinicId> await(Duration atMost) {
                if (first) {
                    throw new IllegalStateException("the connection is gone");
                }
                return asked.incrementAndGet() == 1 ? List.of(CLINIC) : nothing();
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    private List<ClinicId> nothing() {
        try {
            silent.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    @Test
    void who_can_hear_nothing_any_more_listens_anew() throws InterruptedException {
        EmrSwitchboard emrs = new EmrSwitchboard(
                new NoSettings(),
                new EmrKinds(new ClinicEmr(null, null), Map.of()),
                InstantSource.system(),
                new DemoOnly());
        Listener listener = EmrListener.start(emrs, this::open, told::add);
        assertEquals(CLINIC, told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        listener.close();
        silent.countDown();

        assertEquals(2, opened.get());
        assertTrue(closed.get() >= 1);
    }
}
