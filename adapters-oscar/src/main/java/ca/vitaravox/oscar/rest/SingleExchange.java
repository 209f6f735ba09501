package ca.vitaravox.oscar.rest;

import ca.vitaravox.ports.access.Deadline;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
        long millis = Math.min(
                Patience.millis(deadline, means.clock().instant()),
                means.longest().toMillis());
        if (millis == 0) {
            throw new IOException("no time left to ask");
        }
        CompletableFuture<HttpResponse<byte[]>> exchange =
                means.http().sendAsync(request.build(), head -> new BoundedBody());
        try {
            return exchange.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            Throwable why = failed.getCause();
            throw why instanceof IOException io ? io : new IOException(why);
        } catch (TimeoutException late) {
            exchange.cancel(true);
            throw new IOException("no answer in time", late);
        } catch (InterruptedException stop) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }
}
