package ca.vitaravox.oscar.rest;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.EmrObserver;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a request once, and waits for the whole of its answer, bounded in time and size. Thread-safe. */
public final class SingleExchange {
    private final OscarMeans means;

    /** Exchanges by these means. */
    public SingleExchange(OscarMeans means) {
        this.means = means;
    }

    /**
     * The answer, whatever its status.
     *
     * @throws IOException if there is none by the deadline, or it is longer than {@link BoundedBody#MOST} bytes
     */
    public HttpResponse<byte[]> send(HttpRequest.Builder request, Deadline deadline) throws IOException {
        if (millisLeft(deadline) == 0) {
            throw new IOException("no time left to ask");
        }
        return await(begin(request), deadline);
    }

    /** As {@link #begin(String, HttpRequest.Builder)}, of what its method and path say everything. */
    public CompletableFuture<HttpResponse<byte[]>> begin(HttpRequest.Builder request) {
        HttpRequest asked = request.build();
        return begin(asked.method() + " " + asked.uri().getPath(), request);
    }

    /**
     * Sends it, and lets others go on; fails when it takes longer than the means say. Cancelling it ends the exchange.
     *
     * @param operation what it is, to those who observe: of nobody's, and without ids
     */
    public CompletableFuture<HttpResponse<byte[]>> begin(String operation, HttpRequest.Builder request) {
        EmrObserver.Ending ending = means.observer().sending(operation);
        CompletableFuture<HttpResponse<byte[]>> answer = beginUnseen(request);
        answer.whenComplete((done, failed) ->
                ending.ended(failed == null ? OptionalInt.of(done.statusCode()) : OptionalInt.empty()));
        return answer;
    }

    /** The same, of which those who observe are not told. */
    public CompletableFuture<HttpResponse<byte[]>> beginUnseen(HttpRequest.Builder request) {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                means.http().sendAsync(request.timeout(means.longest()).build(), head -> new BoundedBody());
        CompletableFuture<HttpResponse<byte[]>> answer =
                exchange.copy().orTimeout(means.longest().toMillis(), TimeUnit.MILLISECONDS);
        answer.whenComplete((done, failed) -> {
            if (failed != null) {
                exchange.cancel(true);
            }
        });
        return answer;
    }

    /** The answer to what was begun, as {@link #send} gives it; what is too late is ended. */
    public HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> begun, Deadline deadline)
            throws IOException {
        try {
            return begun.get(millisLeft(deadline), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            Throwable why = failed.getCause();
            throw why instanceof IOException io ? io : new IOException(why);
        } catch (TimeoutException late) {
            begun.cancel(true);
            throw new IOException("no answer in time", late);
        } catch (InterruptedException stop) {
            begun.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }

    /** How long is waited for an answer, in milliseconds: until the deadline, and never longer than the means say. */
    public long millisLeft(Deadline deadline) {
        return Math.min(
                Patience.millis(deadline, means.clock().instant()),
                means.longest().toMillis());
    }
}
