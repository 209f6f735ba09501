package ca.vitaravox.vapi.platform;

import ca.vitaravox.ports.access.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request after the other to the voice platform: each is answered whole within its deadline or given up. What may be
 * asked again is, a few times, where the platform says that there were too many at once; nothing else is. Thread-safe.
 */
final class Transport {
    static final Duration TO_ANSWER = Duration.ofSeconds(10);
    static final int MOST_TRIES = 4;

    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int TOO_MANY = 429;

    private final URI base;
    private final String key;
    private final Pause pause;
    private final Duration toAnswer;
    private final HttpClient http;

    /**
     * Requests to this address.
     *
     * @param key our private key
     * @param toAnswer how long an answer may take, its last byte included
     */
    Transport(URI base, String key, Pause pause, Duration toAnswer) {
        this.base = base;
        this.key = key;
        this.pause = pause;
        this.toAnswer = toAnswer;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** An answer. */
    record Answer(int status, String body) {}

    /** Asks, with a body or an empty one for none. All but POST may be asked again. */
    Answer ask(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/" + path))
                .timeout(toAnswer)
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        int tries = method.equals("POST") ? 1 : MOST_TRIES;
        for (int tried = 1; ; tried++) {
            HttpResponse<String> response = send(request.build());
            if (response.statusCode() != TOO_MANY || tried == tries) {
                return new Answer(response.statusCode(), response.body());
            }
            rest(response, tried);
        }
    }

    private void rest(HttpResponse<String> response, int tried) {
        Duration asked = response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ofSeconds(tried));
        try {
            pause.of(asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PlatformTroubleException("Stopped while waiting for Vapi.", stopped);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, head -> new BoundedText());
        try {
            return answer.get(toAnswer.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new PlatformTroubleException("Stopped while waiting for Vapi.", stopped);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw unreachable(late);
        } catch (ExecutionException failed) {
            throw unreachable(failed.getCause() instanceof IOException broken ? broken : failed);
        }
    }

    private PlatformTroubleException unreachable(Throwable why) {
        return new PlatformTroubleException(
                "Vapi did not answer at " + base + ": see whether it is reached from here, and try again.", why);
    }
}
