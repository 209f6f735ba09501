package ca.vitaravox.oscar.rest;

import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.access.RequestSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Sends single requests to one clinic's OSCAR, each signed anew and sent once. Keeps OSCAR's session cookie, without
 * which every request leaves a session behind in its Tomcat. Thread-safe.
 */
final class OscarHttp {
    /** Answers whoever asks, signed or not, with the time at the least. */
    static final OscarRequest ANYTHING = OscarRequest.get("/status/checkIfAuthed");

    private final OscarAddress address;
    private final OscarMeans means;
    private final SingleExchange http;
    private final RequestSigner signer;
    private final CookieManager cookies = new CookieManager();

    OscarHttp(OscarAddress address, OAuthCredentials credentials, OscarMeans means) {
        this.address = address;
        this.means = means;
        this.http = new SingleExchange(means);
        this.signer = new RequestSigner(credentials, means.clock(), means.nonces());
    }

    /** An answer, and when it was written by OSCAR's clock. */
    record Dated(OscarReply reply, ClockReading clock) {}

    /** Sends a request, signed; fails when it takes too long. */
    CompletableFuture<Dated> send(OscarRequest request) {
        Instant sent = means.clock().instant();
        return http.begin(request.toString(), signed(request)).thenApply(response -> received(response, sent));
    }

    /** Asks who we are, signed: OSCAR looks at the token, and at nothing else. Those who observe are not told. */
    CompletableFuture<Dated> ask() {
        Instant sent = means.clock().instant();
        return http.beginUnseen(signed(ANYTHING)).thenApply(response -> received(response, sent));
    }

    /** Asks for the time, without a token that could be lost. Its answer is a refusal, and nobody's concern. */
    CompletableFuture<Dated> askTime() {
        Instant sent = means.clock().instant();
        return http.beginUnseen(builder(ANYTHING)).thenApply(response -> received(response, sent));
    }

    private HttpRequest.Builder signed(OscarRequest request) {
        return builder(request)
                .header("Authorization", signer.authorization(request.method(), address.signed(request)));
    }

    private HttpRequest.Builder builder(OscarRequest request) {
        URI called = address.called(request);
        HttpRequest.Builder builder = HttpRequest.newBuilder(called).header("Accept", "application/json");
        for (String cookie : cookies(called)) {
            builder.header("Cookie", cookie);
        }
        request.body()
                .ifPresent(json -> builder.header("Content-Type", "application/json")
                        .method(request.method(), BodyPublishers.ofString(json)));
        return builder;
    }

    private List<String> cookies(URI called) {
        try {
            return cookies.get(called, Map.of()).getOrDefault("Cookie", List.of());
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private Dated received(HttpResponse<byte[]> response, Instant sent) {
        try {
            cookies.put(response.uri(), response.headers().map());
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        ClockReading clock =
                ClockReading.of(response.headers(), sent, means.clock().instant());
        return new Dated(new OscarReply(response.statusCode(), response.body()), clock);
    }
}
