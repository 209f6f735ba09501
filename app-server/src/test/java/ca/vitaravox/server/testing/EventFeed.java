package ca.vitaravox.server.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Somebody who listens to a clinic's server-sent events; what arrives waits until it is asked for. */
public final class EventFeed implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile Flow.Subscription subscription;
    private final CompletableFuture<Integer> status;

    /** Begins to listen. */
    public EventFeed(HttpClient http, URI server, String clinic, String token) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/admin/clinics/" + clinic + "/pulse/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        CompletableFuture<Integer> answered = new CompletableFuture<>();
        status = answered;
        http.sendAsync(request, head -> {
                    answered.complete(head.statusCode());
                    return HttpResponse.BodySubscribers.fromLineSubscriber(new Reader());
                })
                .whenComplete((done, broken) -> {
                    answered.completeExceptionally(new IllegalStateException("no answer", broken));
                    over.complete(null);
                });
    }

    /** How it was answered. */
    public int status() {
        try {
            return status.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception silent) {
            throw new AssertionError("no answer", silent);
        }
    }

    /** The data of the next event. */
    public String next() {
        try {
            for (String line = poll(); line != null; line = poll()) {
                if (line.startsWith("data: ")) {
                    return line.substring("data: ".length());
                }
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        throw new AssertionError("no event in " + PATIENCE_SECONDS + " seconds");
    }

    private String poll() throws InterruptedException {
        return lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until the server has ended it. */
    public boolean isOverWithin(int seconds) {
        try {
            over.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public void close() {
        Flow.Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
    }

    private final class Reader implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription opened) {
            subscription = opened;
            opened.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable broken) {
            over.complete(null);
        }

        @Override
        public void onComplete() {
            over.complete(null);
        }
    }
}
