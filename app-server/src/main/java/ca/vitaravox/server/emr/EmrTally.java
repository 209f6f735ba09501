package ca.vitaravox.server.emr;

import ca.vitaravox.ports.clinic.EmrObserver;
import ca.vitaravox.ports.clinic.EmrRequest;
import ca.vitaravox.ports.clinic.EmrWatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;

/**
 * Writes down, for each piece of work that is watched, which requests it made EMRs be sent. Work that is handed on through
 * {@link #following} belongs to whoever handed it on. Requests that two ask at once are of the first. Thread-safe.
 */
public final class EmrTally implements EmrObserver, EmrWatch {
    private final InstantSource clock;
    private final ThreadLocal<Sheet> current = new ThreadLocal<>();

    /** A tally in which nothing is watched yet. */
    public EmrTally(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Watched watch() {
        Sheet before = current.get();
        Sheet sheet = new Sheet(before);
        current.set(sheet);
        return sheet;
    }

    @Override
    public Ending sending(String operation) {
        Sheet sheet = current.get();
        return sheet == null ? status -> {} : sheet.sending(operation);
    }

    /** Runs work as the executor does, and as work of whoever hands it on. */
    public Executor following(Executor executor) {
        return work -> {
            Sheet sheet = current.get();
            executor.execute(sheet == null ? work : () -> on(sheet, work));
        };
    }

    private void on(Sheet sheet, Runnable work) {
        Sheet before = current.get();
        current.set(sheet);
        try {
            work.run();
        } finally {
            back(before);
        }
    }

    private void back(Sheet before) {
        if (before == null) {
            current.remove();
        } else {
            current.set(before);
        }
    }

    /** One piece of work's requests; guarded by itself. */
    private final class Sheet implements Watched {
        private final Sheet before;
        private final List<Sent> sent = new ArrayList<>();

        Sheet(Sheet before) {
            this.before = before;
        }

        synchronized Ending sending(String operation) {
            if (sent.size() == MOST) {
                return status -> {};
            }
            Sent request = new Sent(operation, clock.instant());
            sent.add(request);
            return status -> ended(request, status);
        }

        private synchronized void ended(Sent request, OptionalInt status) {
            request.end = Optional.of(clock.instant());
            request.status = status;
        }

        @Override
        public synchronized List<EmrRequest> requests() {
            Instant now = clock.instant();
            return sent.stream().map(each -> each.seen(now)).toList();
        }

        @Override
        public void close() {
            back(before);
        }
    }

    /** A request on its way. */
    private static final class Sent {
        private final String operation;
        private final Instant at;
        private Optional<Instant> end = Optional.empty();
        private OptionalInt status = OptionalInt.empty();

        Sent(String operation, Instant at) {
            this.operation = operation;
            this.at = at;
        }

        EmrRequest seen(Instant now) {
            return new EmrRequest(operation, Duration.between(at, end.orElse(now)), status);
        }
    }
}
