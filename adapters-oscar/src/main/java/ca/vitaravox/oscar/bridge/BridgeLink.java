package ca.vitaravox.oscar.bridge;

import ca.vitaravox.oscar.rest.Breaker;
import ca.vitaravox.oscar.rest.Guard;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.oscar.rest.SingleExchange;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;

/**
 * The platform's end of one bridge. Each question is sent once; a bridge that goes on not answering is left alone until it
 * answers how it is, and of its EMR it says itself whether it is left alone. Thread-safe.
 */
final class BridgeLink {
    private static final int OK = 200;

    private final ClinicId clinic;
    private final URI base;
    private final String apiKey;
    private final SingleExchange http;
    private final Guard guard;
    private final JsonMapper json = BridgeJson.mapper();
    private volatile boolean emrLeftAlone;
    private volatile boolean over;

    BridgeLink(ClinicId clinic, URI base, String apiKey, OscarMeans means) {
        this.clinic = clinic;
        this.base = base;
        this.apiKey = apiKey;
        this.http = new SingleExchange(means);
        this.guard = new Guard(means.clock(), means.longest(), () -> probe(means));
    }

    /** Whether nothing is asked for now: of the bridge by us, or of its EMR by the bridge, as it said last. */
    boolean isLeftAlone() {
        return guard.isShut() || emrLeftAlone;
    }

    /** From now on nothing is sent. */
    void close() {
        over = true;
    }

    /** The answer to a question that changes nothing. */
    <T> T read(ClinicId asked, String path, Object question, TypeReference<T> type, Deadline deadline) {
        try {
            HttpResponse<byte[]> answer = guarded(request(asked, path, question, deadline), deadline);
            if (answer.statusCode() != OK) {
                throw new EmrUnavailableException("the bridge answered " + answer.statusCode());
            }
            return json.readValue(answer.body(), type);
        } catch (IOException silent) {
            throw new EmrUnavailableException("the bridge did not answer", silent);
        }
    }

    /**
     * What came of an order.
     *
     * @param notDone what it is if it is certain that nothing was done
     * @param unknown what it is if nobody knows
     */
    <T> T write(
            ClinicId asked,
            String path,
            Object order,
            Class<T> type,
            Deadline deadline,
            Function<String, T> notDone,
            Function<String, T> unknown) {
        HttpRequest.Builder request;
        try {
            request = request(asked, path, order, deadline);
        } catch (IOException never) {
            return notDone.apply("it cannot be written");
        }
        try {
            HttpResponse<byte[]> answer = guarded(request, deadline);
            if (answer.statusCode() == OK) {
                return json.readValue(answer.body(), type);
            }
            String why = "the bridge answered " + answer.statusCode();
            return answer.statusCode() / 100 == 4 ? notDone.apply(why) : unknown.apply(why);
        } catch (IOException failed) {
            return neverArrived(failed)
                    ? notDone.apply("the bridge cannot be reached")
                    : unknown.apply("the bridge did not answer");
        } catch (EmrUnavailableException notSent) {
            return notDone.apply(notSent.getMessage());
        }
    }

    /** What waits for its answer no longer than the deadline, and counts by what comes of it in the time any answer has. */
    private HttpResponse<byte[]> guarded(HttpRequest.Builder request, Deadline deadline) throws IOException {
        Guard.Turn turn = guard.enter(deadline);
        if (over || http.millisLeft(deadline) == 0) {
            turn.unused();
            throw new EmrUnavailableException("no time left to ask the bridge, or nobody's bridge any more");
        }
        CompletableFuture<HttpResponse<byte[]>> begun = http.begin(request);
        begun.whenComplete((answer, failed) -> ended(turn, answer, failed));
        return http.await(begun.copy(), deadline);
    }

    private void ended(Guard.Turn turn, HttpResponse<byte[]> answer, Throwable failed) {
        if (failed != null) {
            turn.failed(failed);
            return;
        }
        try {
            heard(answer);
            turn.answered();
        } catch (EmrUnavailableException unwell) {
            turn.failed(unwell);
        }
    }

    private HttpResponse<byte[]> heard(HttpResponse<byte[]> answer) {
        Optional<String> leftAlone = answer.headers().firstValue(Question.LEFT_ALONE);
        leftAlone.ifPresent(said -> emrLeftAlone = Boolean.parseBoolean(said));
        // without the header it is a proxy that answers in the bridge's place
        if (leftAlone.isEmpty() && Breaker.isFailure(answer.statusCode())) {
            throw new EmrUnavailableException("the bridge answered " + answer.statusCode());
        }
        return answer;
    }

    /** How it is; an EMR of its that is silent does not make it so. */
    private CompletableFuture<?> probe(OscarMeans means) {
        if (over) {
            return CompletableFuture.failedFuture(new EmrUnavailableException("nobody's bridge any more"));
        }
        Deadline deadline = Deadline.ofWork(means.clock().instant().plus(Breaker.PROBE));
        try {
            return http.beginUnseen(request(clinic, Question.Health.PATH, new Question.Health(), deadline))
                    .thenApply(this::heard);
        } catch (IOException never) {
            return CompletableFuture.failedFuture(never);
        }
    }

    /** The answer to a question that changes nothing, whatever its status. */
    HttpResponse<byte[]> ask(ClinicId asked, String path, Object question, Deadline deadline) throws IOException {
        return http.send(request(asked, path, question, deadline), deadline);
    }

    private HttpRequest.Builder request(ClinicId asked, String path, Object question, Deadline deadline)
            throws IOException {
        if (!clinic.equals(asked)) {
            throw new IllegalArgumentException("the bridge of " + clinic + " was asked for " + asked);
        }
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "application/json")
                .header("X-Clinic", clinic.value())
                .header(Question.LEFT, Long.toString(http.millisLeft(deadline)))
                .header(Question.ON_PHONE, Boolean.toString(deadline.onPhone()))
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(question)));
    }

    private static boolean neverArrived(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLHandshakeException
                || failure.getCause() != null && neverArrived(failure.getCause());
    }
}
