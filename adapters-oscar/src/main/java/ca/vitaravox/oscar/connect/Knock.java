package ca.vitaravox.oscar.connect;

import ca.vitaravox.oscar.rest.ClockReading;
import ca.vitaravox.oscar.rest.ClockWatch;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.oscar.rest.SingleExchange;
import ca.vitaravox.ports.access.Deadline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Asks, unsigned, whether there is an OSCAR with its REST module on, and what time it is there. */
final class Knock {
    private static final Set<Integer> NOT_SIGNED = Set.of(401, 500);
    private static final Set<Integer> UNWELL = Set.of(502, 503, 504);
    private static final Set<Integer> BARRED = Set.of(403, 406, 407, 418, 429);
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final OscarMeans means;
    private final SingleExchange http;

    Knock(OscarMeans means) {
        this.means = means;
        this.http = new SingleExchange(means);
    }

    /** What answered. */
    sealed interface Answered {
        /** An OSCAR whose clock is right. */
        record Oscar(Duration clockAhead) implements Answered {}

        /** Something else. */
        record Not(Trouble trouble) implements Answered {}
    }

    /**
     * Asks.
     *
     * @throws IOException if nothing answers
     */
    Answered at(URI base, Deadline deadline) throws IOException {
        Instant sent = means.clock().instant();
        HttpResponse<byte[]> answer = ask(base, "/ws/services/status/checkIfAuthed", deadline);
        int status = answer.statusCode();
        if (!NOT_SIGNED.contains(status)) {
            return new Answered.Not(trouble(base, status, deadline));
        }
        Optional<Duration> ahead =
                ClockReading.of(answer.headers(), sent, means.clock().instant()).ahead();
        if (ahead.isEmpty()) {
            return new Answered.Not(new Trouble.NoClock());
        }
        return ahead.get().abs().compareTo(ClockWatch.TOLERATED) > 0
                ? new Answered.Not(new Trouble.ClockWrong(ahead.get()))
                : new Answered.Oscar(ahead.get());
    }

    private Trouble trouble(URI base, int status, Deadline deadline) throws IOException {
        if (UNWELL.contains(status)) {
            return new Trouble.Unwell(status);
        }
        if (BARRED.contains(status)) {
            return new Trouble.Barred(status);
        }
        return status == NOT_FOUND && servesBrowsers(base, deadline) ? new Trouble.RestOff() : new Trouble.WrongPath();
    }

    /** The same resources for logged-in browsers are always there, and tell whoever is not logged in so. */
    private boolean servesBrowsers(URI base, Deadline deadline) throws IOException {
        return ask(base, "/ws/rs/status/checkIfAuthed", deadline).statusCode() == UNAUTHORIZED;
    }

    private HttpResponse<byte[]> ask(URI base, String path, Deadline deadline) throws IOException {
        return http.send(HttpRequest.newBuilder(URI.create(base + path)), deadline);
    }
}
