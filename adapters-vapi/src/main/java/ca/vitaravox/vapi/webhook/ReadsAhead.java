package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.call.CallStart;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Line;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the first questions of calls that begin read ahead, beside all else: once for each call, few at once, fewer of one
 * clinic. What would be more is dropped, for it is a favour: whoever asks later reads for themselves. Thread-safe.
 */
final class ReadsAhead {
    /** How many run or wait at most. */
    static final int AT_ONCE = 16;
    /** How many of one clinic: its EMR is there for callers who ask. */
    static final int OF_ONE_CLINIC = 3;
    /** After that long it has come too late to be of use. */
    static final Duration DEADLINE = Duration.ofSeconds(5);

    private static final int CALLS_REMEMBERED = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(ReadsAhead.class);

    private final CallStart starts;
    private final Executor executor;
    private final InstantSource clock;
    private final Set<Call> begun = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Call, Boolean> oldest) {
            return size() > CALLS_REMEMBERED;
        }
    });
    private final Map<ClinicId, Integer> running = new HashMap<>();
    private int all;

    ReadsAhead(CallStart starts, Executor executor, InstantSource clock) {
        this.starts = starts;
        this.executor = executor;
        this.clock = clock;
    }

    private record Call(ClinicId clinic, CallId id) {}

    /** Begins to read ahead for a call, unless that was begun before or there is too much to do; waits for nothing. */
    void begin(Line line, CallId id, Origin origin) {
        if (!placed(new Call(line.clinic(), id))) {
            return;
        }
        CallContext call = new CallContext(
                line.clinic(),
                id,
                origin.caller(),
                origin.language().orElse(line.language()),
                new Deadline(clock.instant().plus(DEADLINE)));
        try {
            executor.execute(() -> run(call));
        } catch (RejectedExecutionException busy) {
            finished(call.clinic());
        }
    }

    private void run(CallContext call) {
        try {
            if (!call.deadline().left(clock.instant()).isZero()) {
                starts.prepare(call);
            }
        } catch (RuntimeException e) {
            LOG.warn("nothing was read ahead for call {}: {}", call.call(), Trace.of(e));
        } finally {
            finished(call.clinic());
        }
    }

    private synchronized boolean placed(Call call) {
        if (all >= AT_ONCE || running.getOrDefault(call.clinic(), 0) >= OF_ONE_CLINIC || !begun.add(call)) {
            return false;
        }
        all++;
        running.merge(call.clinic(), 1, Integer::sum);
        return true;
    }

    private synchronized void finished(ClinicId clinic) {
        all--;
        running.computeIfPresent(clinic, (id, count) -> count == 1 ? null : count - 1);
    }
}
