package ca.vitaravox.server.news;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clinics in which this server changed something that open pages show, passed on a few times a second: a call that
 * writes neither waits for that nor does it more than once. Thread-safe.
 */
public final class ChangedClinics implements Consumer<ClinicId>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangedClinics.class);
    private static final Duration PERIOD = Duration.ofMillis(200);

    private final Set<ClinicId> changed = ConcurrentHashMap.newKeySet();
    private final Consumer<Set<ClinicId>> everybody;
    private final Consumer<ClinicId> here;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "changed-clinics");
        thread.setDaemon(true);
        return thread;
    });

    private ChangedClinics(Consumer<Set<ClinicId>> everybody, Consumer<ClinicId> here) {
        this.everybody = everybody;
        this.here = here;
    }

    /**
     * Begins to pass them on.
     *
     * @param everybody tells all servers, this one too
     * @param here tells this one, if all cannot be told
     */
    public static ChangedClinics start(Consumer<Set<ClinicId>> everybody, Consumer<ClinicId> here) {
        ChangedClinics clinics = new ChangedClinics(everybody, here);
        clinics.rounds.scheduleWithFixedDelay(
                clinics::pass, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return clinics;
    }

    /** Something changed in a clinic. */
    @Override
    public void accept(ClinicId clinic) {
        changed.add(clinic);
    }

    private void pass() {
        Set<ClinicId> taken = Set.copyOf(changed);
        if (taken.isEmpty()) {
            return;
        }
        changed.removeAll(taken);
        try {
            everybody.accept(taken);
        } catch (RuntimeException untold) {
            LOG.warn("other servers are not told of what changed; they look by themselves: {}", untold.getMessage());
            taken.forEach(here);
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
