package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.vapi.webhook.Authentication.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in who proves the platform's secret, or that of the clinic whose line they name. For the latter the line is looked
 * up for somebody who has proved nothing yet, so few are at once, and they do not wait long. Thread-safe.
 */
final class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    /** How many lines are looked up at once for strangers: they never have all connections to the database. */
    private static final int STRANGERS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int LINES_REMEMBERED = 1_000;

    private final Authentication platform;
    private final ClinicKeys keys;
    private final Lines lines;
    private final Errands errands;
    private final InstantSource clock;
    private final Semaphore strangers = new Semaphore(STRANGERS);
    /** By what requests got in last, where a clinic has its own: for emergencies while it cannot be read. */
    private final Map<CalledLine, Authentication> last = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CalledLine, Authentication> oldest) {
            return size() > LINES_REMEMBERED;
        }
    });

    Door(Authentication platform, ClinicKeys keys, Lines lines, Errands errands, InstantSource clock) {
        this.platform = platform;
        this.keys = keys;
        this.lines = lines;
        this.errands = errands;
        this.clock = clock;
    }

    private record Theirs(ClinicId clinic, Authentication authentication) {}

    /** The proof of a request that knows the platform's secret. */
    Optional<Proof> ofPlatform(Request request) {
        Verdict verdict = platform.judge(request, clock.instant());
        return verdict.in() ? Optional.of(new Proof.OfPlatform(verdict.signature())) : Optional.empty();
    }

    /** The proof of a request that knows the secret of the clinic whose line it is about, as it says. */
    Optional<Proof> ofClinic(Request request, CalledLine line) {
        if (line.namesNothing()) {
            return Optional.empty();
        }
        try {
            return lookedUp(line).flatMap(theirs -> {
                Verdict verdict = theirs.authentication().judge(request, clock.instant());
                if (!verdict.in()) {
                    return Optional.empty();
                }
                last.put(line, theirs.authentication());
                return Optional.of(new Proof.OfClinic(theirs.clinic(), verdict.signature()));
            });
        } catch (CompletionException unknown) {
            LOG.warn("a clinic's secret cannot be read: {}", Trace.of(unknown.getCause()));
            return Optional.ofNullable(last.get(line))
                    .filter(known -> known.judge(request, clock.instant()).in())
                    .map(known -> new Proof.Remembered());
        }
    }

    private Optional<Theirs> lookedUp(CalledLine line) {
        boolean placed = false;
        try {
            placed = strangers.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!placed) {
                throw new CompletionException(new IllegalStateException("too many strangers at once"));
            }
            return errands.done(
                    () -> lines.clinic(line).flatMap(clinic -> keys.of(clinic).map(own -> new Theirs(clinic, own))),
                    PATIENCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopped);
        } finally {
            if (placed) {
                strangers.release();
            }
        }
    }
}
